package plumbline.storage.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.market.StorageException;
import plumbline.storage.Stores;
import plumbline.storage.TestCandles;
import plumbline.storage.h2.H2Database;

class SchemaTest {
    @TempDir private Path home;

    @Test
    void everyStepIsInTheListOnceAndInOrder() throws IOException {
        Path folder = Path.of("src/main/resources/plumbline/storage/migration");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString()).toList();
            assertThat(Schema.STEPS).containsExactlyInAnyOrderElementsOf(names);
        }
        assertThat(Schema.STEPS)
                .zipSatisfy(
                        IntStream.rangeClosed(1, Schema.STEPS.size()).boxed().toList(),
                        (name, version) -> assertThat(name).startsWith("V" + version + "__"));
    }

    @Test
    void tablesOfANewerPlumblineAreRefusedAndLeftAlone() {
        Stores.open(home).close();
        execute(
                "INSERT INTO \"flyway_schema_history\" VALUES (99, '7', 'from the future', 'SQL',"
                        + " 'V7__future.sql', 0, 'sa', CURRENT_TIMESTAMP, 0, TRUE)");

        assertThatThrownBy(() -> Stores.open(home))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(home.resolve("market.mv.db").toString())
                .hasMessageContaining("newer Plumbline")
                .hasMessageContaining("version 7, this Plumbline knows " + Schema.STEPS.size())
                .hasMessageContaining("--home");

        execute("DELETE FROM \"flyway_schema_history\" WHERE \"version\" = '7'");
        Stores.open(home).close();
    }

    /// As after a kill, and as after a failure, in the middle of the first step.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM \"flyway_schema_history\"",
                "UPDATE \"flyway_schema_history\" SET \"success\" = FALSE"
            })
    void aFirstStartThatWasBrokenOffIsTakenUpAgain(String state) {
        Stores.open(home).close();
        execute("DROP TABLE candle_chunk");
        execute(state);

        try (Stores stores = Stores.open(home)) {
            stores.candles().upsert(TestCandles.MINUTES, TestCandles.minutes(5, 1), "test");

            assertThat(stores.candles().list()).hasSize(1);
        }
    }

    private void execute(String sql) {
        try (H2Database database = H2Database.open(home)) {
            database.write(
                    "prepare",
                    connection -> {
                        try (Statement statement = connection.createStatement()) {
                            return statement.execute(sql);
                        }
                    });
        }
    }
}
