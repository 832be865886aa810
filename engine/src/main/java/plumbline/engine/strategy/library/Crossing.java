package plumbline.engine.strategy.library;

import plumbline.engine.indicator.Sma;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.strategy.CandleMask;
import plumbline.engine.strategy.CandleRules.Rules;

/// Where one line crosses another.
final class Crossing {
    private Crossing() {}

    /// Long where `fast` crosses above `slow`, short where it crosses below.
    ///
    /// A cross is a change of sign of the spread at a close. A spread of exactly nothing is no side:
    /// the line has crossed when it comes out on the other side, and not when it comes back. The first
    /// spread there is crosses nothing.
    static Rules rules(double[] fast, double[] slow) {
        Follower follower = new Follower(fast.length);
        for (int i = 0; i < fast.length; i++) {
            double spread = fast[i] - slow[i];
            follower.add(i, spread > 0 ? 1 : spread < 0 ? -1 : 0);
        }
        return follower.rules();
    }

    /// The same for simple moving averages of the closes.
    ///
    /// Whether one average is above another needs no division: of whole numbers, `a/m > b/n` is `a·n >
    /// b·m`, exactly.
    static Rules ofAverages(CandleSeries candles, int fast, int slow) {
        long[] points = candles.closePoints().points();
        if (points == null || !fits(points, fast, slow)) {
            return rules(average(candles, fast), average(candles, slow));
        }
        Follower follower = new Follower(points.length);
        long fastSum = 0;
        long slowSum = 0;
        for (int i = 0; i < points.length; i++) {
            fastSum += points[i] - (i >= fast ? points[i - fast] : 0);
            slowSum += points[i] - (i >= slow ? points[i - slow] : 0);
            if (i >= slow - 1) {
                follower.add(i, Long.signum(fastSum * slow - slowSum * fast));
            }
        }
        return follower.rules();
    }

    private static boolean fits(long[] points, int fast, int slow) {
        long largest = 0;
        for (long point : points) {
            largest = Math.max(largest, Math.abs(point));
        }
        return largest < Long.MAX_VALUE / 2 / fast / slow;
    }

    private static double[] average(CandleSeries candles, int period) {
        double[] line = new double[candles.size()];
        Sma.compute(candles.close(), candles.closePoints(), period, line);
        return line;
    }

    /// Follows on which side the fast line is.
    private static final class Follower {
        private final CandleMask above;
        private final CandleMask below;
        private int side;

        Follower(int candles) {
            above = new CandleMask(candles);
            below = new CandleMask(candles);
        }

        void add(int i, int now) {
            if (now != side && now != 0) {
                above.addIf(i, side < 0);
                below.addIf(i, side > 0);
                side = now;
            }
        }

        Rules rules() {
            return new Rules(above, below, below, above);
        }
    }
}
