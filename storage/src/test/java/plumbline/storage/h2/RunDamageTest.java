package plumbline.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.backtest.RunRepository.StoredRun;
import plumbline.engine.market.StorageException;
import plumbline.storage.HomeSql;
import plumbline.storage.Stores;
import plumbline.storage.TestStores;

class RunDamageTest {
    private static final StoredRun SOUND =
            new StoredRun("sound", Instant.EPOCH, "{\"finalEquity\": 11000}");
    private static final StoredRun DAMAGED =
            new StoredRun("damaged", Instant.EPOCH, "{\"finalEquity\": 12000}");

    @TempDir private Path home;

    @Test
    void aRunOfWhichSomethingElseIsStoredIsNamedAndOthersAreRead() throws SQLException {
        try (Stores stores = TestStores.open(home)) {
            stores.runs().save(SOUND);
            stores.runs().save(DAMAGED);
            sql("UPDATE backtest_result SET text = REPLACE(text, '12000', '12008')");

            assertThatThrownBy(() -> stores.runs().find("damaged"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("run damaged is damaged");
            assertThat(stores.runs().find("sound")).contains(SOUND);
        }
    }

    @Test
    void runsOfTheFirstVersionHaveNoSumAndAreRead() throws SQLException {
        try (Stores stores = TestStores.open(home)) {
            stores.runs().save(SOUND);
            sql("UPDATE backtest_run SET crc = NULL");

            assertThat(stores.runs().find("sound")).contains(SOUND);
        }
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = HomeSql.connect(home, "market");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
