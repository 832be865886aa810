package plumbline.storage.codec;

import java.util.Arrays;

/// One side of the snapshots of a chunk, as integers: a best price is kept as the step from the one
/// before, other prices as the distance to the next better one, and a size as the difference to
/// what the snapshot before had at that price, which is mostly 0.
final class BookSide {
    private static final long NAN = Double.doubleToRawLongBits(Double.NaN);

    final int depth;

    private final int n;

    /// 1 if worse prices are higher, -1 if they are lower.
    private final int worse;

    private final int[] counts;
    private final long[] prices;
    private final long[] sizes;
    private int priceExponent;
    private int sizeExponent;

    BookSide(int n, int depth, int worse) {
        this.n = n;
        this.depth = depth;
        this.worse = worse;
        counts = new int[n];
        prices = new long[n * depth];
        sizes = new long[n * depth];
    }

    int levels() {
        return n * depth;
    }

    /// Takes the levels of the caller's columns, from `at` on.
    ///
    /// @return false if they are no decimals, or if levels are missing before others
    boolean take(double[] price, double[] size, int at) {
        for (int i = 0; i < n; i++) {
            int first = at + i * depth;
            int count = 0;
            while (count < depth && !isNan(price[first + count])) {
                count++;
            }
            counts[i] = count;
            for (int k = count; k < depth; k++) {
                if (!isNan(price[first + k]) || !isNan(size[first + k])) {
                    return false;
                }
            }
        }
        priceExponent = integers(price, at, prices);
        sizeExponent = integers(size, at, sizes);
        return priceExponent != DecimalScale.NONE && sizeExponent != DecimalScale.NONE;
    }

    private static boolean isNan(double value) {
        return Double.doubleToRawLongBits(value) == NAN;
    }

    /// The integers of the levels that are there, each at its place.
    private int integers(double[] values, int at, long[] out) {
        double[] present = new double[levels()];
        int filled = 0;
        for (int i = 0; i < n; i++) {
            System.arraycopy(values, at + i * depth, present, filled, counts[i]);
            filled += counts[i];
        }
        long[] integers = new long[filled];
        int exponent = DecimalScale.integers(present, 0, filled, 0, integers);
        int next = 0;
        for (int i = 0; i < n; i++) {
            System.arraycopy(integers, next, out, i * depth, counts[i]);
            next += counts[i];
        }
        return exponent;
    }

    void write(Bytes out) {
        out.putByte(priceExponent);
        out.putByte(sizeExponent);
        Bytes numbers = new Bytes(4 * levels());
        for (int i = 0; i < n; i++) {
            numbers.putVarint(counts[i]);
        }
        long best = 0;
        for (int i = 0; i < n; i++) {
            if (counts[i] > 0) {
                numbers.putVarint(IntegerPages.zigzag(prices[i * depth] - best));
                best = prices[i * depth];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int at = i * depth + 1; at < i * depth + counts[i]; at++) {
                numbers.putVarint(IntegerPages.zigzag(worse * (prices[at] - prices[at - 1])));
            }
        }
        long[] expected = new long[depth];
        for (int i = 0; i < n; i++) {
            expect(i, expected);
            for (int k = 0; k < counts[i]; k++) {
                numbers.putVarint(IntegerPages.zigzag(sizes[i * depth + k] - expected[k]));
            }
        }
        Deflate.deflate(numbers.data(), numbers.size(), out);
    }

    /// The sizes that the snapshot before had at the prices of snapshot `i`.
    private void expect(int i, long[] expected) {
        Arrays.fill(expected, 0);
        if (i == 0) {
            return;
        }
        int before = (i - 1) * depth;
        int end = before + counts[i - 1];
        for (int k = 0; k < counts[i]; k++) {
            long price = prices[i * depth + k];
            while (before < end && worse * (prices[before] - price) < 0) {
                before++;
            }
            if (before < end && prices[before] == price) {
                expected[k] = sizes[before];
            }
        }
    }

    void read(Section section, double[] price, double[] size, int at) {
        byte[] data = section.data();
        DecimalScale priceScale = DecimalScale.of(Words.getByte(data, section.pos()));
        DecimalScale sizeScale = DecimalScale.of(Words.getByte(data, section.pos() + 1));
        try (Deflate.Stream numbers =
                new Deflate.Stream(data, section.pos() + 2, section.length() - 2)) {
            readCounts(numbers);
            readPrices(numbers);
            readSizes(numbers);
        }
        for (int i = 0; i < n; i++) {
            int first = i * depth;
            int end = first + counts[i];
            priceScale.values(prices, first, end, price, at + first);
            sizeScale.values(sizes, first, end, size, at + first);
            Arrays.fill(price, at + end, at + first + depth, Double.NaN);
            Arrays.fill(size, at + end, at + first + depth, Double.NaN);
        }
    }

    private void readCounts(Deflate.Stream numbers) {
        for (int i = 0; i < n; i++) {
            long count = numbers.varint();
            if (count < 0 || count > depth) {
                throw new MalformedChunkException(count + " levels of " + depth);
            }
            counts[i] = (int) count;
        }
    }

    private void readPrices(Deflate.Stream numbers) {
        long best = 0;
        for (int i = 0; i < n; i++) {
            if (counts[i] > 0) {
                best += IntegerPages.unzigzag(numbers.varint());
                prices[i * depth] = best;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int at = i * depth + 1; at < i * depth + counts[i]; at++) {
                prices[at] = prices[at - 1] + worse * IntegerPages.unzigzag(numbers.varint());
            }
        }
    }

    private void readSizes(Deflate.Stream numbers) {
        long[] expected = new long[depth];
        for (int i = 0; i < n; i++) {
            expect(i, expected);
            for (int k = 0; k < counts[i]; k++) {
                sizes[i * depth + k] = expected[k] + IntegerPages.unzigzag(numbers.varint());
            }
        }
    }
}
