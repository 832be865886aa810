package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process is told to end while it closes its store: H2 and Plumbline close it at the same time.
@Timeout(120)
class EndedWhileClosingTest {
    private static final int ROUNDS = 16;
    private static final int STEP_MICROS = 2500;

    @TempDir private Path home;

    @Test
    void itIsOpenedAgainWithoutAFalseAlarm() throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            try (OtherProcess other = OtherProcess.on(home)) {
                other.ask("store A 20000 " + round);
                other.ends(round * STEP_MICROS);
            }
            try (Stores stores = TestStores.open(home)) {
                assertThat(stores.facts().warnings()).as("round " + round).isEmpty();
            }
        }
    }
}
