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
    /// Fewer make no ratio: one return has no deviation.
    static final int LEAST = 2;

    private static final long DAY = Timeframe.D1.millis();

    static DailyReturns of(EquityCurve curve, Timeframe timeframe, int periodsPerYear) {
        long[] time = curve.openTime();
        double[] equity = curve.equity();
        double[] returns = new double[days(time)];
        int count = 0;
        double before = curve.startingCash();
        for (int i = 0; i < time.length; ) {
            int next = nextDay(time, i, timeframe);
            returns[count++] = equity[next - 1] / before - 1;
            before = equity[next - 1];
            i = next;
        }
        double days = Math.max(1, (double) timeframe.millis() / DAY);
        return new DailyReturns(Arrays.copyOf(returns, count), periodsPerYear / days);
    }

    /// The first candle after those of candle `i`'s day.
    private static int nextDay(long[] time, int i, Timeframe timeframe) {
        long midnight = (Math.floorDiv(time[i], DAY) + 1) * DAY;
        // there are at most so many candles until then
        long most = (midnight - time[i] + timeframe.millis() - 1) / timeframe.millis();
        int end = (int) Math.min(time.length, i + most);
        int at = Arrays.binarySearch(time, i, end, midnight);
        return at >= 0 ? at : -at - 1;
    }

    private static int days(long[] time) {
        return time.length == 0
                ? 0
                : (int) Math.min(time.length, (time[time.length - 1] - time[0]) / DAY + 2);
    }

    double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /// Sample standard deviation, `NaN` of fewer than [#LEAST] returns.
    double deviation() {
        double mean = mean();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < LEAST ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    /// Root of the mean square of the negative returns, all returns counted; `NaN` of fewer than
    /// [#LEAST] returns.
    double downsideDeviation() {
        double squares = 0;
        for (double value : values) {
            double loss = Math.min(value, 0);
            squares += loss * loss;
        }
        return values.length < LEAST ? Double.NaN : Math.sqrt(squares / values.length);
    }
}
