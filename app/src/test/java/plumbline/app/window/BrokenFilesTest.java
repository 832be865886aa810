package plumbline.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of the user's that cannot be used are kept beside those that take their place.
class BrokenFilesTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2024-01-02T03:04:05Z"));

    @TempDir Path home;

    @Test
    void keysThatArePutAsideAreKept() throws IOException {
        Path file = Files.writeString(home.resolve("keys.txt"), "as it was");
        KeysFile keys = new KeysFile(file, CLOCK, Runnable::run);

        keys.putAside();
        assertThat(file).hasContent("as it was");
        keys.write("new");
        keys.write("newer");

        assertThat(file).hasContent("newer");
        assertThat(home.resolve("keys.broken-20240102-030405")).hasContent("as it was");
    }

    @Test
    void keysThatAreNotThereAreNotMissed() {
        KeysFile keys = new KeysFile(home.resolve("keys.txt"), CLOCK, Runnable::run);

        keys.putAside();
        keys.write("new");

        assertThat(home.resolve("keys.txt")).hasContent("new");
    }

    @Test
    void aMemoryThatCannotBeReadIsKeptAndTold() throws IOException {
        Path file = home.resolve("window.properties");
        byte[] rubbish = "theme=light\nlayout=\\uZZZZ".getBytes(StandardCharsets.UTF_8);
        Files.write(file, rubbish);

        WindowFile memory = new WindowFile(file, CLOCK, Runnable::run);

        assertThat(memory.problem()).contains("window.broken-20240102-030405");
        assertThat(memory.read("theme", "none")).isEqualTo("none");
        memory.write("theme", "dark");
        assertThat(home.resolve("window.broken-20240102-030405")).hasBinaryContent(rubbish);
        assertThat(new WindowFile(file, CLOCK, Runnable::run).problem()).isEmpty();
    }
}
