package plumbline.engine.feed.csv;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import plumbline.engine.feed.csv.TimeForm.DateOrder;

/// Takes a date with or without a time of day apart, as people and programs write it: `13/09/2016`,
/// `2-Jan-23 9:30 PM`, `20120201 000000`, `02.01.2020 00:00:00.000 GMT+0100`, `20250714 09:30:00
/// US/Eastern`. Which of day and month comes first is not guessed here.
///
/// Not thread-safe: one instance for one stream.
final class DateText extends TextCursor {
    private static final int NONE = Integer.MIN_VALUE;

    private static final int PIVOT = 70;

    // length of +01:00
    private static final int OFFSET = 6;
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String WEEKDAYS = "montuewedthufrisatsun";

    private final ClockText clock = new ClockText();
    private final int[] part = new int[3];
    private final int[] length = new int[3];
    private int monthPart;
    private long day;
    private int millisOfDay;
    private final ZoneText zone = new ZoneText();

    /// Days since 1970-01-01 of the last text.
    long day() {
        return day;
    }

    /// Milliseconds since midnight of the last text.
    int millisOfDay() {
        return millisOfDay;
    }

    /// The zone that the last text names.
    ZoneText zone() {
        return zone;
    }

    /// Whether `bytes[from..to)` is a time in that order.
    boolean read(byte[] bytes, int from, int to, DateOrder order) {
        set(bytes, from, to);
        while (end > at && isBlank(text[end - 1])) {
            end--;
        }
        while (at < end && isBlank(text[at])) {
            at++;
        }
        millisOfDay = 0;
        zone.clear();
        if (order == DateOrder.YM) {
            return months() && at == end;
        }
        return end > at && date(order) && (at == end || clock() && (at == end || zoneText()));
    }

    /// Whether `bytes[from..to)` is a time of day and nothing else.
    boolean readClock(byte[] bytes, int from, int to) {
        set(bytes, from, to);
        millisOfDay = 0;
        zone.clear();
        return end > at && clockDigits() && (at == end || zoneText());
    }

    private static boolean isBlank(byte one) {
        return one == ' ' || one == '\t' || one == '"';
    }

    /// `2021-03`, `03/2021`, `Mar 2021`, `202103`: the first of the month.
    private boolean months() {
        monthPart = -1;
        if (isDigits(6)) {
            return isDay(number(4), number(2), 1);
        }
        boolean hasParts = at < end && part(0) && separator() >= 0 && at < end && part(1);
        int year = length[0] == 4 ? 0 : 1;
        boolean isMonth = length[1 - year] == 2 && (monthPart < 0 || monthPart == 1 - year);
        return hasParts && length[year] == 4 && isMonth && isDay(part[year], part[1 - year], 1);
    }

    /// `Mon Jan 01 00:00:00 2024`, also with a zone before the year, as C and Java print dates.
    private boolean printed() {
        int from = at;
        int month = month(word());
        skip(' ');
        skip(' ');
        int digits = digitsFrom(at);
        int ofMonth = month > 0 && (digits == 1 || digits == 2) ? number(digits) : 0;
        skip(' ');
        if (ofMonth > 0 && digitsFrom(at) == 2 && at + 2 < end && text[at + 2] == ':') {
            int year = end - 4;
            if (clockDigits() && year > at && text[year - 1] == ' ' && digitsFrom(year) == 4) {
                int zoneFrom = Math.min(at + 1, year - 1);
                boolean known = zoneFrom == year - 1 || zone.read(text, zoneFrom, year - 1);
                at = year;
                return known && isDay(number(4), month, ofMonth);
            }
        }
        millisOfDay = 0;
        zone.clear();
        at = from;
        return false;
    }

    private boolean date(DateOrder order) {
        if (weekday() && printed()) {
            return true;
        }
        if (isDigits(8) || isDigits(12) || isDigits(14)) {
            return compact(order);
        }
        if (isDigits(6) && order == DateOrder.YMD && at + 6 < end && text[at + 6] == ' ') {
            for (int i = 0; i < part.length; i++) {
                part[i] = number(2);
                length[i] = 2;
            }
            monthPart = -1;
            return arranged(order, (byte) 0); // 240102 0930
        }
        monthPart = -1;
        byte separator = 0;
        for (int i = 0; i < part.length; i++) {
            if (i > 0) {
                byte found = separator();
                if (i == 2 && monthPart < 0 && found != separator || found < 0) {
                    return false;
                }
                separator = found;
            }
            if (!part(i)) {
                return false;
            }
        }
        return arranged(order, separator);
    }

    /// Whether a text begins with the name of a month or a day of the week.
    static boolean startsWithName(String text) {
        String start = text.length() < 3 ? "" : text.substring(0, 3).toLowerCase(Locale.ROOT);
        return month(start) > 0 || start.length() == 3 && WEEKDAYS.indexOf(start) % 3 == 0;
    }

