package plumbline.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.contract.TestCandles;
import plumbline.storage.Stores;
import plumbline.storage.TestStores;

class StoredObjectsTest {
    @TempDir private Path home;

    /// After a change of the tables the lines that this test names are added to the list.
    @ParameterizedTest
    @ValueSource(strings = {"market", "journal"})
    void allThatTheTablesNeedIsInTheListOfWhatIsKnown(String database) throws IOException {
        try (Stores stores = TestStores.open(home)) {
            stores.candles().upsert(TestCandles.MINUTES, TestCandles.minutes(5, 1), "test");
            stores.audit().add("test", "of", "objects");
        }

        List<String> found = StoredObjects.in(home.resolve(database + ".mv.db")).statements();

        assertThat(found).isNotEmpty();
        assertThat(known(database)).containsAll(found);
    }

    private static List<String> known(String database) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                StoredObjects.class.getResourceAsStream(
                                        "objects-" + database + ".txt"),
                                StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }
}
