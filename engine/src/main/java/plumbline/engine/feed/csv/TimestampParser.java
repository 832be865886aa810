package plumbline.engine.feed.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads times from bytes: ISO-8601 dates and date-times, or a number since 1970-01-01 in seconds,
/// milliseconds, microseconds or nanoseconds, told apart by size.
///
/// Not thread-safe: one instance for one stream.
public final class TimestampParser implements TimeReader {
    private static final Instant EARLIEST = Instant.parse("-100000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+100000-01-01T00:00:00Z");
    private static final long SECONDS_BELOW = 100_000_000_000L;
    private static final long MILLIS_BELOW = SECONDS_BELOW * 1000;
    private static final long MICROS_BELOW = MILLIS_BELOW * 1000;
    private static final long DAY = 86_400_000L;

    // lengths: 2025-07-17, 2025-07-17T08:00:00
    private static final int DATE = 10;
    private static final int SECONDS = 19;
    private static final int BASIC_LENGTH = 14;

    // strict: a lenient 30th of February is silently the 28th
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd HH:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WITH_OFFSET =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendPattern("[ ][XXX][XX][X]")
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final ZoneId zone;
    private final boolean utc;
    private long lastDate;
    private int lastDateRest;
    private long lastDay;

    /// @param zone that of times without one
    public TimestampParser(ZoneId zone) {
        this.zone = zone;
        this.utc = zone.normalized().equals(ZoneOffset.UTC);
    }

    @Override
    public long read(byte[] bytes, int from, int to) {
        if (utc && to - from >= DATE && bytes[from + 4] == '-') {
            long time = isoUtc(bytes, from, to);
            if (time != NONE) {
                return time;
            }
        } else if (utc && to - from == BASIC_LENGTH && bytes[from + 8] == ' ') {
            long time = basicUtc(bytes, from);
            if (time != NONE) {
                return time;
            }
        } else if (to - from != 8) {
            long number = digits(bytes, from, to);
            if (number >= 0) {
                return ofEpoch(number);
            }
        }
        return slow(NumberParser.text(bytes, from, to));
    }

    /// The time that `text` is as epoch milliseconds, or [#NONE].
    public long read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        return length == 0
                ? NONE
                : read(Arrays.copyOf(bytes, length + ByteScanner.SLACK), 0, length);
    }

    /// Milliseconds of a number whose unit its size tells.
    public static long ofEpoch(long number) {
        if (number < SECONDS_BELOW) {
            return number * 1000;
        }
        if (number < MILLIS_BELOW) {
            return number;
        }
        return number < MICROS_BELOW ? number / 1000 : number / 1_000_000;
    }

    /// The number that the digits in `bytes[from..to)` make, or a negative one if there is none.
    public static long digits(byte[] bytes, int from, int to) {
        if (to == from || to - from > 19) {
            return -1;
        }
        long value = 0;
        int i = from;
        if (to - from > 8) {
            long word = ByteScanner.word(bytes, from);
            if (ByteScanner.digits(word) < 8) {
                return -1;
            }
            value = ByteScanner.number(word, 8);
            i += 8;
        }
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /// `2025-07-17`, or that with `T08:00:00` or ` 08:00:00` and an optional `Z`.
    private long isoUtc(byte[] b, int from, int to) {
        int length = to - from;
        if (length == SECONDS + 1 && b[to - 1] == 'Z') {
            length = SECONDS;
        }
        if (length != DATE && length != SECONDS) {
            return NONE;
        }
        long day = day(b, from);
        if (day == NONE || length == DATE) {
            return day;
        }
        byte separator = b[from + DATE];
        long ofDay = ByteScanner.clock(b, from + DATE + 1);
        return ofDay < 0 || separator != 'T' && separator != ' ' ? NONE : day + ofDay * 1000;
    }

    /// `20250717 08:00`, as LEAN writes hours and days.
    private static long basicUtc(byte[] b, int from) {
        long hour = digits(b, from + 9, from + 11);
        long minute = digits(b, from + 12, from + 14);
        long date = digits(b, from, from + 8);
        boolean isTime =
                b[from + 11] == ':' && hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
        long day = isTime && date > 0 ? day(date / 10_000, date / 100 % 100, date % 100) : NONE;
        return day == NONE ? NONE : day + (hour * 60 + minute) * 60_000;
    }

    /// Midnight of a date; mostly that of the row before.
    private long day(byte[] b, int from) {
        long word = ByteScanner.word(b, from);
        int rest = b[from + 8] << 8 | b[from + 9] & 0xFF;
        if (word != lastDate || rest != lastDateRest) {
            long day = newDay(b, from);
            if (day == NONE) {
                return NONE;
            }
            lastDate = word;
            lastDateRest = rest;
            lastDay = day;
        }
        return lastDay;
    }

    private static long newDay(byte[] b, int from) {
        long year = digits(b, from, from + 4);
        long month = digits(b, from + 5, from + 7);
        long day = digits(b, from + 8, from + DATE);
        return b[from + 7] == '-' ? day(year, month, day) : NONE;
    }

    /// Midnight of a date, or [#NONE] if there is no such day.
    private static long day(long year, long month, long day) {
        boolean isDate = year > 0 && month >= 1 && month <= 12 && day >= 1;
        if (!isDate || day > YearMonth.of((int) year, (int) month).lengthOfMonth()) {
            return NONE;
        }
        return LocalDate.of((int) year, (int) month, (int) day).toEpochDay() * DAY;
    }

    private long slow(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        String iso = text.length() > DATE && text.charAt(DATE) == ' ' ? withT(text) : text;
        LocalDateTime local = local(iso);
        if (local != null) {
            return millis(local.atZone(zone).toInstant());
        }
        OffsetDateTime time = withOffset(iso.endsWith(" UTC") ? iso.replace(" UTC", "Z") : iso);
        if (time != null) {
            return millis(time.toInstant());
        }
        BigDecimal number = text.matches("\\d{8}") ? null : NumberParser.decimal(text);
        if (number == null || number.signum() < 0 || number.compareTo(LARGEST) > 0) {
            return NONE;
        }
        long whole = number.setScale(0, RoundingMode.FLOOR).longValue();
        // the unit is that of the whole part; a fraction of a second is kept to the millisecond
        return whole < SECONDS_BELOW
                ? number.movePointRight(3).setScale(0, RoundingMode.FLOOR).longValue()
                : ofEpoch(whole);
    }

    /// [#NONE] if it is millions of years away.
    private static long millis(Instant time) {
        return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? NONE : time.toEpochMilli();
    }

    private static String withT(String text) {
        return text.substring(0, DATE) + 'T' + text.substring(DATE + 1);
    }

    private static @Nullable LocalDateTime local(String text) {
        try {
            if (text.length() >= 8 && Character.isDigit(text.charAt(4))) {
                return text.length() == 8
                        ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay()
                        : LocalDateTime.parse(text, BASIC);
            }
            return text.length() == DATE
                    ? LocalDate.parse(text).atStartOfDay()
                    : LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            return null; // not of this form; the caller tries the next
        }
    }

    private static @Nullable OffsetDateTime withOffset(String text) {
        try {
            return OffsetDateTime.parse(text, WITH_OFFSET);
        } catch (DateTimeException e) {
            return null; // not of this form; the caller tries the next
        }
    }
}
