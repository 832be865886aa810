package plumbline.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Bytes that are no chunk end in the one exception, or in other rows, and in nothing else.
class MalformedChunkTest {
    private static final int N = 700;
    private static final RandomWalk WALK = new RandomWalk(N, 3);

    static LongStream seeds() {
        return LongStream.range(0, 1300);
    }

    /// A call on bytes that may be broken.
    private interface Decoding {
        void decode(byte[] data, int n);
    }

    private static void assertContained(byte[] data, int n, Decoding decoding) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    try {
                        decoding.decode(data, n);
                    } catch (MalformedChunkException e) {
                        assertThat(e).hasMessageNotContaining("null");
                    }
                });
    }

    private static void decodeCandles(byte[] data, int n) {
        CandleCodec.before(data, n, WALK.time[N / 2]);
        CandleCodec.decode(data, n, new long[n], new double[5][n], 0);
    }

    /// One of several kinds of chunk: prices together or apart, volumes deflated, times packed,
    /// wide pages.
    private static byte[] candles(int kind) {
        double[][] values = new double[5][];
        for (int c = 0; c < 5; c++) {
            values[c] = WALK.values[c].clone();
        }
        long[] time = WALK.time.clone();
        if (kind == 1) {
            values[0][5] = Math.PI;
            values[4][5] = Math.PI;
        } else if (kind == 2) {
            Arrays.setAll(time, i -> WALK.time[i] + (i * 31 % 7));
            values[1][9] = 1e13;
        }
        return CandleCodec.encode(time, values, 0, N, RandomWalk.STEP_MS);
    }

    /// Every fourth chunk is cut.
    private static int cut(SplittableRandom random) {
        return random.nextInt(4) == 0 ? random.nextInt(1, 1_000_000) : 0;
    }

    private static byte[] broken(byte[] chunk, int flips, int cut, SplittableRandom random) {
        byte[] data = cut == 0 ? chunk.clone() : Arrays.copyOf(chunk, cut % chunk.length);
        for (int i = 0; i < flips && data.length > 0; i++) {
            // the heads are near the front, and worth more than their share
            int at = random.nextInt(random.nextBoolean() ? Math.min(80, data.length) : data.length);
            data[at] = (byte) random.nextInt();
        }
        return data;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void brokenCandlesAreContained(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int kind = 0; kind < 3; kind++) {
            byte[] data = broken(candles(kind), Draw.between(random, 0, 12), cut(random), random);

            assertContained(data, N, MalformedChunkTest::decodeCandles);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noiseIsContained(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] data = new byte[Draw.between(random, 2, 256)];
        random.nextBytes(data);
        int n = Draw.between(random, 1, 8_193);
        Words.putShort(data, 0, n);

        assertContained(data, n, MalformedChunkTest::decodeCandles);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void brokenTradesBooksAndFeaturesAreContained(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int flips = Draw.between(random, 0, 12);
        int someCut = cut(random);
        byte[] trades = TradeCodec.encode(RandomTrades.of(N, 5), 0, N);
        byte[] books = BookCodec.encode(RandomBooks.of(60, 5, 5), 0, 60);
        byte[] features = FeatureCodec.encode(floats(), 0, N);

        assertContained(
                broken(trades, flips, someCut, random),
                N,
                (data, n) -> TradeCodec.decode(data, n, TradeColumns.of(n), 0));
        assertContained(
                broken(books, flips, someCut, random),
                60,
                (data, n) -> BookCodec.decode(data, n, BookColumns.of(n, 5), 0));
        assertContained(
                broken(features, flips, someCut, random),
                N,
                (data, n) -> FeatureCodec.decode(data, n, new float[n], 0));
    }

    private static float[] floats() {
        float[] values = new float[N];
        for (int i = 0; i < N; i++) {
            values[i] = (float) WALK.values[3][i];
        }
        return values;
    }

    @Test
    void anotherNumberOfRowsIsRefused() {
        byte[] chunk = candles(0);

        for (int n : new int[] {1, N - 1, N + 1, 8_193}) {
            assertThatThrownBy(() -> decodeCandles(chunk, n))
                    .isInstanceOf(MalformedChunkException.class)
                    .hasMessage("a chunk of 700 candles, not of " + n);
        }
        assertThatThrownBy(() -> CandleCodec.before(chunk, 1_000_000_000, 0))
                .isInstanceOf(MalformedChunkException.class);
        assertThatThrownBy(() ->
                        TradeCodec.decode(
                                TradeCodec.encode(RandomTrades.of(9, 1), 0, 9),
                                8,
                                TradeColumns.of(8),
                                0))
                .isInstanceOf(MalformedChunkException.class)
                .hasMessage("a chunk of 9 trades, not of 8");
        assertThatThrownBy(() ->
                        BookCodec.decode(
                                BookCodec.encode(RandomBooks.of(9, 5, 1), 0, 9),
                                9,
                                BookColumns.of(9, 4),
                                0))
                .isInstanceOf(MalformedChunkException.class)
                .hasMessage("a chunk of 9 x 5, not of 9 x 4");
        assertThatThrownBy(() ->
                        FeatureCodec.decode(
                                FeatureCodec.encode(floats(), 0, 9), 8, new float[9], 0))
                .isInstanceOf(MalformedChunkException.class)
                .hasMessage("no chunk of 8 values");
    }

    @Test
    void everyCutIsRefused() {
        byte[] chunk = candles(0);

        for (int length = 0; length < chunk.length; length++) {
            byte[] cut = Arrays.copyOf(chunk, length);
            assertThatThrownBy(() -> decodeCandles(cut, N))
                    .as("%s of %s bytes", length, chunk.length)
                    .isInstanceOf(MalformedChunkException.class);
        }
    }
}
