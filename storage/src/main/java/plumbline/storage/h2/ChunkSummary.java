package plumbline.storage.h2;

import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;
import plumbline.storage.table.CandleSlice;

/// What is known of a chunk without reading its candles.
///
/// @param lowest lowest low
/// @param highest highest high
/// @param volume summed
/// @param gaps how often a candle is missing between two
/// @param checksum as in [plumbline.engine.market.SlotSum]
record ChunkSummary(double lowest, double highest, double volume, int gaps, int checksum) {

    ChunkSummary {
        // H2 keeps one zero and one NaN
        lowest = Bits.plain(lowest);
        highest = Bits.plain(highest);
        volume = Bits.plain(volume);
    }

    static ChunkSummary of(CandleSlice slice, Timeframe timeframe) {
        CandleSeries all = slice.series();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double volume = 0;
        int gaps = 0;
        long[] time = all.openTime();
        for (int i = slice.from(); i < slice.to(); i++) {
            lowest = Math.min(lowest, all.low()[i]);
            highest = Math.max(highest, all.high()[i]);
            volume += all.volume()[i];
            if (i > slice.from() && time[i] != timeframe.next(time[i - 1])) {
                gaps++;
            }
        }
        return new ChunkSummary(lowest, highest, volume, gaps, slice.checksum());
    }
}
