package plumbline.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.storage.Stores;
import plumbline.storage.TestStores;

/// The store against a sorted map, for any sequence of writes and any range read.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class H2CandleRepositoryPropertyTest {
    private static final Timeframe[] TIMEFRAMES = {
        Timeframe.S1, Timeframe.M1, Timeframe.D1, Timeframe.W1
    };
    private static final double[] VALUES = {-0.0, 0.0, 1.5, 60_000.01, 1e-9, 1e15};

    private Stores stores;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @BeforeAll
    void open(@TempDir Path home) {
        stores = TestStores.open(home);
    }

    @AfterAll
    void close() {
        stores.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void behavesAsASortedMap(long seed) {
        Random random = new Random(seed);
        Timeframe timeframe = TIMEFRAMES[random.nextInt(TIMEFRAMES.length)];
        SeriesKey key = new SeriesKey(TestCandles.minutesOf("P" + seed).market(), timeframe);
        TreeMap<Long, Double> expected = new TreeMap<>();

        for (int writes = random.nextInt(7); writes > 0; writes--) {
            TreeMap<Integer, Double> write = run(random);
            UpsertResult result = new UpsertResult(0, 0, 0);
            CandleSeries.Builder candles = CandleSeries.builder(write.size());
            for (Map.Entry<Integer, Double> entry : write.entrySet()) {
                long time = time(timeframe, entry.getKey());
                double value = entry.getValue();
                candles.add(time, value, value + 1, value - 1, -value, value * 3);
                Double before = expected.put(time, value);
                result = result.plus(change(before, value));
            }
            assertThat(stores.candles().upsert(key, candles.build(), "test")).isEqualTo(result);
        }

        int from = end(random);
        int to = end(random);
        TimeRange range =
                new TimeRange(
                        time(timeframe, Math.min(from, to)), time(timeframe, Math.max(from, to)));
        assertThat(contents(stores.candles().load(key, TimeRange.ALL))).isEqualTo(expected);
        assertThat(contents(stores.candles().load(key, range)))
                .isEqualTo(new TreeMap<>(expected.subMap(range.fromMs(), range.toMs())));
        assertThat(stores.candles().info(key).map(SeriesInfo::candles).orElse(0L))
                .isEqualTo(expected.size());
    }

    private static UpsertResult change(@Nullable Double before, double value) {
        if (before == null) {
            return new UpsertResult(1, 0, 0);
        }
        boolean same = Double.doubleToRawLongBits(before) == Double.doubleToRawLongBits(value);
        return same ? new UpsertResult(0, 0, 1) : new UpsertResult(0, 1, 0);
    }

    /// Some indexes are neighbours, some lie slots apart.
    private static long time(Timeframe timeframe, int index) {
        return timeframe.openOf(timeframe.millis() * index);
    }

    private static Map<Long, Double> contents(CandleSeries candles) {
        Map<Long, Double> contents = new TreeMap<>();
        for (int i = 0; i < candles.size(); i++) {
            double value = candles.open()[i];
            assertThat(candles.high()[i]).isEqualTo(value + 1);
            assertThat(candles.low()[i]).isEqualTo(value - 1);
            assertThat(candles.volume()[i]).isEqualTo(value * 3);
            contents.put(candles.openTime()[i], value);
        }
        return contents;
    }

    /// Mostly neighbours, with a hole now and then.
    private static TreeMap<Integer, Double> run(Random random) {
        int start = end(random);
        int length = random.nextInt(301);
        double value = VALUES[random.nextInt(VALUES.length)];
        TreeMap<Integer, Double> run = new TreeMap<>();
        for (int i = 0; i < length; i++) {
            if (i % 17 != 3) {
                run.put(start + i, i % 5 == 0 ? value + i : value);
            }
        }
        return run;
    }

    /// Around the borders of the slots at 0, 8192 and 16384.
    private static int end(Random random) {
        return 8192 * random.nextInt(3) + random.nextInt(-400, 401);
    }
}
