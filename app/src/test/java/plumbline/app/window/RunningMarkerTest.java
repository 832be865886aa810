package plumbline.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningMarkerTest {
    /// Greater than any number of a process that Linux, macOS or Windows gives.
    private static final String NOBODY = "4294967296";

    @TempDir Path home;
    private Path file;
    private RunningMarker marker;

    @BeforeEach
    void place() {
        file = home.resolve("new").resolve("window.running");
        marker = new RunningMarker(file);
    }

    @Test
    void anOrderlyEndLeavesNothing() {
        assertThat(marker.isLeft()).isFalse();
        marker.set();
        assertThat(file).exists();

        marker.remove();

        assertThat(file).doesNotExist();
        assertThat(marker.isLeft()).isFalse();
    }

    @Test
    void theMarkerOfAProcessThatIsNoMoreTellsOfACrash() throws IOException {
        write(NOBODY);

        assertThat(marker.isLeft()).isTrue();
    }

    @Test
    void aMarkerThatIsCutOffTellsOfACrash() throws IOException {
        write("");

        assertThat(marker.isLeft()).isTrue();
    }

    @Test
    void theMarkerOfAnotherWindowThatIsOpenIsLeftAlone() throws IOException {
        write(String.valueOf(ProcessHandle.current().parent().orElseThrow().pid()));

        assertThat(marker.isLeft()).isFalse();
        marker.remove();
        assertThat(file).exists();
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
