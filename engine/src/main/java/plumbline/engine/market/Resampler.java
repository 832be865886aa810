package plumbline.engine.market;

import java.util.List;

/// Builds candles: of trades, or of finer candles. A period without a trade gets no candle; nothing
/// is filled in.
public final class Resampler {
    private Resampler() {}

    /// Candles of trades in the order in which they happened. Of trades with the same time the
    /// first in the list came first.
    ///
    /// @param trades by time, oldest first
    /// @throws IllegalArgumentException if the trades are not in order of time
    public static CandleSeries ofTrades(List<TradeTick> trades, Timeframe timeframe) {
        CandleSeries.Builder out = CandleSeries.builder(1024);
        Forming forming = new Forming(out);
        for (TradeTick trade : trades) {
            forming.add(
                    timeframe.openOf(trade.timeMs()),
                    trade.price(),
                    trade.price(),
                    trade.price(),
                    trade.price(),
                    trade.size());
        }
        forming.close();
        return out.build();
    }

    /// Coarser candles of finer ones: first open, highest high, lowest low, last close, volume
    /// summed. A candle is built of what there is; [#isComplete] tells whether its last part is
    /// missing.
    ///
    /// Shapes: `in[n] -> out[m]`, `m <= n`.
    public static CandleSeries resample(CandleSeries in, Timeframe timeframe) {
        CandleSeries.Builder out = CandleSeries.builder(in.size() / 4 + 16);
        Forming forming = new Forming(out);
        long[] time = in.openTime();
        long open = Long.MIN_VALUE;
        long until = Long.MIN_VALUE;
        for (int i = 0; i < in.size(); i++) {
            if (time[i] >= until) {
                open = timeframe.openOf(time[i]);
                until = timeframe.next(open);
            }
            forming.add(
                    open, in.open()[i], in.high()[i], in.low()[i], in.close()[i], in.volume()[i]);
        }
        forming.close();
        return out.build();
    }

    /// Whether the coarse candle that opened at `openMs` is over, given the newest finer candle.
    public static boolean isComplete(
            Timeframe coarse, long openMs, Timeframe finer, long newestFinerOpenMs) {
        return finer.next(newestFinerOpenMs) >= coarse.next(openMs);
    }

    /// The candle that is being built; volumes are summed in points while they are exact.
    private static final class Forming {
        private final CandleSeries.Builder out;
        private boolean any;
        private long openTime;
        private double open;
        private double high;
        private double low;
        private double close;
        private double volume;
        private double volumePoints;
        private boolean exact;

        Forming(CandleSeries.Builder out) {
            this.out = out;
        }

        void add(long time, double o, double h, double l, double c, double v) {
            if (!any || time != openTime) {
                close();
                any = true;
                openTime = time;
                open = o;
                high = h;
                low = l;
                volume = 0;
                volumePoints = 0;
                exact = true;
            }
            high = Math.max(high, h);
            low = Math.min(low, l);
            close = c;
            volume += v;
            volumePoints += Math.rint(v * FixedPoint.SCALE);
            exact &= FixedPoint.isExact(v);
        }

        void close() {
            if (any) {
                double sum = exact ? volumePoints / FixedPoint.SCALE : volume;
                out.add(openTime, open, high, low, close, sum);
            }
        }
    }
}
