package plumbline.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.storage.Stores;
import plumbline.storage.TestCandles;
import plumbline.storage.TestStores;

/// The store against a sorted map, for any sequence of writes and any range read.
class H2CandleRepositoryPropertyTest {
    private static final AtomicInteger SERIES = new AtomicInteger();
    private static final Path HOME = folder();
    private static final Stores STORES = TestStores.open(HOME);

    private static Path folder() {
        try {
            return Files.createTempDirectory("plumbline-property");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void close() throws IOException {
        STORES.close();
        try (Stream<Path> all = Files.walk(HOME)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void behavesAsASortedMap(
            @ForAll("timeframes") Timeframe timeframe,
            @ForAll("writes") List<TreeMap<Integer, Double>> writes,
            @ForAll("ends") int from,
            @ForAll("ends") int to) {
        SeriesKey key =
                new SeriesKey(
                        TestCandles.minutesOf("P" + SERIES.incrementAndGet()).market(), timeframe);
        TreeMap<Long, Double> expected = new TreeMap<>();

        for (Map<Integer, Double> write : writes) {
            UpsertResult result = new UpsertResult(0, 0, 0);
            CandleSeries.Builder candles = CandleSeries.builder(write.size());
            for (Map.Entry<Integer, Double> entry : write.entrySet()) {
                long time = time(timeframe, entry.getKey());
                double value = entry.getValue();
                candles.add(time, value, value + 1, value - 1, -value, value * 3);
                Double before = expected.put(time, value);
                result = result.plus(change(before, value));
            }
            assertThat(STORES.candles().upsert(key, candles.build(), "test")).isEqualTo(result);
        }

        TimeRange range =
                new TimeRange(
                        time(timeframe, Math.min(from, to)), time(timeframe, Math.max(from, to)));
        assertThat(contents(STORES.candles().load(key, TimeRange.ALL))).isEqualTo(expected);
        assertThat(contents(STORES.candles().load(key, range)))
                .isEqualTo(new TreeMap<>(expected.subMap(range.fromMs(), range.toMs())));
        assertThat(STORES.candles().info(key).map(SeriesInfo::candles).orElse(0L))
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

    @Provide
    Arbitrary<Timeframe> timeframes() {
        return Arbitraries.of(Timeframe.S1, Timeframe.M1, Timeframe.D1, Timeframe.W1);
    }

    @Provide
    Arbitrary<List<TreeMap<Integer, Double>>> writes() {
        Arbitrary<Double> values = Arbitraries.of(-0.0, 0.0, 1.5, 60_000.01, 1e-9, 1e15);
        Arbitrary<TreeMap<Integer, Double>> write =
                Combinators.combine(ends(), Arbitraries.integers().between(0, 300), values)
                        .as(H2CandleRepositoryPropertyTest::run);
        return write.list().ofMaxSize(6);
    }

    /// Mostly neighbours, with a hole now and then.
    private static TreeMap<Integer, Double> run(int start, int length, double value) {
        TreeMap<Integer, Double> run = new TreeMap<>();
        for (int i = 0; i < length; i++) {
            if (i % 17 != 3) {
                run.put(start + i, i % 5 == 0 ? value + i : value);
            }
        }
        return run;
    }

    @Provide
    Arbitrary<Integer> ends() {
        // around the borders of the slots at 0, 8192 and 16384
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-400, 400),
                Arbitraries.integers().between(7800, 8600),
                Arbitraries.integers().between(15_900, 16_800));
    }
}
