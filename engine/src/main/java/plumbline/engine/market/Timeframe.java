package plumbline.engine.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// How long a candle lasts. All are of fixed length but the calendar month.
///
/// Candles are aligned to UTC: those up to a day to midnight, weeks to Monday, `3d` to the epoch.
public enum Timeframe {
    S1("1s", 1),
    M1("1m", 60),
    M3("3m", 180),
    M5("5m", 300),
    M15("15m", 900),
    M30("30m", 1800),
    H1("1h", 3600),
    H2("2h", 7200),
    H4("4h", 14400),
    H6("6h", 21600),
    H8("8h", 28800),
    H12("12h", 43200),
    D1("1d", 86400),
    D3("3d", 259200),
    W1("1w", 604800),
    MONTH1("1M", 2_629_746);

    /// 1970-01-05, a Monday, in milliseconds.
    private static final long FIRST_MONDAY = 4 * 86_400_000L;

    private final String code;
    private final long millis;

    Timeframe(String code, long seconds) {
        this.code = code;
        this.millis = seconds * 1000;
    }

    /// As it is written: `1m`, `1h`, `1d`, `1M`.
    public String code() {
        return code;
    }

    /// Length in milliseconds; of the calendar month the mean length.
    public long millis() {
        return millis;
    }

    /// Open time of the candle that holds `timeMs`.
    public long openOf(long timeMs) {
        return switch (this) {
            case MONTH1 -> monthStart(timeMs, 0);
            case W1 -> Math.floorDiv(timeMs - FIRST_MONDAY, millis) * millis + FIRST_MONDAY;
            default -> Math.floorDiv(timeMs, millis) * millis;
        };
    }

    /// Open time of the candle after the one that opened at `openTimeMs`: where that one closes.
    public long next(long openTimeMs) {
        return this == MONTH1 ? monthStart(openTimeMs, 1) : openTimeMs + millis;
    }

    /// How many candles can open within a range.
    public long opens(TimeRange range) {
        if (range.isEmpty()) {
            return 0;
        }
        long open = openOf(range.fromMs());
        long first = open < range.fromMs() ? next(open) : open;
        long last = openOf(range.toMs() - 1);
        return last < first ? 0 : steps(first, last) + 1;
    }

    /// Number of candles that fit between two open times: 1 for neighbours.
    public long steps(long fromOpenMs, long toOpenMs) {
        if (this == MONTH1) {
            LocalDate from = date(fromOpenMs);
            LocalDate to = date(toOpenMs);
            return (to.getYear() - from.getYear()) * 12L
                    + to.getMonthValue()
                    - from.getMonthValue();
        }
        return Math.floorDiv(toOpenMs - fromOpenMs, millis);
    }

    /// Whether candles of this timeframe can be built from candles of `finer`.
    public boolean isBuiltFrom(Timeframe finer) {
        if (finer.millis >= millis) {
            return false;
        }
        return this == MONTH1 ? D1.millis % finer.millis == 0 : millis % finer.millis == 0;
    }

    /// The timeframe written as `code`.
    public static Optional<Timeframe> of(String code) {
        return Arrays.stream(values()).filter(t -> t.code.equals(code)).findFirst();
    }

    /// All codes, shortest first, for messages.
    public static String codes() {
        return Arrays.stream(values()).map(Timeframe::code).collect(Collectors.joining(" "));
    }

    private static long monthStart(long timeMs, int monthsLater) {
        return date(timeMs)
                .withDayOfMonth(1)
                .plusMonths(monthsLater)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli();
    }

    private static LocalDate date(long timeMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return code;
    }
}
