package plumbline.engine.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;

/// How far candles open from the timeframe's grid. A series whose candles all open as far from it,
/// such as hours from half past nine or days of another zone, is as it should be, which is noted
/// once; single candles off the grid are faults.
///
/// Not thread-safe.
final class GridOffsets {
    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;

    /// So many candles must share an offset, or two that a change of clocks puts an hour apart.
    private static final double MOST = 0.75;

    private static final int FEWEST = 3;
    private static final int MOST_OFFSETS = 1000;

    private final Timeframe timeframe;
    private final Map<Long, Candles> byOffset = new TreeMap<>();
    private long onGrid;
    private long off;
    private long left;
    private long lastOffset;
    private @Nullable Candles last;

    /// Candles of one offset; the first of them are told one by one.
    private static final class Candles {
        private final List<Long> first = new ArrayList<>();
        private long count;
    }

    GridOffsets(Timeframe timeframe) {
        this.timeframe = timeframe;
    }

    void add(long openMs) {
        long offset = openMs - timeframe.openOf(openMs);
        if (offset == 0) {
            onGrid++;
            return;
        }
        off++;
        Candles candles = last;
        if (candles == null || offset != lastOffset) {
            candles =
                    byOffset.size() < MOST_OFFSETS
                            ? byOffset.computeIfAbsent(offset, o -> new Candles())
                            : byOffset.get(offset);
            last = candles;
            lastOffset = offset;
        }
        if (candles == null) {
            left++;
            return;
        }
        candles.count++;
        if (candles.first.size() < SeriesScan.MOST) {
            candles.first.add(openMs);
        }
    }

    /// The offsets that most candles have; none where most are on the grid.
    private List<Long> usual() {
        long all = onGrid + off;
        List<Long> usual = new ArrayList<>();
        for (Map.Entry<Long, Candles> one : byOffset.entrySet()) {
            long shared =
                    one.getValue().count + count(one.getKey() + HOUR) + count(one.getKey() - HOUR);
            boolean clocks = timeframe.millis() >= DAY;
            long counted = clocks ? shared : one.getValue().count;
            if (all >= FEWEST && counted > all * MOST) {
                usual.add(one.getKey());
            }
        }
        return usual;
    }

    private long count(long offset) {
        Candles candles = byOffset.get(offset);
        return offset == 0 ? onGrid : candles == null ? 0 : candles.count;
    }

    /// Candles that open where the others do not.
    List<Fault> faults() {
        List<Long> usual = usual();
        List<Fault> faults = new ArrayList<>();
        byOffset.forEach((offset, candles) -> {
            if (!usual.contains(offset)) {
                candles.first.stream()
                        .limit(SeriesScan.MOST - faults.size())
                        .map(time ->
                                new Fault(
                                        Kind.MISALIGNED,
                                        time,
                                        timeframe.next(time),
                                        1,
                                        "opens off the " + timeframe + " grid"))
                        .forEach(faults::add);
            }
        });
        return faults;
    }

    /// How many more there are than [#faults] tells.
    long left() {
        List<Long> usual = usual();
        long wrong = left;
        for (Map.Entry<Long, Candles> one : byOffset.entrySet()) {
            wrong += usual.contains(one.getKey()) ? 0 : one.getValue().count;
        }
        return wrong - faults().size();
    }

    /// How many candles open off the grid, unless that is the rule.
    long exceptions() {
        return faults().size() + left();
    }

    /// That candles open off the grid as a rule, if they do.
    Optional<String> note() {
        List<Long> usual = usual();
        if (usual.isEmpty()) {
            return Optional.empty();
        }
        List<String> times = usual.stream().map(GridOffsets::text).toList();
        return Optional.of(
                "its candles open "
                        + String.join(" or ", times)
                        + " after the "
                        + timeframe
                        + " grid of UTC");
    }

    private static String text(long offset) {
        long minutes = offset / 60_000;
        return minutes == 0
                ? offset / 1000 + " s"
                : minutes % 60 == 0
                        ? minutes / 60 + " h"
                        : minutes > 60
                                ? minutes / 60 + " h " + minutes % 60 + " min"
                                : minutes + " min";
    }
}
