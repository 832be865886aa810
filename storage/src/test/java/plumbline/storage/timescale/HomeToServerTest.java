package plumbline.storage.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Covered;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.upkeep.Progress;
import plumbline.engine.upkeep.StoreCopy;
import plumbline.storage.Stores;
import plumbline.storage.TestStores;
import plumbline.storage.codec.RandomWalk;
import plumbline.storage.server.PostgresServer;
import plumbline.storage.server.TestServer;

/// A whole home is copied to a server and back.
class HomeToServerTest {
    private static final Progress UNSEEN = (_, _, _) -> {};
    private static final SeriesKey DECIMAL = TestCandles.minutesOf("DECIMAL");
    private static final SeriesKey BINARY = TestCandles.minutesOf("BINARY");
    private static final int CANDLES = 300_000;

    @TempDir private Path folder;
    private TestServer server;
    private Stores home;
    private Stores shared;

    @BeforeEach
    void open() throws SQLException {
        server = PostgresServer.empty();
        home = TestStores.open(folder.resolve("home"));
        shared = Servers.open(folder.resolve("other"), server);
        RandomWalk walk = new RandomWalk(CANDLES, 3);
        double[][] v = walk.values;
        CandleSeries decimal = CandleSeries.of(walk.time, v[0], v[1], v[2], v[3], v[4]);
        home.candles().upsert(DECIMAL, decimal, "decimals");
        CandleSeries binary = TestCandles.minutes(20_000, 4);
        TimeRange asked = new TimeRange(0, binary.span(Timeframe.M1).toMs());
        home.candles().upsert(BINARY, binary, asked, "no decimals");
    }

    @AfterEach
    void close() throws SQLException {
        try (TestServer _ = server;
                Stores _ = home) {
            if (shared != null) {
                shared.close();
            }
        }
    }

    private static long sent(CandleRepository from, CandleRepository to) {
        List<StoreCopy.Copied> copied = new StoreCopy(from, to, UNSEEN, () -> false).candles();
        return copied.stream().mapToLong(StoreCopy.Copied::sent).sum();
    }

    private static void assertSame(CandleRepository one, CandleRepository other) {
        for (SeriesKey key : List.of(DECIMAL, BINARY)) {
            assertThat(other.fingerprint(key, TimeRange.ALL))
                    .isEqualTo(one.fingerprint(key, TimeRange.ALL));
            assertThat(other.coverage(key).stream().map(Covered::range))
                    .isEqualTo(one.coverage(key).stream().map(Covered::range).toList());
        }
    }

    @Test
    void andBackAndIsTheSame() {
        assertThat(sent(home.candles(), shared.candles())).isEqualTo(CANDLES + 20_000);
        assertSame(home.candles(), shared.candles());

        try (Stores second = TestStores.open(folder.resolve("second"))) {
            assertThat(sent(shared.candles(), second.candles())).isEqualTo(CANDLES + 20_000);
            assertSame(home.candles(), second.candles());
        }
        assertThat(sent(home.candles(), shared.candles())).isZero();
    }

    @Test
    void aCopyThatWasBrokenOffGoesOnWhereItStopped() {
        long[] done = new long[1];
        StoreCopy first =
                new StoreCopy(
                        home.candles(),
                        shared.candles(),
                        (_, now, _) -> done[0] = now,
                        () -> done[0] > 100_000);
        assertThatThrownBy(first::candles).isInstanceOf(CancellationException.class);
        long there = shared.candles().list().stream().mapToLong(SeriesInfo::candles).sum();
        assertThat(there).isBetween(100_000L, CANDLES - 1L);

        assertThat(sent(home.candles(), shared.candles())).isEqualTo(CANDLES + 20_000 - there);
        assertSame(home.candles(), shared.candles());
    }

    @Test
    void whatSomebodyElseChangedOnTheServerIsReplacedToo() throws SQLException {
        sent(home.candles(), shared.candles());
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            assertThat(
                            statement.executeUpdate(
                                    "UPDATE candle SET c = o WHERE ts = (SELECT MIN(ts) FROM"
                                            + " candle)"))
                    .isPositive();
            assertThat(
                            statement.executeUpdate(
                                    "DELETE FROM candle WHERE ts = (SELECT MAX(ts) FROM candle)"))
                    .isPositive();
        }

        assertThat(sent(home.candles(), shared.candles())).isPositive();

        assertSame(home.candles(), shared.candles());
        for (SeriesKey key : List.of(DECIMAL, BINARY)) {
            assertThat(shared.candles().verify(key, () -> false).faults())
                    .noneMatch(f -> f.kind() == SeriesCheck.Kind.NOTE);
        }
        assertThat(sent(home.candles(), shared.candles())).isZero();
    }

    @Test
    void whatWasChangedOnTheServerIsReplaced() {
        sent(home.candles(), shared.candles());
        CandleSeries other = TestCandles.minutes(100, 99);
        shared.candles().upsert(BINARY, other, "other");

        assertThat(sent(home.candles(), shared.candles())).isEqualTo(100);
        assertSame(home.candles(), shared.candles());
    }
}
