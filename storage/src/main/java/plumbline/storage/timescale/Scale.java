package plumbline.storage.timescale;

import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesCheck;

/// How the numbers of a series are kept on the server: prices and volumes as whole multiples of
/// powers of ten, or, where that is not exact, as they are.
///
/// A value `v` is kept as `m = rint(v * 10^e)` if `m / 10^e` gives every bit of it back.
///
/// @param price decimals of prices, -1 if numbers are kept as they are
/// @param volume decimals of volumes
record Scale(int price, int volume) {
    /// Numbers as they are.
    static final Scale FLOAT = new Scale(-1, -1);

    /// Of a series without candles.
    static final Scale LEAST = new Scale(0, 0);

    private static final int MOST = 15;
    private static final double LIMIT = 1L << 53;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    boolean isFloat() {
        return price < 0;
    }

    double pricePower() {
        return POWERS[price];
    }

    double volumePower() {
        return POWERS[volume];
    }

    /// The smallest scale that keeps what is in this one and `candles` too.
    Scale with(CandleSeries candles) {
        if (isFloat() || !isLawful(candles)) {
            return FLOAT;
        }
        int prices = price;
        double[][] columns = {candles.open(), candles.high(), candles.low(), candles.close()};
        for (double[] column : columns) {
            prices = prices < 0 ? prices : needed(column, prices);
        }
        int volumes = needed(candles.volume(), volume);
        return prices < 0 || volumes < 0 ? FLOAT : new Scale(prices, volumes);
    }

    /// The table of whole numbers demands the laws of a candle.
    private static boolean isLawful(CandleSeries c) {
        for (int i = 0; i < c.size(); i++) {
            String fault =
                    SeriesCheck.fault(
                            c.open()[i], c.high()[i], c.low()[i], c.close()[i], c.volume()[i]);
            if (fault != null) {
                return false;
            }
        }
        return true;
    }

    private static int needed(double[] column, int atLeast) {
        int scale = atLeast;
        for (double value : column) {
            while (!isExact(value, POWERS[scale])) {
                if (++scale > MOST) {
                    return -1;
                }
            }
        }
        // an earlier value may have become too large for the scale of a later one
        for (double value : column) {
            if (!isExact(value, POWERS[scale])) {
                return -1;
            }
        }
        return scale;
    }

    private static boolean isExact(double value, double power) {
        double scaled = Math.rint(value * power);
        return Math.abs(scaled) < LIMIT
                && Double.doubleToRawLongBits(((long) scaled) / power)
                        == Double.doubleToRawLongBits(value);
    }

    /// A value as a whole number.
    static long whole(double value, double power) {
        return (long) Math.rint(value * power);
    }
}
