package plumbline.ui.backtest;

import java.util.ArrayList;
import java.util.List;

/// Round gains on a logarithmic scale, on which equal distances are equal factors.
///
/// Units: gains in percent, positions as natural logarithms of the growth: `ln(1 + gain / 100)`.
final class LogTicks {
    /// The least growth that is drawn: a hundredth of the start.
    private static final double LEAST = 0.01;

    private static final double PERCENT = 100;
    private static final int MOST = 7;
    private static final double[] STEPS = {1, 2, 5, 10};

    private LogTicks() {}

    /// Where a gain is; what is all but lost is at one percent of the start.
    static double position(double gain) {
        return Math.log(Math.max(LEAST, 1 + gain / PERCENT));
    }

    /// The gain at a position.
    static double gain(double position) {
        return Math.expm1(position) * PERCENT;
    }

    /// Positions of round gains from `low` to `high`, at most a handful.
    static List<Double> between(double low, double high) {
        boolean isWide = high - low > Math.log(6);
        return isWide ? ofGrowth(low, high) : ofGains(low, high);
    }

    /// 1, 2, 5, 10 ... times the start.
    private static List<Double> ofGrowth(double low, double high) {
        List<Double> all = new ArrayList<>();
        for (int decade = (int) Math.floor(low / Math.log(10));
                Math.log(10) * decade <= high;
                decade++) {
            for (int i = 0; i < STEPS.length - 1; i++) {
                double position = Math.log(STEPS[i]) + decade * Math.log(10);
                if (position >= low && position <= high) {
                    all.add(position);
                }
            }
        }
        return all;
    }

    /// Even steps in percent.
    private static List<Double> ofGains(double low, double high) {
        double from = gain(low);
        double to = gain(high);
        double step = step((to - from) / MOST);
        List<Double> all = new ArrayList<>();
        for (double at = Math.ceil(from / step) * step; at <= to; at += step) {
            all.add(position(Math.rint(at / step) * step));
        }
        return all;
    }

    private static double step(double least) {
        double decade = Math.pow(10, Math.floor(Math.log10(Math.max(least, 1e-6))));
        for (double step : STEPS) {
            if (step * decade >= least) {
                return step * decade;
            }
        }
        return decade * 10;
    }
}
