package plumbline.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFileTest {
    @TempDir Path home;

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        JobFile file = new JobFile(home.resolve("new").resolve("jobs.txt"));
        assertThat(file.read()).isEmpty();

        file.write("two\nlines ü");
        file.write("three");

        assertThat(file.read()).isEqualTo("three");
    }

    @Test
    void bytesThatAreNoTextAreTold() throws IOException {
        Path broken = Files.write(home.resolve("jobs.txt"), new byte[] {(byte) 0xC3, 0x28});

        assertThatThrownBy(() -> new JobFile(broken).read()).isInstanceOf(IOException.class);
    }
}
