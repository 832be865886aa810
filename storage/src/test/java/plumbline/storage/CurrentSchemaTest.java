package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts must be quick: what is needed only once per home is not even loaded later.
class CurrentSchemaTest {
    @TempDir private Path folder;

    @Test
    void flywayIsLoadedForAnEmptyHomeOnly() throws IOException, InterruptedException {
        assertThat(flywayClassesLoadedOnStart()).isPositive();
        assertThat(flywayClassesLoadedOnStart()).isZero();
    }

    private long flywayClassesLoadedOnStart() throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        try (OtherProcess process =
                OtherProcess.on(folder.resolve("home"), "-Xlog:class+load:file=" + log)) {
            process.quit();
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" org.flywaydb.")).count();
        }
    }
}
