package plumbline.engine.exchange.http;

import java.time.Duration;

/// How patient we are with a venue.
///
/// @param connect how long a connection may take
/// @param silence how long nothing may come
/// @param whole how long a try may take in all
/// @param largestAnswer in bytes, unpacked
/// @param tries of one call, 1 or more
/// @param firstPause upper bound of the pause after the first try; doubles with each
/// @param longestPause upper bound of all pauses
/// @param failures so many in a row, and a group of endpoints is left alone
/// @param leftAlone for how long; then one request is tried
public record CallRules(
        Duration connect,
        Duration silence,
        Duration whole,
        long largestAnswer,
        int tries,
        Duration firstPause,
        Duration longestPause,
        int failures,
        Duration leftAlone) {
    /// What suits the large venues.
    public static final CallRules USUAL =
            new CallRules(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    64L << 20,
                    4,
                    Duration.ofMillis(500),
                    Duration.ofSeconds(20),
                    5,
                    Duration.ofSeconds(30));

    /// @throws IllegalArgumentException if there is no try, no failure, or no byte
    public CallRules {
        if (tries < 1 || failures < 1 || largestAnswer < 1) {
            throw new IllegalArgumentException(
                    "tries, failures and largest answer must be 1 or more, are "
                            + tries
                            + ", "
                            + failures
                            + " and "
                            + largestAnswer);
        }
    }

    /// Upper bound of the pause after a try; the pause is drawn evenly from 0 to it, so that many
    /// callers do not come back together.
    ///
    /// @param tried how many tries there were, from 1
    long pauseMs(int tried) {
        long doubled = firstPause.toMillis() << Math.min(tried - 1, 20);
        return Math.min(longestPause.toMillis(), doubled);
    }
}
