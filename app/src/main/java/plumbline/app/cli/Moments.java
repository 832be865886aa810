package plumbline.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.TimeRange;

/// Times as they are given in options: `2025-07-17`, `2025-07-17T08:00`, with `Z` or an offset; UTC
/// without one.
final class Moments {
    private static final long EARLIEST_MS = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long LATEST_MS = Instant.parse("+10000-01-01T00:00:00Z").toEpochMilli();

    private Moments() {}

    /// From `from` (included) to `to` (not included); open where nothing is given.
    static TimeRange range(@Nullable String from, @Nullable String to) {
        long fromMs = from == null ? TimeRange.ALL.fromMs() : parse("--from", from);
        long toMs = to == null ? TimeRange.ALL.toMs() : parse("--to", to);
        if (toMs <= fromMs) {
            throw CommandFailure.usage("--to " + to + " is not after --from " + from);
        }
        return new TimeRange(fromMs, toMs);
    }

    /// One moment, epoch milliseconds.
    static long at(String option, String text) {
        return parse(option, text);
    }

    private static long parse(String option, String text) {
        try {
            long timeMs = instant(text.strip().replace(' ', 'T')).toEpochMilli();
            if (timeMs >= EARLIEST_MS && timeMs < LATEST_MS) {
                return timeMs;
            }
        } catch (DateTimeException | ArithmeticException e) { // no time, or one beyond all counting
            throw refused(option, text, e);
        }
        throw refused(option, text, null);
    }

    private static Instant instant(String iso) {
        if (iso.length() == 10) {
            return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    private static CommandFailure refused(
            String option, String text, @Nullable RuntimeException cause) {
        CommandFailure failure =
                CommandFailure.usage(
                        option
                                + " must be a date or date-time like 2025-07-17 or 2025-07-17T08:00Z, in the"
                                + " years 0 to 9999, was '"
                                + text
                                + "'");
        failure.initCause(cause);
        return failure;
    }

    /// As tables show it: `2025-07-17 08:00`.
    static String text(long timeMs) {
        return Instant.ofEpochMilli(timeMs)
                .atOffset(ZoneOffset.UTC)
                .toLocalDateTime()
                .toString()
                .replace('T', ' ');
    }

    /// As JSON has it: `2025-07-17T08:00:00Z`.
    static String iso(long timeMs) {
        return Instant.ofEpochMilli(timeMs).toString();
    }
}
