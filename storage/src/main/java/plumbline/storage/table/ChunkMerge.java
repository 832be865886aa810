package plumbline.storage.table;

import org.jspecify.annotations.Nullable;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;

/// Candles of one slot laid over those that are stored; of two with the same open time the added
/// one wins.
public final class ChunkMerge {
    private final CandleSeries merged;
    private final UpsertResult result;
    private final @Nullable Conflict conflict;

    /// A candle that was stored otherwise than it came now.
    public record Conflict(Candle before, Candle now) {
        /// The columns in which the two differ, for people.
        public String text() {
            StringBuilder text = new StringBuilder();
            append(text, "open", before.open(), now.open());
            append(text, "high", before.high(), now.high());
            append(text, "low", before.low(), now.low());
            append(text, "close", before.close(), now.close());
            append(text, "volume", before.volume(), now.volume());
            return text.toString();
        }

        private static void append(StringBuilder text, String name, double before, double now) {
            if (Double.doubleToRawLongBits(before) != Double.doubleToRawLongBits(now)) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(name)
                        .append(' ')
                        .append(before)
                        .append(" became ")
                        .append(now);
            }
        }
    }

    public ChunkMerge(CandleSeries stored, CandleSlice slice) {
        CandleSeries added = slice.series();
        CandleSeries.Builder out = CandleSeries.builder(stored.size() + slice.size());
        int updated = 0;
        int unchanged = 0;
        int s = 0;
        Conflict first = null;
        for (int a = slice.from(); a < slice.to(); a++) {
            long time = added.openTime()[a];
            while (s < stored.size() && stored.openTime()[s] < time) {
                out.add(stored, s++);
            }
            if (s < stored.size() && stored.openTime()[s] == time) {
                if (same(stored, s, added, a)) {
                    unchanged++;
                } else {
                    first = first == null ? new Conflict(stored.candle(s), added.candle(a)) : first;
                    updated++;
                }
                s++;
            }
            out.add(added, a);
        }
        while (s < stored.size()) {
            out.add(stored, s++);
        }
        merged = out.build();
        conflict = first;
        result = new UpsertResult(slice.size() - updated - unchanged, updated, unchanged);
    }

    public CandleSeries merged() {
        return merged;
    }

    public UpsertResult result() {
        return result;
    }

    /// The first candle that was stored otherwise, if there is one.
    public @Nullable Conflict conflict() {
        return conflict;
    }

    /// Appends those of `slice` to `out` that `stored` has not, or has otherwise.
    public static void addChanged(
            CandleSeries stored, CandleSlice slice, CandleSeries.Builder out) {
        for (int a = slice.from(); a < slice.to(); a++) {
            int s = stored.indexOf(slice.series().openTime()[a]);
            if (s < 0 || !same(stored, s, slice.series(), a)) {
                out.add(slice.series(), a);
            }
        }
    }

    /// Whether the merged candles differ from the stored ones.
    public boolean changes() {
        return result.inserted() + result.updated() > 0;
    }

    private static boolean same(CandleSeries a, int i, CandleSeries b, int j) {
        return same(a.open(), i, b.open(), j)
                && same(a.high(), i, b.high(), j)
                && same(a.low(), i, b.low(), j)
                && same(a.close(), i, b.close(), j)
                && same(a.volume(), i, b.volume(), j);
    }

    /// Bit for bit: 0 and -0 differ, a NaN equals itself.
    private static boolean same(double[] a, int i, double[] b, int j) {
        return Double.doubleToRawLongBits(a[i]) == Double.doubleToRawLongBits(b[j]);
    }
}
