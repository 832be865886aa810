package plumbline.storage.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.TimeRange;
import plumbline.storage.Stores;
import plumbline.storage.server.PostgresServer;
import plumbline.storage.server.TestServer;

/// Window and command line have one home, and so the same copies of what is on a server.
class SharedCopiesTest {
    @TempDir private Path home;

    @Test
    void copiesThatTheOtherThrewAwayAreFetchedAgain() throws SQLException {
        CandleSeries candles = TestCandles.minutes(20_000, 1);
        try (TestServer server = PostgresServer.empty();
                Stores window = Servers.open(home, server);
                Stores command = Servers.open(home, server)) {
            window.candles().upsert(TestCandles.MINUTES, candles, "test");
            assertThat(load(window)).isEqualTo(candles.fingerprint());
            assertThat(load(window)).isEqualTo(candles.fingerprint());

            command.candles().delete(TestCandles.MINUTES);
            command.candles().upsert(TestCandles.MINUTES, candles, "test");

            assertThat(load(window)).isEqualTo(candles.fingerprint());
            TimeRange part = new TimeRange(candles.openTime()[100], candles.openTime()[9_000]);
            assertThat(window.candles().load(TestCandles.MINUTES, part).size()).isEqualTo(8_900);
        }
    }

    private static String load(Stores stores) {
        return stores.candles().load(TestCandles.MINUTES, TimeRange.ALL).fingerprint();
    }
}
