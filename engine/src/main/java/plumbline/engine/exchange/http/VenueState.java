package plumbline.engine.exchange.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import plumbline.engine.exchange.resilience.RequestGate;

/// How it stands between us and a venue, at one moment.
///
/// @param limit what is used of its limit, until when it refuses, and who waits
/// @param breakers of each group of endpoints that was asked so far
/// @param latency of the last answer
/// @param error the last one; stays when later calls succeed
/// @param clockOffset how far its clock is ahead of ours; empty before it was measured
public record VenueState(
        String venue,
        RequestGate.State limit,
        Map<String, Breaker> breakers,
        Optional<Duration> latency,
        Optional<Failure> error,
        Optional<Duration> clockOffset) {

    /// Whether a group of endpoints is asked.
    public enum Breaker {
        /// It is.
        CLOSED,
        /// It is left alone.
        OPEN,
        /// One request is tried.
        PROBING
    }

    /// A call that failed.
    ///
    /// @param reason for people
    /// @param standing whether no call has succeeded since
    public record Failure(Instant at, String reason, boolean standing) {
        Failure over() {
            return new Failure(at, reason, false);
        }
    }
}
