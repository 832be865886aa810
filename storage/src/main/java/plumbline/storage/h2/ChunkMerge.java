package plumbline.storage.h2;

import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;

/// Candles of one slot laid over those that are stored; of two with the same open time the added
/// one wins.
final class ChunkMerge {
    private final CandleSeries merged;
    private final UpsertResult result;

    ChunkMerge(CandleSeries stored, CandleSlice slice) {
        CandleSeries added = slice.series();
        CandleSeries.Builder out = CandleSeries.builder(stored.size() + slice.size());
        int updated = 0;
        int unchanged = 0;
        int s = 0;
        for (int a = slice.from(); a < slice.to(); a++) {
            long time = added.openTime()[a];
            while (s < stored.size() && stored.openTime()[s] < time) {
                out.add(stored, s++);
            }
            if (s < stored.size() && stored.openTime()[s] == time) {
                if (same(stored, s, added, a)) {
                    unchanged++;
                } else {
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
        result = new UpsertResult(slice.size() - updated - unchanged, updated, unchanged);
    }

    CandleSeries merged() {
        return merged;
    }

    UpsertResult result() {
        return result;
    }

    /// Whether the merged candles differ from the stored ones.
    boolean changes() {
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
