package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;

/// A large write that is killed somewhere in the middle is not there at all, and does not stand in
/// the way of the next one.
class KilledImportTest {
    private static final SeriesKey KEY = TestCandles.minutesOf("LARGE");

    /// 123 slots: written in two batches ahead, and a rest.
    private static final int CANDLES = 1_000_000;

    @TempDir private Path home;

    @RepeatedTest(5)
    void isThereWholeOrNotAtAll() throws IOException, InterruptedException {
        CandleSeries candles = TestCandles.minutes(CANDLES, 7);
        try (OtherProcess other = OtherProcess.on(home)) {
            other.tell("store LARGE " + CANDLES + " 7");
            LockSupport.parkNanos(1_000_000L * new Random().nextInt(200, 1500));
            other.kill();
        }

        try (Stores stores = TestStores.open(home)) {
            CandleRepository store = stores.candles();
            assertThat(store.load(KEY, TimeRange.ALL).size()).isIn(0, CANDLES);
            assertThat(store.verify(KEY, () -> false).faults()).isEmpty();

            store.upsert(KEY, candles, "again");

            assertThat(store.fingerprint(KEY, TimeRange.ALL)).isEqualTo(candles.fingerprint());
            assertThat(store.verify(KEY, () -> false).faults()).isEmpty();
        }
    }
}
