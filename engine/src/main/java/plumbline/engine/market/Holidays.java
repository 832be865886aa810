package plumbline.engine.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/// The days on which the large exchanges of America and Europe rest, by rule. A day without candles
/// that is one of them is no gap in a market that also rests at weekends.
///
/// Sources: the holidays of NYSE Rule 7.2, and those that the exchanges of the euro area share;
/// Easter after Meeus, "Astronomical Algorithms", chapter 8.
final class Holidays {
    private Holidays() {}

    /// Whether the whole day is one.
    static boolean is(LocalDate day) {
        return isFixed(day) || isByEaster(day) || isAmerican(day);
    }

    /// Whether trading ends early on that day.
    static boolean isShort(LocalDate day) {
        Month month = day.getMonth();
        int date = day.getDayOfMonth();
        boolean beforeIndependence = month == Month.JULY && (date == 3 || date == 2);
        boolean yearEnd = month == Month.DECEMBER && (date == 24 || date == 31 || date == 23);
        return beforeIndependence || yearEnd || day.equals(thanksgiving(day.getYear()).plusDays(1));
    }

    private static boolean isFixed(LocalDate day) {
        return isObserved(day, Month.JANUARY, 1)
                || isObserved(day, Month.DECEMBER, 25)
                || is(day, Month.DECEMBER, 26)
                || is(day, Month.MAY, 1)
                || isObserved(day, Month.JULY, 4)
                || day.getYear() >= 2021 && isObserved(day, Month.JUNE, 19);
    }

    private static boolean is(LocalDate day, Month month, int date) {
        return day.getMonth() == month && day.getDayOfMonth() == date;
    }

    /// On the day itself, or on Friday or Monday beside a weekend.
    private static boolean isObserved(LocalDate day, Month month, int date) {
        LocalDate holiday = LocalDate.of(day.getYear(), month, date);
        LocalDate next = LocalDate.of(day.getYear() + 1, month, date);
        return day.equals(holiday) || day.equals(observed(holiday)) || day.equals(observed(next));
    }

    private static LocalDate observed(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            default -> holiday;
        };
    }

    private static boolean isByEaster(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        return day.equals(easter.minusDays(2)) || day.equals(easter.plusDays(1));
    }

    /// Easter Sunday of the Gregorian calendar.
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }

    private static boolean isAmerican(LocalDate day) {
        int year = day.getYear();
        return day.equals(nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY))
                || day.equals(nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY))
                || day.equals(last(year, Month.MAY, DayOfWeek.MONDAY))
                || day.equals(nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY))
                || day.equals(thanksgiving(year));
    }

    private static LocalDate thanksgiving(int year) {
        return nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY);
    }

    private static LocalDate nth(int year, Month month, int n, DayOfWeek weekday) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, weekday));
    }

    private static LocalDate last(int year, Month month, DayOfWeek weekday) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(weekday));
    }
}
