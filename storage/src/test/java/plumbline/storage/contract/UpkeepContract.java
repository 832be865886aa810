package plumbline.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.DataIssue.State;
import plumbline.engine.market.IssueRepository;
import plumbline.engine.market.IssueRepository.Settled;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.SeriesVerdict;
import plumbline.engine.market.SlotSum;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.upkeep.StoreFacts;
import plumbline.storage.Stores;
import plumbline.storage.TestCandles;

/// What every store does alike to keep its contents sound.
public abstract class UpkeepContract {
    private static final SeriesKey KEY = TestCandles.MINUTES;
    private static final long MINUTE = 60_000;

    private Stores stores;
    private CandleRepository repository;

    /// Opens the store of this test; again with the same contents if it was open before.
    protected abstract Stores openStores();

    @BeforeEach
    void open() {
        stores = openStores();
        repository = stores.candles();
    }

    @AfterEach
    void close() {
        stores.close();
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
    void deletesASeriesWithAllThatIsKnownOfIt() {
        SeriesKey other = new SeriesKey(KEY.market(), Timeframe.H1);
        repository.upsert(KEY, TestCandles.minutes(10_000, 1), "test");
        repository.upsert(other, TestCandles.walk(Timeframe.H1, 0, 10, 1), "test");
        stores.issues().note(KEY, new Fault(Kind.GAP, 0, 1, 1, "a gap"));

        assertThat(repository.delete(KEY)).isTrue();
        assertThat(repository.delete(KEY)).isFalse();

        assertThat(repository.list()).hasSize(1);
        assertThat(repository.load(KEY, TimeRange.ALL).isEmpty()).isTrue();
        assertThat(repository.coverage(KEY)).isEmpty();
        assertThat(stores.issues().list(KEY, EnumSet.allOf(State.class))).isEmpty();
        repository.upsert(KEY, TestCandles.minutes(5, 1), "again");
        assertThat(repository.load(KEY, TimeRange.ALL).size()).isEqualTo(5);
        assertThat(repository.info(KEY).orElseThrow().source()).isEqualTo("again");
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

    @Test
    void theLedgerKeepsWhatBecameOfEveryFault() {
        IssueRepository issues = stores.issues();
        Set<Kind> gaps = EnumSet.of(Kind.GAP);
        Fault first = new Fault(Kind.GAP, 0, 60_000, 1, "1 candle missing");
        Fault second = new Fault(Kind.GAP, 120_000, 240_000, 2, "2 candles missing");
        issues.note(KEY, new Fault(Kind.CONFLICT, 0, 60_000, 1, "other"));

        assertThat(issues.settle(KEY, gaps, List.of(first, second)))
                .isEqualTo(new Settled(2, 0, 0));
        assertThat(issues.mark(KEY, Kind.GAP, new TimeRange(0, 60_000), State.CONFIRMED))
                .isEqualTo(1);
        assertThat(issues.settle(KEY, gaps, List.of(first))).isEqualTo(new Settled(0, 1, 1));

        assertThat(issues.list(KEY, EnumSet.allOf(State.class)))
                .filteredOn(i -> i.fault().kind() == Kind.GAP)
                .extracting(DataIssue::fault, DataIssue::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(first, State.CONFIRMED),
                        org.assertj.core.groups.Tuple.tuple(second, State.RESOLVED));
        assertThat(issues.list(KEY, EnumSet.of(State.OPEN))).hasSize(1);
    }

    @Test
    void saysWhatItIs() {
        StoreFacts facts = stores.facts();

        assertThat(facts.kind()).isNotBlank();
        assertThat(facts.place()).isNotBlank();
        assertThat(facts.bytes()).isPositive();
        assertThat(facts.warnings()).isEmpty();
    }
}
