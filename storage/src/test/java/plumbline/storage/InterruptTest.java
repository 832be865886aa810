package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.TimeRange;

/// A cancelled task of the window interrupts its thread; that must not reach the database.
@Timeout(60)
class InterruptTest {
    @TempDir private Path home;

    @Test
    void callsEndAsTheyWouldHaveAndTheInterruptIsStillThere() {
        CandleSeries candles = TestCandles.minutes(30_000, 1);
        try (Stores stores = TestStores.open(home)) {
            Thread.currentThread().interrupt();
            UpsertResult result = stores.candles().upsert(TestCandles.MINUTES, candles, "test");
            boolean afterWriting = Thread.interrupted();

            Thread.currentThread().interrupt();
            CandleSeries loaded = stores.candles().load(TestCandles.MINUTES, TimeRange.ALL);
            boolean afterReading = Thread.interrupted();

            assertThat(result).isEqualTo(new UpsertResult(30_000, 0, 0));
            assertThat(loaded.fingerprint()).isEqualTo(candles.fingerprint());
            assertThat(afterWriting).isTrue();
            assertThat(afterReading).isTrue();
        }
    }

    @Test
    void openingAndClosingAreNotHarmedEither() {
        Thread.currentThread().interrupt();
        TestStores.open(home).close();
        assertThat(Thread.interrupted()).isTrue();

        try (Stores stores = TestStores.open(home)) {
            assertThat(stores.candles().list()).isEmpty();
        }
    }

    @Test
    void aStormOfInterruptsHarmsNothing() throws InterruptedException {
        CandleSeries candles = TestCandles.minutes(40_000, 1);
        try (Stores stores = TestStores.open(home)) {
            stores.candles().upsert(TestCandles.MINUTES, candles, "test");
            AtomicInteger whole = new AtomicInteger();
            Thread reader =
                    Thread.ofPlatform()
                            .start(() -> {
                                for (int i = 0; i < 100; i++) {
                                    CandleSeries loaded =
                                            stores.candles()
                                                    .load(TestCandles.MINUTES, TimeRange.ALL);
                                    whole.addAndGet(loaded.size() == 40_000 ? 1 : 0);
                                }
                            });
            while (reader.isAlive()) {
                reader.interrupt();
                reader.join(1);
            }

            assertThat(whole).hasValue(100);
            assertThat(stores.candles().load(TestCandles.MINUTES, TimeRange.ALL).fingerprint())
                    .isEqualTo(candles.fingerprint());
        }
    }
}
