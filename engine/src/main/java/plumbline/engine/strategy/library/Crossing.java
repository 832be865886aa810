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
    /// A cross is a change of sign of the spread at a close. A spread of exactly nothing is no
    /// side: the line has crossed when it comes out on the other side, and not when it comes back.
    /// The first spread there is crosses nothing.
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
    /// Whether one average is above another needs no division: of whole numbers, `a/m > b/n` is
    /// `a·n > b·m`, exactly.
    static Rules ofAverages(CandleSeries candles, int fast, int slow) {
        long[] points = candles.closePoints().points();
        if (points == null || !candles.closePoints().allows((long) fast * slow)) {
            return rules(average(candles, fast), average(candles, slow));
        }
        Follower follower = new Follower(points.length);
        // sum of the last `fast` times `slow`, less the sum of the last `slow` times `fast`
        long spread = 0;
        int warmup = Math.min(slow, points.length);
        for (int i = 0; i < warmup; i++) {
            spread += points[i] * (slow - fast) - (i >= fast ? points[i - fast] * slow : 0);
        }
        for (int i = warmup - 1; i < points.length; ) {
            follower.add(i, Long.signum(spread));
            if (++i < points.length) {
                spread +=
                        points[i] * (slow - fast)
                                - points[i - fast] * slow
                                + points[i - slow] * fast;
            }
        }
        return follower.rules();
    }

    private static double[] average(CandleSeries candles, int period) {
        double[] line = new double[candles.size()];
        Sma.compute(candles.close(), period, line);
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
