package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleSeries;
import plumbline.storage.codec.RandomWalk;

/// Reading takes memory for a page, not for all that is there.
class SmallHeapTest {
    @TempDir private Path home;

    /// As columns the candles would take 250 MB, packed 40.
    @Test
    void tenYearsOfMinutesAreStreamedInAHeapOf32Megabytes()
            throws IOException, InterruptedException {
        RandomWalk walk = new RandomWalk(RandomWalk.TEN_YEARS, 42);
        double[][] v = walk.values;
        CandleSeries candles = CandleSeries.of(walk.time, v[0], v[1], v[2], v[3], v[4]);
        try (Stores stores = TestStores.open(home)) {
            stores.candles().upsert(TestCandles.minutesOf("TEN"), candles, "test");
        }

        try (OtherProcess small = OtherProcess.on(home, "-Xmx32m")) {
            assertThat(small.ask("stream TEN")).isEqualTo(candles.fingerprint());
            small.quit();
        }
    }
}
