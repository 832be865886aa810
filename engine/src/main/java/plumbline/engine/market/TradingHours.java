package plumbline.engine.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// When a market rests, told from its candles alone: weekdays on which there never is one, and
/// rests that come back at the same time of the day or of the week. What is not traded then is not
/// missing. A market that trades around the clock has none of it.
///
/// Rests shorter than half an hour are gaps, and so is what comes back too seldom. Holidays are
/// known by rule ([Holidays]) and count only where a market rests at weekends.
///
/// Not thread-safe: it counts the holidays that it meets.
public final class TradingHours {
    private static final long DAY = 86_400_000L;
    private static final long WEEK = 7 * DAY;
    private static final long LEAST_SPAN = 14 * DAY;
    private static final long LEAST_REST = 1_800_000L;
    private static final long HOUR = 3_600_000L;

    /// 1970-01-05, a Monday.
    private static final long MONDAY = 4 * DAY;

    /// Of the days, or of the weeks, a rest must come back on so many.
    private static final double OFTEN = 0.15;

    private static final int FEWEST_NIGHTS = 3;
    private static final int FEWEST_WEEKS = 2;

    private final Timeframe timeframe;
    private final boolean[] closed = new boolean[7];
    private boolean anyClosed;

    /// Times of the day at which trading ends and begins.
    private final TreeSet<Long> dayCloses = new TreeSet<>();

    private final TreeSet<Long> dayOpens = new TreeSet<>();

    /// Times of the week, from Monday.
    private final TreeSet<Long> weekCloses = new TreeSet<>();

    private final TreeSet<Long> weekOpens = new TreeSet<>();

    /// Those of rests of a day and more.
    private final TreeSet<Long> weekendCloses = new TreeSet<>();

    private final TreeSet<Long> weekendOpens = new TreeSet<>();
    private int holidays;

    /// Open times of two candles with something between them.
    record Hole(long lastMs, long nextMs) {}

    /// @param holes oldest first
    /// @param days on which there are candles
    TradingHours(Timeframe timeframe, List<Hole> holes, TradingDays days) {
        this.timeframe = timeframe;
        if (days.spanMs() < LEAST_SPAN || timeframe.millis() > DAY) {
            return;
        }
        for (int i = 0; i < closed.length; i++) {
            closed[i] = days.of(i) == 0;
            anyClosed |= closed[i];
        }
        if (timeframe.millis() < DAY) {
            learn(holes, DAY, Math.max(FEWEST_NIGHTS, OFTEN * days.count()), dayCloses, dayOpens);
            double weeks = days.spanMs() / (double) WEEK;
            learn(holes, WEEK, Math.max(FEWEST_WEEKS, OFTEN * weeks), weekCloses, weekOpens);
        }
    }

    /// Rests that come back in each period, shorter than it.
    private void learn(
            List<Hole> holes,
            long period,
            double often,
            TreeSet<Long> closes,
            TreeSet<Long> opens) {
        Map<List<Long>, Integer> counts = new HashMap<>();
        for (Hole hole : holes) {
            long from = hole.lastMs + timeframe.millis();
            long length = hole.nextMs - from;
            if (length >= LEAST_REST && length < Math.min(period, 4 * DAY)) {
                counts.merge(List.of(in(from, period), in(hole.nextMs, period)), 1, Integer::sum);
            }
        }
        counts.forEach((rest, count) -> {
            if (count >= often) {
                closes.add(rest.getFirst());
                opens.add(rest.getLast());
                if (Math.floorMod(rest.getLast() - rest.getFirst(), period) >= DAY) {
                    weekendCloses.add(rest.getFirst());
                    weekendOpens.add(rest.getLast());
                }
            }
        });
    }

    private static long in(long timeMs, long period) {
        return Math.floorMod(timeMs - MONDAY, period);
    }

    /// Whether there are days of the week without trading.
    public boolean restsAtWeekends() {
        return anyClosed;
    }

    /// How many candles are missing in a hole.
    long missing(Hole hole) {
        long from = hole.lastMs + timeframe.millis();
        long to = hole.nextMs;
        long all = timeframe.steps(hole.lastMs, to) - 1;
        if (!anyClosed && dayCloses.isEmpty() && weekCloses.isEmpty()) {
            return all;
        }
        if (timeframe == Timeframe.D1) {
            return missingDays(from, to);
        }
        long closeAt = next(from, dayCloses, weekCloses);
        long openAt = last(to, dayOpens, weekOpens);
        if (closeAt < 0 || openAt < 0 || openAt <= closeAt) {
            return anyClosed && !hasSessions() ? all - onClosedDays(from, to) : all;
        }
        boolean isShort = closeAt > from && closeAt - from < DAY && Holidays.isShort(date(from));
        long missing = (isShort ? 0 : candles(from, closeAt)) + candles(openAt, to);
        holidays += isShort ? 1 : 0;
        return missing + skipped(closeAt, openAt);
    }

