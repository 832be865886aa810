package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;

@Timeout(120)
class ConcurrentUseTest {
    @TempDir private Path home;

    @Test
    void twoThreadsThatWriteTheSameSeriesBothSucceed()
            throws InterruptedException, ExecutionException {
        CandleSeries all = TestCandles.minutes(60_000, 1);
        try (Stores stores = TestStores.open(home);
                Stores again = TestStores.open(home);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> even = threads.submit(() -> parts(stores, all, 0));
            Future<Integer> odd = threads.submit(() -> parts(again, all, 1));

            assertThat(even.get() + odd.get()).isEqualTo(60_000);
            assertThat(stores.candles().load(TestCandles.MINUTES, TimeRange.ALL).fingerprint())
                    .isEqualTo(all.fingerprint());
        }
    }

    /// Every second part of 1,000 candles.
    private static int parts(Stores stores, CandleSeries all, int first) {
        int inserted = 0;
        for (int part = first; part < 60; part += 2) {
            CandleSeries candles = all.slice(part * 1000, part * 1000 + 1000);
            inserted += stores.candles().upsert(TestCandles.MINUTES, candles, "test").inserted();
        }
        return inserted;
    }

    /// Two versions of the same candles take turns; a reader must never see a mixture.
    @Test
    void aReaderSeesAllOfAWriteOrNothing() throws InterruptedException, ExecutionException {
        List<CandleSeries> versions =
                List.of(TestCandles.minutes(200_000, 1), TestCandles.minutes(200_000, 2));
        List<String> known = versions.stream().map(CandleSeries::fingerprint).toList();
        SeriesKey key = TestCandles.MINUTES;
        AtomicBoolean writing = new AtomicBoolean(true);
        try (Stores stores = TestStores.open(home);
                ExecutorService threads = Executors.newFixedThreadPool(1)) {
            stores.candles().upsert(key, versions.getFirst(), "test");
            Future<Integer> reads =
                    threads.submit(() -> {
                        int count = 0;
                        while (writing.get() || count == 0) {
                            CandleSeries loaded = stores.candles().load(key, TimeRange.ALL);
                            assertThat(loaded.fingerprint()).isIn(known);
                            count++;
                        }
                        return count;
                    });
            for (int i = 1; i <= 8; i++) {
                stores.candles().upsert(key, versions.get(i % 2), "test");
            }
            writing.set(false);

            assertThat(reads.get()).isPositive();
        }
    }

    @Test
    void aStoreOpenedTwiceInOneProcessStaysOpenUntilBothAreClosed() {
        CandleSeries candles = TestCandles.minutes(100, 1);
        try (Stores one = TestStores.open(home)) {
            try (Stores two = TestStores.open(home)) {
                two.candles().upsert(TestCandles.MINUTES, candles, "test");
            }

            assertThat(one.candles().load(TestCandles.MINUTES, TimeRange.ALL).fingerprint())
                    .isEqualTo(candles.fingerprint());
        }
        assertThat(home.resolve("market.lock.db")).doesNotExist();
    }
}
