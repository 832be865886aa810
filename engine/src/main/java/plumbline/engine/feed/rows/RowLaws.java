package plumbline.engine.feed.rows;

import org.jspecify.annotations.Nullable;
import plumbline.engine.market.SeriesCheck;

/// The laws of a candle as rows are held to them: a high or low that misses open or close by a last
/// bit, as adjusted prices do, is moved there and noted.
public final class RowLaws {
    /// A high or low that misses by so much of the price is off by rounding.
    private static final double ROUNDING = 1e-9;

    private RowLaws() {}

    /// What breaks the laws, or `null` if nothing does.
    ///
    /// @param values open, high, low, close and volume; high and low may be changed
    public static @Nullable String fault(double[] values, int line, RowNotes notes) {
        String broken = broken(values);
        if (broken == null || !isRounded(values)) {
            return broken;
        }
        notes.add(RowNotes.Kind.ROUNDED, line);
        return broken(values);
    }

    private static @Nullable String broken(double[] v) {
        return SeriesCheck.fault(v[0], v[1], v[2], v[3], v[4]);
    }

    private static boolean isRounded(double[] values) {
        double high = Math.max(values[1], Math.max(values[0], values[3]));
        double low = Math.min(values[2], Math.min(values[0], values[3]));
        double most = high * ROUNDING;
        boolean rounded = high - values[1] <= most && values[2] - low <= most;
        if (rounded) {
            values[1] = high;
            values[2] = low;
        }
        return rounded;
    }
}
