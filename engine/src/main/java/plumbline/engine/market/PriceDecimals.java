package plumbline.engine.market;

import plumbline.engine.text.Numbers;

/// How many decimals the prices of a market are shown with: as many as they have, whatever their
/// size, but not more than ten significant digits, behind which there is only rounding.
///
/// Threads: any thread.
public final class PriceDecimals {
    private static final int SIGNIFICANT = 10;
    private static final int MOST = 18;

    /// Enough prices to tell their decimals.
    private static final int SAMPLE = 200;

    private PriceDecimals() {}

    /// Of these prices, looked at one by one.
    public static int of(double... prices) {
        double smallest = Double.POSITIVE_INFINITY;
        for (double price : prices) {
            smallest = price > 0 ? Math.min(smallest, price) : smallest;
        }
        if (smallest == Double.POSITIVE_INFINITY) {
            return 0;
        }
        int most = SIGNIFICANT - 1 - (int) Math.floor(Math.log10(smallest));
        return Numbers.decimalsOf(prices, Math.clamp(most, 0, MOST));
    }

    /// Of candles: of their newest closes, and of highs from all over them.
    public static int of(CandleSeries candles) {
        int n = candles.size();
        int picked = Math.min(n, SAMPLE);
        double[] prices = new double[2 * picked];
        for (int i = 0; i < picked; i++) {
            prices[2 * i] = candles.close()[n - 1 - i];
            prices[2 * i + 1] = candles.high()[(int) ((long) i * n / picked)];
        }
        return of(prices);
    }
}
