package plumbline.engine.market;

import java.time.Instant;

/// A fault of a series as the ledger keeps it.
///
/// @param id its number in the ledger
/// @param changedAt when it came into its state
public record DataIssue(
        long id,
        SeriesKey key,
        SeriesCheck.Fault fault,
        State state,
        Instant foundAt,
        Instant changedAt) {

    /// What became of a fault.
    public enum State {
        /// Found, and nothing is known to be done about it.
        OPEN,
        /// The source was asked again and has nothing else: an outage, not our loss.
        CONFIRMED,
        /// It was looked for again and is not there any more.
        RESOLVED
    }
}
