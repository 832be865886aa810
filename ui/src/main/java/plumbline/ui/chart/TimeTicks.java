package plumbline.ui.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Round times for the axis. Where ticks would crowd, the one that starts the larger unit stays: a
/// year before a month before a day.
final class TimeTicks {
    private static final DateTimeFormatter SECONDS = pattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTES = pattern("HH:mm");
    private static final DateTimeFormatter DAY = pattern("d MMM");
    private static final DateTimeFormatter MONTH = pattern("MMM");
    private static final DateTimeFormatter YEAR = pattern("yyyy");

    /// Candidates may be this close; [#SPACING] decides between them.
    private static final double CROWDED = 12;

    private static final double SPACING = 60;

    /// What starts at a tick, the larger the later.
    enum Rank {
        TIME,
        DAY,
        MONTH,
        YEAR
    }

    /// One tick.
    ///
    /// @param index the candle that is the first of the new unit
    /// @param emphasised whether it starts something larger than the unit of the axis
    record Tick(int index, String label, Rank rank, boolean emphasised) {}

    private TimeTicks() {}

    /// Ticks for what `viewport` shows, about `spacing` pixels apart, oldest first.
    static List<Tick> of(TimeAxis axis, Viewport viewport, double spacing) {
        if (axis.candles().isEmpty()) {
            return List.of();
        }
        double millisPerPixel = axis.timeframe().millis() / viewport.step();
        TickUnit unit = TickUnit.atLeast(spacing * millisPerPixel);
        return spaced(candidates(axis, viewport, unit), viewport);
    }

    private static List<Tick> candidates(TimeAxis axis, Viewport viewport, TickUnit unit) {
        List<Tick> ticks = new ArrayList<>();
        int skip = (int) Math.max(1, Math.min(CROWDED / viewport.step(), 1 << 24));
        int end = Math.max(0, viewport.indexAt(viewport.width()));
        int i = Math.max(0, viewport.first() - skip);
        while (i <= end) {
            long before = i == 0 ? axis.time(0) - 1 : axis.time(i - 1);
            long round = unit.ceiling(before + 1);
            int at = Math.max(i, axis.atOrAfter(round));
            if (at > end) {
                break;
            }
            ticks.add(tick(axis, at, unit));
            i = at + skip;
        }
        return ticks;
    }

    private static Tick tick(TimeAxis axis, int at, TickUnit unit) {
        long time = axis.time(at);
        long before = at == 0 ? time - axis.timeframe().millis() : axis.time(at - 1);
        LocalDate day = TickUnit.dateOf(time);
        LocalDate old = TickUnit.dateOf(before);
        Rank rank = Rank.TIME;
        if (day.getYear() != old.getYear()) {
            rank = Rank.YEAR;
        } else if (day.getMonthValue() != old.getMonthValue()) {
            rank = Rank.MONTH;
        } else if (!day.equals(old)) {
            rank = Rank.DAY;
        }
        return new Tick(at, label(time, day, rank, unit), rank, rank.compareTo(own(unit)) > 0);
    }

    private static Rank own(TickUnit unit) {
        return switch (unit.kind()) {
            case SECONDS -> Rank.TIME;
            case DAYS -> Rank.DAY;
            case MONTHS -> Rank.MONTH;
            case YEARS -> Rank.YEAR;
        };
    }

    private static String label(long time, LocalDate day, Rank rank, TickUnit unit) {
        return switch (rank) {
            case YEAR -> YEAR.format(day);
            case MONTH -> (own(unit) == Rank.MONTH ? MONTH : DAY).format(day);
            case DAY -> DAY.format(day);
            case TIME -> (unit.count() < 60 ? SECONDS : MINUTES).format(clock(time));
        };
    }

    private static LocalTime clock(long time) {
        return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalTime();
    }

    private static List<Tick> spaced(List<Tick> candidates, Viewport viewport) {
        boolean[] kept = new boolean[candidates.size()];
        for (int rank = Rank.values().length - 1; rank >= 0; rank--) {
            for (int i = 0; i < kept.length; i++) {
                kept[i] |=
                        candidates.get(i).rank.ordinal() == rank
                                && isFree(candidates, kept, i, viewport);
            }
        }
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                ticks.add(candidates.get(i));
            }
        }
        return ticks;
    }

    private static boolean isFree(List<Tick> ticks, boolean[] kept, int at, Viewport viewport) {
        double least = SPACING / viewport.step();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i] && Math.abs(ticks.get(i).index - ticks.get(at).index) < least) {
                return false;
            }
        }
        return true;
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
