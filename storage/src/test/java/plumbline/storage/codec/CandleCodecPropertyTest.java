package plumbline.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Columns of every kind, mixed in every way, come back bit for bit.
class CandleCodecPropertyTest {
    static LongStream seeds() {
        return LongStream.range(0, 1500);
    }

    /// What a column is filled with.
    enum Content {
        CONSTANT,
        DECIMAL,
        HUGE,
        ANY_BITS,
        ANY_DOUBLE,
        MOSTLY_ZERO,
        WITH_NEGATIVE_ZERO,
        WITH_NAN
    }

    /// How the times run.
    enum Course {
        REGULAR,
        FEW_GAPS,
        MANY_GAPS,
        OFF_GRID,
        ANY
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void mixedColumnsComeBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Course course = Draw.of(random, Course.values());
        int n = Draw.between(random, 1, 1_200);
        int places = Draw.between(random, 0, 15);
        // sometimes all of one kind, sometimes two or three that alternate
        Content[] contents = new Content[random.nextInt(1, 6)];
        Arrays.setAll(contents, c -> Draw.of(random, Content.values()));
        double[][] values = new double[5][];
        for (int c = 0; c < 5; c++) {
            values[c] = column(contents[c % contents.length], n, places, random);
        }

        check(times(course, n, random), values, n, random);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void candlesComeBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Course course = Draw.of(random, Course.values());
        int n = Draw.between(random, 1, 1_200);
        int places = Draw.between(random, 0, 15);
        int stepBits = Draw.between(random, 0, 40);

        check(times(course, n, random), walk(n, places, stepBits, random), n, random);
    }

    private static void check(long[] time, double[][] values, int n, SplittableRandom random) {
        byte[] chunk = Bits.assertSame(time, values, 0, n, 60_000);
        for (int k = 0; k < 4; k++) {
            int from = random.nextInt(n + 1);
            int to = from + random.nextInt(n - from + 1);
            Bits.assertSlice(chunk, time, values, 0, n, from, to);
        }
        if (rises(time)) {
            for (int k = 0; k < 8; k++) {
                long ms = time[random.nextInt(n)] + random.nextInt(-2, 3);
                int expected = Arrays.binarySearch(time, ms);
                assertThat(CandleCodec.before(chunk, n, ms))
                        .isEqualTo(expected < 0 ? -expected - 1 : expected);
            }
        }
    }

    private static boolean rises(long[] time) {
        for (int i = 1; i < time.length; i++) {
            if (time[i] <= time[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private static long[] times(Course course, int n, SplittableRandom random) {
        long[] time = new long[n];
        long next = random.nextLong(2_000_000_000_000L);
        for (int i = 0; i < n; i++) {
            time[i] = course == Course.ANY ? random.nextLong() : next;
            next += 60_000;
            if (course == Course.FEW_GAPS && random.nextInt(300) == 0
                    || course == Course.MANY_GAPS && random.nextInt(5) == 0) {
                next += 60_000L * random.nextInt(1, 100_000);
            } else if (course == Course.OFF_GRID) {
                next += random.nextInt(-3_000, 3_000);
            }
        }
        return time;
    }

    private static double[] column(Content content, int n, int places, SplittableRandom random) {
        double[] column = new double[n];
        double power = Math.pow(10, places);
        double constant = Double.longBitsToDouble(random.nextLong());
        for (int i = 0; i < n; i++) {
            double decimal = random.nextInt() / power;
            column[i] =
                    switch (content) {
                        case CONSTANT -> constant;
                        case DECIMAL -> decimal;
                        case HUGE -> random.nextLong() / power;
                        case ANY_BITS -> Double.longBitsToDouble(random.nextLong());
                        case ANY_DOUBLE -> random.nextGaussian();
                        case MOSTLY_ZERO -> random.nextInt(20) == 0 ? decimal : 0;
                        case WITH_NEGATIVE_ZERO -> random.nextInt(20) == 0 ? -0.0 : decimal;
                        case WITH_NAN ->
                                random.nextInt(20) == 0
                                        ? Double.longBitsToDouble(
                                                random.nextLong() | 0x7ff0000000000000L)
                                        : decimal;
                    };
        }
        return column;
    }

    /// Candles that obey their law, of steps up to `bits` bits.
    private static double[][] walk(int n, int places, int bits, SplittableRandom random) {
        double[][] values = new double[5][n];
        double power = Math.pow(10, places);
        long close = random.nextLong(1L << 40);
        for (int i = 0; i < n; i++) {
            long open = close + (random.nextInt(3) == 0 ? step(bits, random) : 0);
            close = open + step(bits, random);
            values[0][i] = open / power;
            values[1][i] = (Math.max(open, close) + Math.abs(step(bits, random))) / power;
            values[2][i] = (Math.min(open, close) - Math.abs(step(bits, random))) / power;
            values[3][i] = close / power;
            values[4][i] = Math.abs(step(bits, random)) / 1e8;
        }
        return values;
    }

    private static long step(int bits, SplittableRandom random) {
        return random.nextLong(-(1L << bits), (1L << bits) + 1);
    }
}
