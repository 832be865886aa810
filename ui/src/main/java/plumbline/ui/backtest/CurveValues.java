package plumbline.ui.backtest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Every value of the curves of a run, for whoever points at a time.
///
/// Shapes: `time[n], equity[n], held[n], drawdown[n]`.
///
/// @param time open times of the candles
/// @param equity worth of the account at each close, in quote currency
/// @param held the same of holding the market
/// @param drawdown fall from the highest close so far, a fraction, 0 or less
record CurveValues(
        long[] time, double[] equity, double[] held, double[] drawdown, double startingCash) {

    /// Values at the close of one candle.
    ///
    /// @param timeMs when it opened
    /// @param gain of the account since the start, as a fraction
    /// @param heldGain of holding the market
    record Point(long timeMs, double equity, double gain, double heldGain, double drawdown) {}

    /// Those of the candle that was open at a time; `null` before the first one.
    @Nullable Point at(long timeMs) {
        int found = Arrays.binarySearch(time, timeMs);
        int at = found >= 0 ? found : -found - 2;
        return at < 0
                ? null
                : new Point(
                        time[at],
                        equity[at],
                        equity[at] / startingCash - 1,
                        held[at] / startingCash - 1,
                        drawdown[at]);
    }
}
