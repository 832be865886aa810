package plumbline.engine.analytics;

import java.util.Arrays;
import plumbline.engine.market.Timeframe;
import plumbline.engine.portfolio.EquityCurve;

/// Returns of an equity curve by UTC day: the equity at the close of a day's last candle against
/// that of the day before (the starting cash for the first). A candle belongs to the day in which
/// it opened; a day without a candle has no return. Of candles longer than a day each gives one
/// return.
///
/// @param values one per day, as fractions
/// @param perYear how many make a year, for annualisation
record DailyReturns(double[] values, double perYear) {
    private static final long DAY = Timeframe.D1.millis();

    static DailyReturns of(EquityCurve curve, Timeframe timeframe, int periodsPerYear) {
        double[] returns = new double[curve.size()];
        int count = 0;
        double before = curve.startingCash();
        for (int i = 0; i < curve.size(); i++) {
            if (i + 1 == curve.size() || day(curve, i + 1) != day(curve, i)) {
                returns[count++] = curve.equity()[i] / before - 1;
                before = curve.equity()[i];
            }
        }
        double days = Math.max(1, (double) timeframe.millis() / DAY);
        return new DailyReturns(Arrays.copyOf(returns, count), periodsPerYear / days);
    }

    private static long day(EquityCurve curve, int i) {
        return Math.floorDiv(curve.openTime()[i], DAY);
    }

    double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /// Sample standard deviation, `NaN` of fewer than two returns.
    double deviation() {
        double mean = mean();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    /// Root of the mean square of the negative returns, all returns counted; `NaN` without returns.
    double downsideDeviation() {
        double squares = 0;
        for (double value : values) {
            double loss = Math.min(value, 0);
            squares += loss * loss;
        }
        return Math.sqrt(squares / values.length);
    }
}
