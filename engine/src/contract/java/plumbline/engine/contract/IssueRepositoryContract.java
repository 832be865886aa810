package plumbline.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.DataIssue.State;
import plumbline.engine.market.IssueRepository;
import plumbline.engine.market.IssueRepository.Settled;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;

/// What every ledger of faults does alike.
public abstract class IssueRepositoryContract {
    private static final SeriesKey KEY = TestCandles.MINUTES;

    private OpenStore store;
    private IssueRepository issues;

    /// Opens the store of this test; again with the same contents if it was open before.
    protected abstract OpenStore openStore();

    @BeforeEach
    void open() {
        store = openStore();
        issues = store.issues();
    }

    @AfterEach
    void close() {
        store.closing().run();
    }

    @Test
    void theSeriesThatHaveIssuesAreListed() {
        SeriesKey other = TestCandles.minutesOf("AAA");
        issues.note(KEY, new Fault(Kind.GAP, 0, 60_000, 1, "1 candle missing"));
        issues.note(KEY, new Fault(Kind.GAP, 120_000, 180_000, 1, "1 candle missing"));
        issues.note(other, new Fault(Kind.GAP, 0, 60_000, 1, "1 candle missing"));
        issues.mark(other, Kind.GAP, new TimeRange(0, 60_000), State.CONFIRMED);

        assertThat(issues.series(EnumSet.of(State.OPEN))).containsExactly(KEY);
        assertThat(issues.series(EnumSet.of(State.OPEN, State.CONFIRMED)))
                .containsExactly(other, KEY);
        assertThat(issues.series(EnumSet.of(State.RESOLVED))).isEmpty();
    }

    @Test
    void theLedgerKeepsWhatBecameOfEveryFault() {
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
                .containsExactly(tuple(first, State.CONFIRMED), tuple(second, State.RESOLVED));
        assertThat(issues.list(KEY, EnumSet.of(State.OPEN))).hasSize(1);
    }

    @Test
    void whatIsLeftOfAConfirmedGapIsConfirmed() {
        Set<Kind> gaps = EnumSet.of(Kind.GAP);
        Fault outage = new Fault(Kind.GAP, 0, 240_000, 4, "4 candles missing");
        Fault left = new Fault(Kind.GAP, 60_000, 180_000, 2, "2 candles missing");
        Fault other = new Fault(Kind.GAP, 180_000, 300_000, 2, "2 candles missing");
        issues.settle(KEY, gaps, List.of(outage));
        issues.mark(KEY, Kind.GAP, new TimeRange(0, 240_000), State.CONFIRMED);

        assertThat(issues.settle(KEY, gaps, List.of(left, other))).isEqualTo(new Settled(1, 1, 1));

        assertThat(issues.list(KEY, EnumSet.of(State.OPEN, State.CONFIRMED)))
                .extracting(DataIssue::fault, DataIssue::state)
                .containsExactly(tuple(left, State.CONFIRMED), tuple(other, State.OPEN));
    }

    @Test
    void aConfirmationCanBeTakenBack() {
        issues.note(KEY, new Fault(Kind.GAP, 0, 60_000, 1, "within"));
        TimeRange range = new TimeRange(0, 120_000);
        issues.mark(KEY, Kind.GAP, range, State.CONFIRMED);

        assertThat(issues.mark(KEY, Kind.GAP, range, State.OPEN)).isEqualTo(1);
        assertThat(issues.mark(KEY, Kind.GAP, range, State.OPEN)).isZero();

        assertThat(issues.list(KEY, EnumSet.of(State.OPEN))).hasSize(1);
    }

    @Test
    void issuesOfOneSeriesAreListedByTimeAndOfAnotherNotAtAll() {
        Fault late = new Fault(Kind.CONFLICT, 120_000, 180_000, 1, "late");
        Fault early = new Fault(Kind.CONFLICT, 0, 60_000, 1, "early");
        issues.note(KEY, late);
        issues.note(KEY, early);

        close();
        open();

        assertThat(issues.list(KEY, EnumSet.allOf(State.class)))
                .extracting(DataIssue::fault)
                .containsExactly(early, late);
        assertThat(issues.list(TestCandles.minutesOf("ETH"), EnumSet.allOf(State.class))).isEmpty();
    }

    @Test
    void onlyOpenIssuesWithinTheRangeAreMarked() {
        issues.note(KEY, new Fault(Kind.GAP, 0, 60_000, 1, "within"));
        issues.note(KEY, new Fault(Kind.GAP, 60_000, 180_000, 2, "beyond"));
        issues.note(KEY, new Fault(Kind.CONFLICT, 0, 60_000, 1, "of another kind"));
        TimeRange range = new TimeRange(0, 120_000);

        assertThat(issues.mark(KEY, Kind.GAP, range, State.CONFIRMED)).isEqualTo(1);
        assertThat(issues.mark(KEY, Kind.GAP, range, State.RESOLVED)).isZero();

        assertThat(issues.list(KEY, EnumSet.of(State.OPEN)))
                .extracting(i -> i.fault().text())
                .containsExactly("of another kind", "beyond");
    }
}
