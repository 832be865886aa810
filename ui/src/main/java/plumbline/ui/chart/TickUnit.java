package plumbline.ui.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// A round distance in time: part of a day counted from midnight, days counted from the first of
/// the month, months counted from January, years. UTC.
///
/// @param count how many of the kind; of days those whose number in the month is `1 + k * count`
public record TickUnit(Kind kind, int count) {
    /// What is counted.
    public enum Kind {
        SECONDS(1000L),
        DAYS(86_400_000L),
        MONTHS(2_629_746_000L),
        YEARS(31_556_952_000L);

        private final long millis;

        Kind(long millis) {
            this.millis = millis;
        }
    }

    private static final TickUnit[] ALL = {
        seconds(1),
        seconds(2),
        seconds(5),
        seconds(10),
        seconds(15),
        seconds(30),
        seconds(60),
        seconds(120),
        seconds(300),
        seconds(600),
        seconds(900),
        seconds(1800),
        seconds(3600),
        seconds(7200),
        seconds(10_800),
        seconds(21_600),
        seconds(43_200),
        new TickUnit(Kind.DAYS, 1),
        new TickUnit(Kind.DAYS, 2),
        new TickUnit(Kind.DAYS, 5),
        new TickUnit(Kind.DAYS, 10),
        new TickUnit(Kind.DAYS, 15),
        new TickUnit(Kind.MONTHS, 1),
        new TickUnit(Kind.MONTHS, 2),
        new TickUnit(Kind.MONTHS, 3),
        new TickUnit(Kind.MONTHS, 6),
        new TickUnit(Kind.YEARS, 1),
        new TickUnit(Kind.YEARS, 2),
        new TickUnit(Kind.YEARS, 5),
        new TickUnit(Kind.YEARS, 10),
        new TickUnit(Kind.YEARS, 20),
        new TickUnit(Kind.YEARS, 50)
    };

    /// The shortest that lasts at least `millis` (on average).
    public static TickUnit atLeast(double millis) {
        for (TickUnit unit : ALL) {
            if ((double) unit.kind.millis * unit.count >= millis) {
                return unit;
            }
        }
        return ALL[ALL.length - 1];
    }

    private static TickUnit seconds(int count) {
        return new TickUnit(Kind.SECONDS, count);
    }

    /// The first round time at or after `timeMs`.
    public long ceiling(long timeMs) {
        if (kind == Kind.SECONDS) {
            long length = count * kind.millis;
            return Math.ceilDiv(timeMs, length) * length;
        }
        LocalDate day = dateOf(timeMs + Kind.DAYS.millis - 1);
        LocalDate round =
                switch (kind) {
                    case SECONDS, DAYS -> roundDay(day);
                    case MONTHS -> roundMonth(day);
                    case YEARS -> roundYear(day);
                };
        return round.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    static LocalDate dateOf(long timeMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), ZoneOffset.UTC);
    }

    private LocalDate roundDay(LocalDate day) {
        int over = (day.getDayOfMonth() - 1) % count;
        LocalDate round = over == 0 ? day : day.plusDays(count - over);
        // every second day, but never the 31st and then the 1st
        boolean cramped = count > 1 && round.lengthOfMonth() - round.getDayOfMonth() < count / 2;
        boolean beyond = round.getMonthValue() != day.getMonthValue();
        return cramped || beyond ? day.plusMonths(1).withDayOfMonth(1) : round;
    }

    private LocalDate roundMonth(LocalDate day) {
        LocalDate first = day.getDayOfMonth() == 1 ? day : day.plusMonths(1).withDayOfMonth(1);
        int over = (first.getMonthValue() - 1) % count;
        return over == 0 ? first : first.plusMonths(count - over);
    }

    private LocalDate roundYear(LocalDate day) {
        LocalDate first = day.getDayOfYear() == 1 ? day : day.plusYears(1).withDayOfYear(1);
        int over = Math.floorMod(first.getYear(), count);
        return over == 0 ? first : first.plusYears(count - over);
    }
}
