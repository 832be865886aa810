package plumbline.engine.market;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

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

    /// Whether this says of another fault, which lies within it, that it is an outage as well: what
    /// is left of an outage when some of its candles were found after all.
    public boolean confirms(SeriesCheck.Fault other) {
        return state == State.CONFIRMED
                && fault.kind() == other.kind()
                && fault.fromMs() <= other.fromMs()
                && fault.toMs() >= other.toMs();
    }

    /// Whether this is an outage that lies within something larger that is missing or damaged now,
    /// as when the candles around it were lost: it is still one.
    public boolean isConfirmedWithin(SeriesCheck.Fault other) {
        return state == State.CONFIRMED
                && (other.kind() == fault.kind() || other.kind() == SeriesCheck.Kind.DAMAGED)
                && other.fromMs() <= fault.fromMs()
                && other.toMs() >= fault.toMs();
    }

    /// What became of a fault.
    public enum State {
        /// Found, and nothing is known to be done about it.
        OPEN,
        /// The source has nothing else: an outage, not our loss.
        CONFIRMED,
        /// It was looked for again and is not there any more.
        RESOLVED;

        /// The states that an issue can be put into this one from.
        public Set<State> from() {
            return EnumSet.of(this == OPEN ? CONFIRMED : OPEN);
        }
    }
}
