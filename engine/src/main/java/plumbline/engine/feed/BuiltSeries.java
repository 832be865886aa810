package plumbline.engine.feed;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Fingerprint;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Candles that were built lately, so that the same are not built twice. When they take too much
/// room, those that were not asked for longest go first.
///
/// Threads: any thread.
final class BuiltSeries {
    private static final long MOST = 256L << 20;
    // a series is not much more than its columns
    private static final long OVERHEAD = 256;

    private final long mostBytes;
    private final Map<Wanted, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /// @param mostBytes what all of it may take
    BuiltSeries(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// As much as this process can spare: 256 MB, an eighth of a small heap.
    static BuiltSeries usual() {
        return new BuiltSeries(Math.min(MOST, Runtime.getRuntime().maxMemory() / 8));
    }

    /// What was built.
    ///
    /// @param stored of which series
    /// @param range what was asked for
    record Wanted(SeriesKey stored, Timeframe timeframe, TimeRange range) {}

    /// @param last the candle after the finished ones that is not over yet
    record Built(CandleSeries finished, @Nullable Candle last) {}

    /// @param version of the stored series at that time
    private record Kept(String version, Built built, long bytes) {}

    /// What was built of this version of the stored series, or `null`. What was built of another
    /// version is forgotten.
    synchronized @Nullable Built find(Wanted wanted, String version) {
        Kept found = kept.get(wanted);
        if (found == null) {
            return null;
        }
        if (!found.version().equals(version)) {
            kept.remove(wanted);
            bytes -= found.bytes();
            return null;
        }
        return found.built();
    }

    /// @param version of the stored series before it was read, empty if it is not known: then
    ///   nothing is kept
    synchronized void keep(Wanted wanted, String version, Built built) {
        long size = OVERHEAD + (long) built.finished().size() * Fingerprint.BYTES_PER_CANDLE;
        if (version.isEmpty() || size > mostBytes) {
            return;
        }
        Kept before = kept.put(wanted, new Kept(version, built, size));
        bytes += size - (before == null ? 0 : before.bytes());
        Iterator<Kept> oldest = kept.values().iterator();
        while (bytes > mostBytes) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
