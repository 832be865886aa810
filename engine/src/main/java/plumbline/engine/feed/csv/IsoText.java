package plumbline.engine.feed.csv;

import static plumbline.engine.feed.csv.TimeReader.NONE;

import java.time.LocalDate;
import java.time.YearMonth;
import plumbline.engine.bytes.ByteScanner;

/// Reads the forms in which programs write dates without looking at letters: `2025-07-17`,
/// `2025-07-17T08:00:00Z`, `20250717 08:00`. [DateText] reads all others, and these too.
///
/// Not thread-safe: one instance for one stream.
final class IsoText {
    private static final long DAY = 86_400_000L;

    // lengths: 2025-07-17, 2025-07-17T08:00:00, 20250717 08:00
    private static final int DATE = 10;
    private static final int SECONDS = 19;
    private static final int BASIC_LENGTH = 14;

    private long lastDate;
    private int lastDateRest;
    private long lastDay;

    /// The time in `bytes[from..to)` as if it were UTC, or [TimeReader#NONE].
    long read(byte[] bytes, int from, int to) {
        if (to - from >= DATE && bytes[from + 4] == '-') {
            return iso(bytes, from, to);
        }
        return to - from == BASIC_LENGTH && bytes[from + 8] == ' ' ? basic(bytes, from) : NONE;
    }

    /// `2025-07-17`, or that with `T08:00:00` or ` 08:00:00` and an optional `Z`.
    private long iso(byte[] b, int from, int to) {
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
    private static long basic(byte[] b, int from) {
        long hour = TimestampParser.digits(b, from + 9, from + 11);
        long minute = TimestampParser.digits(b, from + 12, from + 14);
        long date = TimestampParser.digits(b, from, from + 8);
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
        long year = TimestampParser.digits(b, from, from + 4);
        long month = TimestampParser.digits(b, from + 5, from + 7);
        long day = TimestampParser.digits(b, from + 8, from + DATE);
        return b[from + 7] == '-' ? day(year, month, day) : NONE;
    }

    /// Midnight of a date, or [TimeReader#NONE] if there is no such day.
    private static long day(long year, long month, long day) {
        boolean isDate = year > 0 && month >= 1 && month <= 12 && day >= 1;
        if (!isDate || day > YearMonth.of((int) year, (int) month).lengthOfMonth()) {
            return NONE;
        }
        return LocalDate.of((int) year, (int) month, (int) day).toEpochDay() * DAY;
    }
}
