package plumbline.engine.exchange.http;

import java.time.Instant;

/// Something has changed in how a venue is called.
///
/// @param at by the clock of this machine
/// @param reason for people, one line
public record VenueEvent(Instant at, String venue, Kind kind, String reason) {
    /// What has changed.
    public enum Kind {
        /// The venue refuses: nothing is sent to it.
        LIMIT_CLOSED,
        /// Its refusal is over, and the first request was sent.
        LIMIT_OPENED,
        /// A group of endpoints failed too often and is left alone.
        BREAKER_OPENED,
        /// One request is tried.
        BREAKER_PROBING,
        /// It works again.
        BREAKER_CLOSED,
        /// How far the venue's clock is ahead was measured.
        CLOCK_LEARNT,
        /// It could not be measured.
        CLOCK_UNKNOWN,
        /// A call is tried again.
        RETRIED
    }
}
