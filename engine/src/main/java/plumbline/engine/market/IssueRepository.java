package plumbline.engine.market;

import java.util.List;
import java.util.Set;

/// Port: the ledger of faults. A fault that was found stays in it, with what became of it.
///
/// Threads, errors: as [CandleRepository].
public interface IssueRepository {
    /// The issues of a series, oldest time first.
    ///
    /// @param states which to give
    List<DataIssue> list(SeriesKey key, Set<DataIssue.State> states);

    /// The series that have issues, by market and then timeframe, also those of which no candle is
    /// left.
    ///
    /// @param states of the issues
    List<SeriesKey> series(Set<DataIssue.State> states);

    /// Brings the ledger up to date with what a check of a series found: a fault that is new opens
    /// an issue, one that is known stays as it is, what is left of a confirmed one is confirmed,
    /// and what is no longer found is resolved, but for a confirmed one within a larger one.
    ///
    /// @param looked the kinds that the check looked for; issues of other kinds are left alone
    /// @param found every fault of those kinds that the series has
    Settled settle(SeriesKey key, Set<SeriesCheck.Kind> looked, List<SeriesCheck.Fault> found);

    /// Adds an issue that no check would find again, such as a conflict of two sources.
    void note(SeriesKey key, SeriesCheck.Fault fault);

    /// Puts the open issues of a kind that lie within `range` into another state, or, if that is
    /// [DataIssue.State#OPEN], the confirmed ones back into it.
    ///
    /// @return how many there were
    int mark(SeriesKey key, SeriesCheck.Kind kind, TimeRange range, DataIssue.State state);

    /// What [#settle] did, in issues.
    ///
    /// @param opened are new
    /// @param known were open or confirmed before and still are
    /// @param resolved are not there any more
    record Settled(int opened, int known, int resolved) {}
}
