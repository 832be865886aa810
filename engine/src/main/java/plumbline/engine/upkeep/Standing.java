package plumbline.engine.upkeep;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.DataIssue.State;
import plumbline.engine.market.IssueRepository;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesKey;

/// What stands in the ledger of a series, told apart and counted: the one place that says what is a
/// gap and what was never asked for.
///
/// @param gaps candles that are missing though their source was asked for them
/// @param unasked time between candles for which nobody asked; no fault
/// @param others everything else that is wrong
public record Standing(List<DataIssue> gaps, List<DataIssue> unasked, List<DataIssue> others) {
    private static final Set<State> STATES = EnumSet.of(State.OPEN, State.CONFIRMED);

    /// Reads the ledger of a series.
    public static Standing of(IssueRepository issues, SeriesKey key) {
        return of(issues.list(key, STATES));
    }

    /// @param standing open and confirmed ones, oldest first
    public static Standing of(List<DataIssue> standing) {
        return new Standing(
                outermost(standing.stream().filter(i -> kind(i) == Kind.GAP).toList()),
                standing.stream().filter(i -> kind(i) == Kind.UNASKED).toList(),
                standing.stream().filter(i -> !kind(i).isMissing()).toList());
    }

    /// An outage around which candles were lost is counted with these.
    private static List<DataIssue> outermost(List<DataIssue> gaps) {
        return gaps.stream()
                .filter(gap ->
                        gaps.stream()
                                .noneMatch(other ->
                                        other != gap && gap.isConfirmedWithin(other.fault())))
                .toList();
    }

    private static Kind kind(DataIssue issue) {
        return issue.fault().kind();
    }

    /// Gaps of which nobody has said that the source has nothing.
    public List<DataIssue> open() {
        return gaps.stream().filter(i -> i.state() == State.OPEN).toList();
    }

    /// Gaps for which the source has nothing: outages.
    public List<DataIssue> confirmed() {
        return gaps.stream().filter(i -> i.state() == State.CONFIRMED).toList();
    }

    /// How many candles are missing in the gaps.
    public long missing() {
        return candles(gaps);
    }

    /// How many of them are missing in the open ones.
    public long missingOpen() {
        return candles(open());
    }

    /// How many candles were never asked for.
    public long neverAsked() {
        return candles(unasked);
    }

    /// Candles that their source gave otherwise later; the text of each says how it was before.
    public List<DataIssue> replaced() {
        return others.stream().filter(i -> kind(i) == Kind.CONFLICT).toList();
    }

    /// Every time at which candles are not there, whatever the reason.
    public List<Fault> holes() {
        return Stream.concat(gaps.stream(), unasked.stream()).map(DataIssue::fault).toList();
    }

    private static long candles(List<DataIssue> issues) {
        return issues.stream().mapToLong(i -> i.fault().candles()).sum();
    }
}
