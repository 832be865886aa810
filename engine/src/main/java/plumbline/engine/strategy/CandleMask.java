package plumbline.engine.strategy;

/// A set of candles by index, one bit each: where a condition holds. Not thread-safe while it is
/// built.
public final class CandleMask {
    private final long[] words;
    private final int size;

    /// An empty set over `size` candles.
    public CandleMask(int size) {
        this.size = size;
        this.words = new long[(size + 63) >> 6];
    }

    /// Adds candle `i` if `condition` holds, without a branch.
    public void addIf(int i, boolean condition) {
        words[i >> 6] |= (condition ? 1L : 0L) << i;
    }

    public boolean has(int i) {
        return (words[i >> 6] >>> i & 1) != 0;
    }

    /// The first candle of the set at or after `from`, or the number of candles if there is none.
    public int next(int from) {
        if (from >= size) {
            return size;
        }
        int at = from >> 6;
        long word = words[at] & -1L << from;
        while (word == 0) {
            at++;
            if (at == words.length) {
                return size;
            }
            word = words[at];
        }
        return (at << 6) + Long.numberOfTrailingZeros(word);
    }

    /// The candles that are in either set.
    public CandleMask or(CandleMask other) {
        CandleMask both = new CandleMask(size);
        for (int i = 0; i < words.length; i++) {
            both.words[i] = words[i] | other.words[i];
        }
        return both;
    }

    /// The candles where `column` rises above a level that it was at or below one candle earlier.
    public static CandleMask crossesAbove(double[] column, double level) {
        CandleMask mask = new CandleMask(column.length);
        for (int i = 1; i < column.length; i++) {
            mask.addIf(i, column[i] > level & column[i - 1] <= level);
        }
        return mask;
    }

    /// The candles where `column` falls below a level that it was at or above one candle earlier.
    public static CandleMask crossesBelow(double[] column, double level) {
        CandleMask mask = new CandleMask(column.length);
        for (int i = 1; i < column.length; i++) {
            mask.addIf(i, column[i] < level & column[i - 1] >= level);
        }
        return mask;
    }
}
