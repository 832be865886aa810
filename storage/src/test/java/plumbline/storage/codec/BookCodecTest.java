package plumbline.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BookCodecTest {
    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    private static byte[] assertSame(BookColumns books, int from, int n) {
        int depth = books.depth();
        byte[] chunk = BookCodec.encode(books, from, n);
        BookColumns out = BookColumns.of(n + 2, depth);
        BookCodec.decode(chunk, n, out, 1);
        assertThat(Arrays.copyOfRange(out.time(), 1, n + 1))
                .containsExactly(Arrays.copyOfRange(books.time(), from, from + n));
        double[][] expected = {
            books.bidPrice(), books.bidSize(), books.askPrice(), books.askSize()
        };
        double[][] actual = {out.bidPrice(), out.bidSize(), out.askPrice(), out.askSize()};
        for (int c = 0; c < 4; c++) {
            assertThat(Bits.of(actual[c], depth, (n + 1) * depth))
                    .as("column %s", c)
                    .containsExactly(Bits.of(expected[c], from * depth, (from + n) * depth));
            assertThat(actual[c]).startsWith(new double[depth]).endsWith(new double[depth]);
        }
        return chunk;
    }

    @Test
    void snapshotsOfTwentyLevelsComeBackAndAreSmall() {
        BookColumns books = RandomBooks.of(2_000, 20, 1);

        byte[] chunk = assertSame(books, 0, 2_000);

        assertThat(chunk.length / 2_000.0).isLessThan(80);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anySnapshotsComeBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = Draw.between(random, 1, 40);
        int depth = Draw.between(random, 1, 12);
        int kind = Draw.between(random, 0, 3);
        BookColumns books = RandomBooks.of(n, depth, seed);
        for (int i = 0; i < n * depth && kind > 0; i++) {
            if (random.nextInt(kind == 1 ? 10 : 100) == 0) {
                switch (kind) {
                    case 1 -> { // in no order, twice the same price
                        books.bidPrice()[i] = random.nextInt(5);
                        books.askPrice()[i] = -random.nextInt(5);
                    }
                    case 2 -> books.askSize()[i] = Double.NaN; // missing where it may not be
                    default -> books.bidSize()[i] = Double.longBitsToDouble(random.nextLong());
                }
            }
        }

        int from = random.nextInt(n);
        assertSame(books, from, n - from);
    }

    @Test
    void aSideWithoutLevelsComesBack() {
        BookColumns books = RandomBooks.of(20, 5, 1);
        Arrays.fill(books.bidPrice(), Double.NaN);
        Arrays.fill(books.bidSize(), Double.NaN);
        Arrays.fill(books.askPrice(), 40, 75, Double.NaN); // and one that was empty for a while
        Arrays.fill(books.askSize(), 40, 75, Double.NaN);

        assertSame(books, 0, 20);
    }

    @Test
    void sizesThatNoChunkHasAreRefused() {
        assertThatThrownBy(() -> BookCodec.encode(BookColumns.of(1, 5), 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a chunk has 1 to 262144 levels a side, not 0 x 5");
    }
}
