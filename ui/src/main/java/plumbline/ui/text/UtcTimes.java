package plumbline.ui.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import plumbline.engine.market.Timeframe;

/// Times as the window shows them, UTC.
///
/// Threads: any thread.
public final class UtcTimes {
    /// How long a day is.
    public static final long DAY_MS = Timeframe.D1.millis();

    private static final DateTimeFormatter DATE = utc("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = utc("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = utc("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter SHORT_MINUTE = utc("MM-dd HH:mm");
    private static final long YEAR_MS = 365L * Timeframe.D1.millis();

    private UtcTimes() {}

    /// `2025-07-17`.
    public static String date(long timeMs) {
        return DATE.format(Instant.ofEpochMilli(timeMs));
    }

    /// `2025-07-17 08:00`.
    public static String minute(long timeMs) {
        return MINUTE.format(Instant.ofEpochMilli(timeMs));
    }

    /// `2025-07-17 08:00:30`.
    public static String second(long timeMs) {
        return SECOND.format(Instant.ofEpochMilli(timeMs));
    }

    /// `07-17 08:00`, or with the year where the whole span is longer than one.
    public static String within(long timeMs, long spanMs) {
        return (spanMs < YEAR_MS ? SHORT_MINUTE : MINUTE).format(Instant.ofEpochMilli(timeMs));
    }

    /// How long ago something was, in its largest unit: `3 h`, `12 d`, `13 y`.
    public static String age(long millis) {
        long minutes = Math.max(0, millis) / 60_000;
        if (minutes < 120) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        if (hours < 48) {
            return hours + " h";
        }
        long days = hours / 24;
        return days < 730 ? days + " d" : days / 365 + " y";
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
