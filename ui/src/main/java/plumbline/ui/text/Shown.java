package plumbline.ui.text;

import java.util.List;
import plumbline.engine.text.Numbers;

/// Numbers as the window shows them where room is short: forms from the longest to the shortest,
/// each true, and how many decimals prices take.
///
/// Threads: any thread.
public final class Shown {
    /// Digits that tell two prices apart, and digits beyond which nobody reads.
    private static final int LEAST_DIGITS = 5;

    private static final int MOST_DIGITS = 8;

    /// More than any price needs.
    public static final int MOST_DECIMALS = 14;

    private Shown() {}

    /// `+46.85 %`, or `+1.23M %`.
    public static List<String> signedPercent(double fraction) {
        String shorter = Numbers.compact(fraction * 100);
        String sign = fraction > 0 && Double.isFinite(fraction) ? "+" : "";
        return List.of(Numbers.signedPercent(fraction, 2), percent(sign + shorter));
    }

    /// `14.27 %`, or `14.3 %`.
    public static List<String> percent(double fraction) {
        return List.of(Numbers.percent(fraction, 2), percent(Numbers.compact(fraction * 100)));
    }

    /// `1,234,567.89`, or `1.23M`.
    public static List<String> number(double value) {
        return List.of(Numbers.fixed(value, 2), Numbers.compact(value));
    }

    /// How many decimals it takes to tell prices of this size apart: as many as they are written
    /// with, at least so many that the smallest has five digits, at most so many that the largest
    /// has eight; for prices above 100 at least two.
    ///
    /// @param prices some of them, fills included
    public static int decimals(double[] prices) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double price : prices) {
            double size = Math.abs(price);
            if (size > 0) {
                least = Math.min(least, size);
                most = Math.max(most, size);
            }
        }
        if (most == 0) {
            return 2;
        }
        int fewest = Math.max(2, LEAST_DIGITS - digitsBefore(least));
        int enough = Math.max(fewest, MOST_DIGITS - digitsBefore(most));
        int written = Numbers.decimalsOf(prices, MOST_DECIMALS);
        return Math.clamp(written, fewest, Math.min(enough, MOST_DECIMALS));
    }

    /// Two, or as many more as an amount below one needs for five digits.
    public static int moneyDecimals(double largest) {
        double size = Math.abs(largest);
        return size == 0 || size >= 1
                ? 2
                : Math.min(MOST_DECIMALS, LEAST_DIGITS - digitsBefore(size));
    }

    /// Digits before the point; below 0.1 less than none.
    private static int digitsBefore(double value) {
        return (int) Math.floor(Math.log10(value)) + 1;
    }

    private static String percent(String number) {
        return number.equals(Numbers.NONE) ? number : number + "\u00A0%";
    }
}
