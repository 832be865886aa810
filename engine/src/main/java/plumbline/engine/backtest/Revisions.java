package plumbline.engine.backtest;

import java.util.EnumSet;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.DataIssue.State;
import plumbline.engine.market.IssueRepository;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;

/// Port: which stored candles their source gave otherwise later.
///
/// Threads: as [IssueRepository].
@FunctionalInterface
public interface Revisions {
    /// Nobody keeps a ledger.
    Revisions NONE = (stored, range) -> 0;

    /// About how many candles of a series within a range were replaced.
    ///
    /// @param stored the series in the store
    long candles(SeriesKey stored, TimeRange range);

    /// Those that a ledger knows.
    static Revisions of(IssueRepository ledger) {
        return (stored, range) ->
                ledger.list(stored, EnumSet.allOf(State.class)).stream()
                        .map(DataIssue::fault)
                        .filter(fault -> fault.kind() == Kind.CONFLICT)
                        // of several replaced at once only the first is noted with its time
                        .filter(fault ->
                                fault.fromMs() < range.toMs()
                                        && (fault.candles() > 1 || fault.toMs() > range.fromMs()))
                        .mapToLong(fault -> fault.candles())
                        .sum();
    }
}
