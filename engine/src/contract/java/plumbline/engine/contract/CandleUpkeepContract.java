package plumbline.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.SeriesVerdict;
import plumbline.engine.market.SlotSum;
import plumbline.engine.market.TimeRange;

/// What every store of candles does alike to keep them sound.
public abstract class CandleUpkeepContract {
    private static final SeriesKey KEY = TestCandles.MINUTES;
    private static final long MINUTE = 60_000;

    private OpenStore store;
    private CandleRepository repository;

    /// Opens the store of this test; again with the same contents if it was open before.
    protected abstract OpenStore openStore();

    @BeforeEach
    void open() {
        store = openStore();
        repository = store.candles();
    }

    @AfterEach
    void close() {
        store.closing().run();
    }

    @Test
    void streamsInBlocksWhatItLoadsAtOnce() {
        CandleSeries all = TestCandles.minutes(300_000, 1);
        repository.upsert(KEY, all, "test");
        TimeRange part = new TimeRange(all.openTime()[1234], all.openTime()[278_901]);
        List<CandleSeries> blocks = new ArrayList<>();

        repository.stream(KEY, part, blocks::add, () -> false);

        assertThat(blocks.stream().mapToInt(CandleSeries::size).sum()).isEqualTo(277_667);
        assertThat(blocks).allSatisfy(b -> assertThat(b.size()).isBetween(1, 140_000));
        assertThat(repository.fingerprint(KEY, part)).isEqualTo(all.between(part).fingerprint());
    }

    @Test
    void aStreamStopsWhenItIsCancelled() {
        repository.upsert(KEY, TestCandles.minutes(300_000, 1), "test");
        AtomicInteger blocks = new AtomicInteger();

        assertThatThrownBy(() ->
                        repository.stream(
                                KEY,
                                TimeRange.ALL,
                                _ -> blocks.incrementAndGet(),
                                () -> blocks.get() == 1))
                .isInstanceOf(CancellationException.class);

        assertThat(blocks.get()).isEqualTo(1);
        assertThat(repository.load(KEY, TimeRange.ALL).size()).isEqualTo(300_000);
    }

    @Test
    void sumsTellWhichSlotsDiffer() {
        CandleSeries all = TestCandles.minutes(30_000, 1);
        SeriesKey other = TestCandles.minutesOf("ETH");
        repository.upsert(KEY, all.slice(0, 20_000), "a");
        repository.upsert(KEY, all.slice(15_000, 30_000), "b");
        repository.upsert(other, all, "c");

        List<SlotSum> sums = repository.sums(KEY);
        assertThat(sums)
                .zipSatisfy(
                        repository.sums(other), (a, b) -> assertThat(a.sameCandles(b)).isTrue());
        assertThat(sums.stream().mapToInt(SlotSum::candles).sum()).isEqualTo(30_000);

        repository.upsert(other, TestCandles.minutes(30_000, 2).slice(9000, 9001), "d");
        List<SlotSum> changed = repository.sums(other);
        assertThat(sums.stream().filter(s -> changed.stream().noneMatch(s::sameCandles)))
                .hasSize(1);
        assertThat(changed.stream().mapToLong(SlotSum::revision).max().orElseThrow())
                .isGreaterThan(sums.getFirst().revision());
    }

    @Test
    void aSoundSeriesHasNoFaults() {
        repository.upsert(KEY, TestCandles.minutes(30_000, 1), "test");

        SeriesVerdict verdict = repository.verify(KEY, () -> false);

        assertThat(verdict.candles()).isEqualTo(30_000);
        assertThat(verdict.blocks()).isPositive();
        assertThat(verdict.faults()).isEmpty();
        assertThat(repository.putAside(KEY)).isEmpty();
        assertThatThrownBy(() -> repository.verify(KEY, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void everyKindOfFaultIsFound() {
        CandleSeries.Builder faulty = CandleSeries.builder(10);
        long start = TestCandles.START;
        faulty.add(start, 1, 2, 0.5, 1, 1);
        faulty.add(start + MINUTE, 1, 0.5, 2, 1, 1); // high below low
        faulty.add(start + 2 * MINUTE, 1, 2, 0.5, 1, -1); // volume below zero
        faulty.add(start + 5 * MINUTE, 1, 2, 0.5, 1, 1); // two are missing before it
        faulty.add(start + 6 * MINUTE + 1, 1, 2, 0.5, 1, 1); // off the grid
        repository.upsert(KEY, faulty.build(), "test");

        assertThat(repository.verify(KEY, () -> false).faults())
                .extracting(Fault::kind)
                .containsExactly(Kind.CANDLE, Kind.CANDLE, Kind.GAP, Kind.MISALIGNED);
    }

    @Test
    void theVersionOfASeriesTellsEveryChange() {
        CandleSeries all = TestCandles.minutes(100, 1);
        assertThat(repository.version(KEY)).isEmpty();
        repository.upsert(KEY, all.slice(0, 50), "test");
        String first = repository.version(KEY);

        repository.upsert(KEY, all.slice(0, 50), "test");
        assertThat(repository.version(KEY)).isEqualTo(first);
        repository.upsert(KEY, all, "test");
        assertThat(repository.version(KEY)).isNotEqualTo(first).isNotEmpty();
        repository.delete(KEY);
        repository.upsert(KEY, all.slice(0, 50), "test");
        assertThat(repository.version(KEY)).isNotEqualTo(first).isNotEmpty();
    }
}
