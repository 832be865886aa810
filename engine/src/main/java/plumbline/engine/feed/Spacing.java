package plumbline.engine.feed;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.market.Timeframe;

/// How far rows are apart: which timeframe they are of, and which are closer together than a candle
/// is long.
final class Spacing {
    private static final long MINUTE = 60_000L;
    private static final long DAY = 86_400_000L;
    private static final long SHORTEST_MONTH = 28 * DAY;
    private static final long LONGEST_MONTH = 31 * DAY;

    /// A change of clocks makes a day an hour shorter or longer.
    private static final long CLOCKS = 3_600_000L;

    private static final int FEW = 20;

    private Spacing() {}

    /// The timeframe that most rows are apart.
    static Optional<Timeframe> timeframe(List<FileMerge.Part> parts) {
        Map<Timeframe, Integer> counts = new HashMap<>();
        long steps = 0;
        for (FileMerge.Part part : parts) {
            CandleRows rows = part.rows();
            if (rows.size() < FEW && part.times().stepMs() > 0) {
                // a row that cannot be used still has its time
                Timeframe found = of(part.times().stepMs());
                steps += FEW;
                if (found != null) {
                    counts.merge(found, FEW, Integer::sum);
                }
                continue;
            }
            for (int i = 1; i < rows.size(); i++) {
                long step = rows.time(i) - rows.time(i - 1);
                Timeframe found = step > 0 ? of(step) : null;
                steps += step > 0 ? 1 : 0;
                if (found != null) {
                    counts.merge(found, 1, Integer::sum);
                }
            }
        }
        long enough = steps / 3;
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > enough)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /// Why the timeframe cannot be told: most rows are apart by what is none, or by this and that.
    static String unknown(List<FileMerge.Part> parts) {
        Map<Long, Integer> counts = new HashMap<>();
        int steps = 0;
        for (FileMerge.Part part : parts) {
            CandleRows rows = part.rows();
            for (int i = 1; i < rows.size(); i++) {
                counts.merge(rows.time(i) - rows.time(i - 1), 1, Integer::sum);
                steps++;
            }
        }
        int enough = steps / 2;
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > enough && entry.getKey() >= MINUTE)
                .findFirst()
                .map(entry ->
                        "most rows are "
                                + entry.getKey() / MINUTE
                                + " minutes apart, and there is no timeframe of that length; there are "
                                + Timeframe.codes()
                                + ". Say with --timeframe if they are of one of these")
                .orElse(
                        "how long a candle is cannot be told from its rows; say it with --timeframe");
    }

    private static @Nullable Timeframe of(long step) {
        if (step >= SHORTEST_MONTH && step <= LONGEST_MONTH) {
            return Timeframe.MONTH1;
        }
        for (Timeframe timeframe : Timeframe.values()) {
            long off = Math.abs(timeframe.millis() - step);
            if (off == 0 || off == CLOCKS && timeframe.millis() >= DAY) {
                return timeframe;
            }
        }
        return null;
    }

    /// Looks for rows that are closer together than a candle of the timeframe is long. Where most
    /// are, they are rows of another timeframe and none is used; single ones are noted.
    ///
    /// @param faults where it is put that none is used
    /// @param notes where single ones are noted
    /// @return whether the rows can be used
    static boolean check(
            Path path, CandleRows rows, Timeframe timeframe, Faults faults, List<String> notes) {
        long expected = timeframe == Timeframe.MONTH1 ? SHORTEST_MONTH : timeframe.millis();
        int tooClose = 0;
        int steps = 0;
        int firstAt = -1;
        long least = Long.MAX_VALUE;
        for (int i = 1; i < rows.size(); i++) {
            long step = rows.time(i) - rows.time(i - 1);
            if (step > 0 && step < expected) {
                tooClose++;
                firstAt = firstAt < 0 ? i : firstAt;
            }
            steps += step > 0 ? 1 : 0;
            least = step > 0 ? Math.min(least, step) : least;
        }
        if (tooClose > 0) {
            boolean most = tooClose * 2 >= steps;
            FileFault fault = tooClose(path, rows, firstAt, tooClose, timeframe, most);
            if (most) {
                faults.refuse(fault);
                return false;
            }
            notes.add(fault.toString());
        } else if (rows.size() > 2 && timeframe.next(0) * 2 <= least && least < Long.MAX_VALUE) {
            notes.add(
                    path
                            + ": no two rows are closer than "
                            + least / 60_000
                            + " minutes"
                            + isItRight(timeframe));
        }
        return true;
    }

    private static FileFault tooClose(
            Path path, CandleRows rows, int first, int count, Timeframe timeframe, boolean most) {
        String what =
                count
                        + (count == 1 ? " row comes" : " rows come")
                        + " less than "
                        + timeframe
                        + " after the row before, the first "
                        + (most
                                ? "here" + isItRight(timeframe)
                                : "at " + Instant.ofEpochMilli(rows.time(first)));
        return new FileFault(path, rows.line(first), 0, what);
    }

    private static String isItRight(Timeframe timeframe) {
        return "; is --timeframe " + timeframe + " right?";
    }
}