    /// Reads over the name of a day of the week, if there is one.
    private boolean weekday() {
        int from = at;
        String word = word();
        if (word.length() >= 3 && WEEKDAYS.contains(word.substring(0, 3))) {
            skip(',');
            skip(' ');
            return true;
        }
        at = from;
        return false;
    }

    /// `20240102`, with or without four or six digits of a time of day.
    private boolean compact(DateOrder order) {
        int digits = digitsFrom(at);
        int[] widths = order == DateOrder.YMD ? new int[] {4, 2, 2} : new int[] {2, 2, 4};
        for (int i = 0; i < part.length; i++) {
            part[i] = number(widths[i]);
            length[i] = widths[i];
        }
        monthPart = -1;
        boolean isYear = order == DateOrder.YMD || part[2] >= 1900 && part[2] < 2100;
        return isYear && arranged(order, (byte) 0) && (digits == 8 || clockDigits());
    }

    /// Reads one of three parts: digits, or the name of a month.
    private boolean part(int i) {
        int digits = digitsFrom(at);
        if (digits == 0) {
            int month = month(word());
            if (month == 0 || monthPart >= 0) {
                return false;
            }
            monthPart = i;
            part[i] = month;
            length[i] = 2;
            return true;
        }
        if (digits > 4) {
            return false;
        }
        length[i] = digits;
        part[i] = number(digits);
        return true;
    }

    private static int month(String word) {
        int found = word.length() < 3 ? -1 : MONTHS.indexOf(word.substring(0, 3));
        return found < 0 || found % 3 != 0 ? 0 : found / 3 + 1;
    }

    /// What stands between two parts: one of `-/. `, a comma and a space, or nothing (0) around the
    /// name of a month; -1 for anything else.
    private byte separator() {
        if (at == end) {
            return -1;
        }
        byte one = text[at];
        if (one == '-' || one == '/' || one == '.' || one == ' ') {
            at++;
            return one;
        }
        if (one == ',') {
            at++;
            skip(' ');
            return ' ';
        }
        return monthPart >= 0 || Character.isLetter(one) ? (byte) 0 : -1;
    }

    private boolean arranged(DateOrder order, byte separator) {
        boolean yearLast = length[2] == 4 || order != DateOrder.YMD || monthPart >= 0;
        int yearPart = length[0] == 4 || !yearLast ? 0 : 2;
        if (monthPart < 0) {
            boolean yearFirst = order == DateOrder.YMD;
            if (yearFirst != (yearPart == 0)) {
                return false;
            }
            // ISO-8601 has two digits each; less is a number that was cut off
            if (yearFirst && separator == '-' && length[1] + length[2] < 4) {
                return false;
            }
        }
        int month = monthPart >= 0 ? monthPart : order == DateOrder.MDY ? 0 : 1;
        if (month == yearPart || length[month] > 2) {
            return false;
        }
        int dayPart = 3 - month - yearPart;
        return length[dayPart] <= 2 && isDay(year(yearPart), part[month], part[dayPart]);
    }

    private int year(int yearPart) {
        return switch (length[yearPart]) {
            case 4 -> part[yearPart];
            case 2 -> part[yearPart] + (part[yearPart] < PIVOT ? 2000 : 1900);
            default -> NONE;
        };
    }

    private boolean isDay(int year, int month, int ofMonth) {
        if (year < 1
                || month < 1
                || month > 12
                || ofMonth < 1
                || ofMonth > 28 && ofMonth > YearMonth.of(year, month).lengthOfMonth()) {
            return false;
        }
        day = LocalDate.of(year, month, ofMonth).toEpochDay();
        return true;
    }

    /// The time of day behind a date.
    private boolean clock() {
        if (text[at] == 'T' || text[at] == 't') {
            at++;
        } else if (text[at] == ' ') {
            skipBlanks();
        } else if (text[at] == ',' && at + 1 < end) {
            at++;
            skip(' ');
        } else {
            return zoneOfDate();
        }
        return digitsFrom(at) > 0 ? clockDigits() : zoneOfDate();
    }

    /// The zone of a date without a time of day. `2024-03-11-05` may just as well have an hour, and
    /// `2024-03-11T` was cut off.
    private boolean zoneOfDate() {
        boolean signed = at < end && (text[at] == '-' || text[at] == '+');
        return at < end && (!signed || end - at >= OFFSET) && zoneText();
    }

    private boolean clockDigits() {
        int after = clock.read(text, at, end);
        if (after < 0) {
            return false;
        }
        at = after;
        millisOfDay = clock.millisOfDay();
        return true;
    }

    /// What is behind the time of day, which can only be a zone.
    private boolean zoneText() {
        skip(' ');
        boolean known = zone.read(text, at, end);
        at = end;
        return known;
    }
}
