package plumbline.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandleCodecTest {
    private static final RandomWalk WALK = new RandomWalk(20_000, 7);
    private static final long STEP = RandomWalk.STEP_MS;
    private static final int VOLUME = 4;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 127, 128, 129, 255, 256, 257, 4_096, 8_191, 8_192, 8_193})
    void everySizeOfChunkComesBack(int n) {
        Bits.assertSame(WALK.time, WALK.values, 5, n, STEP);
    }

    @Test
    void sizesThatNoChunkHasAreRefused() {
        for (int n : new int[] {-1, 0, 8_194}) {
            assertThatThrownBy(() -> CandleCodec.encode(WALK.time, WALK.values, 0, n, STEP))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a chunk has 1 to 8193 candles, not " + n);
        }
    }

    @Test
    void whatIsOutsideOfTheCallersArraysIsTheCallersMistake() {
        byte[] chunk = CandleCodec.encode(WALK.time, WALK.values, 0, 10, STEP);
        long[] time = new long[12];
        double[][] values = new double[5][12];

        assertThatThrownBy(() -> CandleCodec.decode(chunk, 10, time, values, 3))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> CandleCodec.decode(chunk, 10, 5, 11, time, values, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> CandleCodec.encode(time, values, 3, 10, STEP))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    /// 1_000 candles of one price and volume: a few bytes a page.
    @Test
    void aMarketThatStandsStillTakesAlmostNothing() {
        double[][] values = new double[5][1_000];
        for (double[] column : values) {
            Arrays.fill(column, 12.5);
        }
        long[] time = Arrays.copyOf(WALK.time, 1_000);

        assertThat(Bits.assertSame(time, values, 0, 1_000, STEP)).hasSizeLessThan(200);
    }

    @Test
    void aVolumeThatIsASumOfDoublesLeavesThePricesSmall() {
        double[][] values = copy(4_000);
        int plain = Bits.assertSame(WALK.time, values, 0, 4_000, STEP).length;
        values[VOLUME][77] = 128388.72380000002;

        byte[] chunk = Bits.assertSame(WALK.time, values, 0, 4_000, STEP);

        // the volume is deflated now, the prices are as before
        assertThat(prices(chunk).length()).isLessThan(6 * 4_000);
        assertThat(prices(chunk).next().mode()).isEqualTo(ValueColumn.RAW64_DEFLATE);
        assertThat(chunk.length).isBetween(plain, plain + 5 * 4_000);
    }

    @Test
    void onePriceThatIsNoDecimalTouchesItsOwnColumnOnly() {
        double[][] values = copy(4_000);
        values[0][300] = 1 / 3.0;

        byte[] chunk = Bits.assertSame(WALK.time, values, 0, 4_000, STEP);

        Section open = Section.at(chunk, prices(chunk).pos());
        assertThat(open.mode()).isEqualTo(ValueColumn.RAW64_DEFLATE);
        assertThat(open.next().mode()).isEqualTo(ValueColumn.DECIMAL);
        assertThat(prices(chunk).next().mode()).isEqualTo(ValueColumn.DECIMAL);
    }

    @Test
    void candlesThatBreakTheirLawComeBackAsTheyAre() {
        double[][] values = copy(500);
        values[1][3] = values[2][3] - 1; // high below low
        values[2][4] = values[0][4] + 1; // low above open

        Bits.assertSame(WALK.time, values, 0, 500, STEP);
    }

    @Test
    void oddValuesComeBackInEveryColumn() {
        double[] odd = {
            -0.0,
            0.0,
            Double.NaN,
            Double.longBitsToDouble(0x7ff4000000000abcL), // a NaN that is not Java's
            Double.longBitsToDouble(0xfff8000000000001L),
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            Double.MIN_NORMAL / 3,
            Double.MAX_VALUE,
            0x1p53,
            0x1p53 + 2,
            -0x1p53,
            0x1p53 - 1,
            1e22,
            1e300,
            1e-15,
            1e-16
        };
        for (int c = 0; c < 5; c++) {
            for (double value : odd) {
                double[][] values = copy(300);
                values[c][150] = value;
                Bits.assertSame(WALK.time, values, 0, 300, STEP);
                Arrays.fill(values[c], value);
                Bits.assertSame(WALK.time, values, 0, 300, STEP);
            }
        }
    }

    /// 12 bits a price of 2^52 and steps of all sizes: pages that need 64 bits.
    @Test
    void pricesFarApartComeBack() {
        double[][] values = new double[5][600];
        for (int i = 0; i < 600; i++) {
            long sign = i % 2 == 0 ? 1 : -1;
            double far = sign * ((1L << 53) - 1 - i);
            values[0][i] = -far;
            values[3][i] = far;
            values[1][i] = Math.max(-far, far);
            values[2][i] = Math.min(-far, far);
            values[4][i] = i % 3 == 0 ? (1L << 53) - 1 : i;
        }

        byte[] chunk = Bits.assertSame(WALK.time, values, 0, 600, STEP);

        assertThat(prices(chunk).mode()).isZero();
    }

    @Test
    void monthsComeBack() {
        long[] time = new long[400];
        for (int i = 0; i < time.length; i++) {
            time[i] =
                    LocalDate.of(1995, 1, 1)
                            .plusMonths(i)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli();
        }

        byte[] chunk = Bits.assertSame(time, WALK.values, 0, 400, 2_629_746_000L);

        assertThat(Section.at(chunk, 2).mode()).isEqualTo(TimeColumn.PACKED);
        assertBefore(chunk, time, 400);
    }

    @Test
    void aStepThatIsNotTheTrueOneIsNoError() {
        for (long step : new long[] {0, -5, 1, 86_400_000, Long.MAX_VALUE, Long.MIN_VALUE}) {
            byte[] chunk = Bits.assertSame(WALK.time, WALK.values, 0, 3_000, step);
            assertBefore(chunk, WALK.time, 3_000);
        }
    }

    @Test
    void gapsTakeTenBytes() {
        long[] time = Arrays.copyOf(WALK.time, 2_000);
        for (int i = 0; i < time.length; i++) {
            time[i] = 60_000L * i;
        }
        int plain = CandleCodec.encode(time, WALK.values, 0, 2_000, STEP).length;
        for (int i = 700; i < time.length; i++) {
            time[i] += 3_600_000 + (i >= 701 ? 1 : 0); // an hour, and then off the grid
        }

        byte[] chunk = Bits.assertSame(time, WALK.values, 0, 2_000, STEP);

        assertThat(chunk).hasSize(plain + 20);
        assertBefore(chunk, time, 2_000);
    }

    private static void assertBefore(byte[] chunk, long[] time, int n) {
        for (int i = 0; i < n; i += 1 + i / 50) {
            assertThat(CandleCodec.before(chunk, n, time[i])).isEqualTo(i);
            assertThat(CandleCodec.before(chunk, n, time[i] + 1)).isEqualTo(i + 1);
        }
        assertThat(CandleCodec.before(chunk, n, Long.MIN_VALUE)).isZero();
        assertThat(CandleCodec.before(chunk, n, Long.MAX_VALUE)).isEqualTo(n);
    }

    private static Section prices(byte[] chunk) {
        return Section.at(chunk, 2).next();
    }

    private static double[][] copy(int n) {
        double[][] values = new double[5][];
        for (int c = 0; c < 5; c++) {
            values[c] = Arrays.copyOf(WALK.values[c], n);
        }
        return values;
    }
}
