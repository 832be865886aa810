package plumbline.storage.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetupStepTest {
    @Test
    void everyStatementOfTheFileIsAStep() throws IOException {
        Path file =
                Path.of("src/main/resources/plumbline/storage/migration/postgres/timescale.sql");
        long statements =
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("--") && line.endsWith(";"))
                        .count();

        List<SetupStep> steps = SetupStep.all();

        assertThat(steps).hasSize((int) statements).doesNotHaveDuplicates();
        assertThat(steps.stream().map(SetupStep::name)).doesNotHaveDuplicates();
        assertThat(steps).allSatisfy(step -> assertThat(step.sql()).contains(step.object()));
        assertThat(steps.stream().map(SetupStep::capability)).contains(Capability.values());
    }
}
