package plumbline.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/// Comparisons bit by bit: 0 and -0 differ, and so do two NaNs of other bits.
final class Bits {
    private Bits() {}

    static long[] of(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    /// Encodes rows `from` to `from + n` and reads them again, to a place of their own.
    static byte[] assertSame(long[] time, double[][] values, int from, int n, long stepMs) {
        byte[] chunk = CandleCodec.encode(time, values, from, n, stepMs);
        assertSlice(chunk, time, values, from, n, 0, n);
        return chunk;
    }

    /// Rows `first` to `end` of the chunk against the columns it was made of.
    static void assertSlice(
            byte[] chunk, long[] time, double[][] values, int from, int n, int first, int end) {
        int before = 3;
        int behind = 5;
        int rows = end - first;
        long[] times = new long[before + rows + behind];
        double[][] decoded = new double[values.length][before + rows + behind];
        Arrays.fill(times, 77);
        for (double[] column : decoded) {
            Arrays.fill(column, 77);
        }

        CandleCodec.decode(chunk, n, first, end, times, decoded, before);

        long[] expectedTimes = new long[times.length];
        Arrays.fill(expectedTimes, 77);
        System.arraycopy(time, from + first, expectedTimes, before, rows);
        assertThat(times).containsExactly(expectedTimes);
        for (int c = 0; c < values.length; c++) {
            double[] expected = new double[times.length];
            Arrays.fill(expected, 77); // nothing beside the rows is touched
            System.arraycopy(values[c], from + first, expected, before, rows);
            assertThat(of(decoded[c], 0, times.length))
                    .as("column %s", c)
                    .containsExactly(of(expected, 0, times.length));
        }
    }
}
