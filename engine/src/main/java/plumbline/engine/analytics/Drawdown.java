package plumbline.engine.analytics;

import plumbline.engine.portfolio.EquityCurve;

/// How far and how long equity was below its highest close so far. The starting cash is the first
/// high.
///
/// @param deepest largest fall from a high as a fraction of it, not above 0
/// @param longestMs longest time from a high to the first close at or above it again, or to the
///   end, milliseconds
/// @param longestIsOpen whether that one had not ended at the end of the data
public record Drawdown(double deepest, long longestMs, boolean longestIsOpen) {

    static Drawdown of(EquityCurve curve) {
        double[] equity = curve.equity();
        long[] time = curve.openTime();
        int n = equity.length;
        double peak = curve.startingCash();
        int peakAt = 0;
        double deepest = 0;
        // the equity below which the fall is deeper than any before: a division only at a new low
        double floor = peak;
        long longest = 0;
        for (int i = 0; i < n; i++) {
            double worth = equity[i];
            if (worth >= peak) {
                if (i > peakAt + 1) {
                    longest = Math.max(longest, time[i] - time[peakAt]);
                }
                floor = worth * (1 + deepest);
                peak = worth;
                peakAt = i;
            } else if (worth < floor) {
                deepest = worth / peak - 1;
                floor = worth;
            }
        }
        long current = n == 0 ? 0 : time[n - 1] - time[peakAt];
        boolean open = current > 0 && current >= longest;
        return new Drawdown(deepest, Math.max(longest, current), open);
    }

    /// The fall from the highest close so far at each candle. Shapes: `equity[n] -> out[n]`, not
    /// above 0.
    public static double[] curve(EquityCurve curve) {
        double[] out = new double[curve.size()];
        double peak = curve.startingCash();
        for (int i = 0; i < out.length; i++) {
            double worth = curve.equity()[i];
            if (worth > peak) {
                peak = worth;
            }
            out[i] = worth / peak - 1;
        }
        return out;
    }
}