    private boolean hasSessions() {
        return !dayCloses.isEmpty() || !weekCloses.isEmpty();
    }

    /// Candles of whole sessions between a close and an open.
    private long skipped(long closeAt, long openAt) {
        long missing = 0;
        long at = closeAt;
        while (true) {
            long open = next(at + 1, dayOpens, weekOpens);
            if (open < 0 || open >= openAt - HOUR) {
                return missing;
            }
            long close = next(open + 1, dayCloses, weekCloses);
            long middle = open + (Math.min(close, openAt) - open) / 2;
            LocalDate day = date(middle);
            if (isWeekend(middle)) {
                at = close;
                continue;
            }
            if (Holidays.is(day) && anyClosed) {
                holidays++;
            } else {
                missing += candles(open, Math.min(close, openAt));
            }
            at = close;
        }
    }

    private boolean isWeekend(long timeMs) {
        return closed[weekday(date(timeMs))]
                || last(timeMs, weekendCloses, WEEK) > last(timeMs, weekendOpens, WEEK);
    }

    /// Days that are neither at a weekend nor holidays.
    private long missingDays(long from, long to) {
        long missing = 0;
        for (long at = from; at < to - DAY / 2; at += DAY) {
            LocalDate day = date(at + DAY / 2);
            if (closed[weekday(day)]) {
                continue;
            }
            if (anyClosed && Holidays.is(day)) {
                holidays++;
            } else {
                missing++;
            }
        }
        return missing;
    }

    private long onClosedDays(long from, long to) {
        long count = 0;
        for (long day = Math.floorDiv(from, DAY) * DAY; day < to; day += DAY) {
            if (closed[weekday(date(day))]) {
                count += candles(Math.max(from, day), Math.min(to, day + DAY));
            }
        }
        return count;
    }

    private long candles(long from, long to) {
        return Math.max(0, Math.ceilDiv(to - from, timeframe.millis()));
    }

    private static LocalDate date(long timeMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), ZoneOffset.UTC);
    }

    private static int weekday(LocalDate day) {
        return day.getDayOfWeek().ordinal();
    }

    /// The first of these times at or after `from`, -1 if there is none at all.
    private static long next(long from, TreeSet<Long> ofDay, TreeSet<Long> ofWeek) {
        long byDay = next(from, ofDay, DAY);
        long byWeek = next(from, ofWeek, WEEK);
        return byDay < 0 || byWeek < 0 ? Math.max(byDay, byWeek) : Math.min(byDay, byWeek);
    }

    private static long next(long from, TreeSet<Long> times, long period) {
        if (times.isEmpty()) {
            return -1;
        }
        long at = in(from, period);
        Long found = times.ceiling(at);
        return from - at + (found == null ? times.first() + period : found);
    }

    /// The last of these times at or before `to`, -1 if there is none at all.
    private static long last(long to, TreeSet<Long> ofDay, TreeSet<Long> ofWeek) {
        return Math.max(last(to, ofDay, DAY), last(to, ofWeek, WEEK));
    }

    private static long last(long to, TreeSet<Long> times, long period) {
        if (times.isEmpty()) {
            return -1;
        }
        long at = in(to, period);
        Long found = times.floor(at);
        return to - at + (found == null ? times.last() - period : found);
    }

    /// What a user should know of it, empty if the market trades around the clock.
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (anyClosed) {
            List<String> names = new ArrayList<>();
            for (DayOfWeek day : DayOfWeek.values()) {
                if (closed[day.ordinal()]) {
                    String name = day.name();
                    names.add(
                            name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT));
                }
            }
            notes.add("the market rests on " + String.join(" and ", names));
        }
        if (!dayCloses.isEmpty()) {
            notes.add(
                    "it rests every day from "
                            + clocks(dayCloses)
                            + " to "
                            + clocks(dayOpens)
                            + " UTC");
        } else if (!weekCloses.isEmpty()) {
            notes.add("it rests at the same time each week");
        }
        if (holidays > 0) {
            notes.add(
                    holidays
                            + (holidays == 1 ? " holiday or short day" : " holidays and short days")
                            + " of the large exchanges count as rest");
        }
        return notes;
    }

    private static String clocks(TreeSet<Long> times) {
        return String.join(
                " or ",
                times.stream()
                        .map(time ->
                                String.format(
                                        java.util.Locale.ROOT,
                                        "%02d:%02d",
                                        time / HOUR,
                                        time / 60_000 % 60))
                        .toList());
    }
}
