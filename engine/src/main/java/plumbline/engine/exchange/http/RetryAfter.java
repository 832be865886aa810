package plumbline.engine.exchange.http;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// How long a venue wants to be left alone, as its header `Retry-After` says: seconds, or a date.
///
/// Source: RFC 9110, 10.2.3.
final class RetryAfter {
    /// The longest that is believed; the longest ban that is known of is one of three days.
    private static final long MOST_MS = Duration.ofDays(7).toMillis();

    private RetryAfter() {}

    /// @param header `Retry-After`
    /// @param date the header `Date` of the same answer: both are by the same clock
    /// @param venueMs the venue's time as far as we know it, if it does not say
    /// @param otherwiseMs what to believe of a header that is not there or says nothing
    static long ms(@Nullable String header, @Nullable String date, long venueMs, long otherwiseMs) {
        if (header == null) {
            return otherwiseMs;
        }
        String text = header.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            boolean endless = text.length() > 9;
            return endless ? MOST_MS : Math.min(MOST_MS, Long.parseLong(text) * 1000);
        }
        Instant until = instant(text);
        if (until == null) {
            return otherwiseMs;
        }
        Instant said = date == null ? null : instant(date.strip());
        long from = said == null ? venueMs : said.toEpochMilli();
        return Math.clamp(until.toEpochMilli() - from, 0, MOST_MS);
    }

    private static @Nullable Instant instant(String date) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
        } catch (DateTimeParseException e) {
            return null; // the caller has something to go on with
        }
    }
}
