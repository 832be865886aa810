package plumbline.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TradeCodecTest {
    static LongStream seeds() {
        return LongStream.range(0, 600);
    }

    private static byte[] assertSame(TradeColumns trades, int n) {
        byte[] chunk = TradeCodec.encode(trades, 0, n);
        assertSlice(chunk, trades, n, 0, n);
        return chunk;
    }

    private static void assertSlice(byte[] chunk, TradeColumns trades, int n, int from, int to) {
        int rows = to - from;
        TradeColumns out = TradeColumns.of(rows + 2);
        TradeCodec.decode(chunk, n, from, to, out, 1);
        assertThat(Arrays.copyOfRange(out.time(), 1, rows + 1))
                .containsExactly(Arrays.copyOfRange(trades.time(), from, to));
        assertThat(Bits.of(out.price(), 1, rows + 1))
                .containsExactly(Bits.of(trades.price(), from, to));
        assertThat(Bits.of(out.size(), 1, rows + 1))
                .containsExactly(Bits.of(trades.size(), from, to));
        assertThat(Arrays.copyOfRange(out.side(), 1, rows + 1))
                .containsExactly(Arrays.copyOfRange(trades.side(), from, to));
        assertThat(Arrays.copyOfRange(out.id(), 1, rows + 1))
                .containsExactly(Arrays.copyOfRange(trades.id(), from, to));
    }

    @Test
    void aFullChunkComesBackAndIsSmall() {
        TradeColumns trades = RandomTrades.of(65_536, 1);

        byte[] chunk = assertSame(trades, 65_536);

        assertThat(chunk.length / 65_536.0).isLessThan(4.5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyTradesComeBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = Draw.between(random, 1, 1_000);
        int kind = Draw.between(random, 0, 2);
        TradeColumns trades = RandomTrades.of(n, seed);
        for (int i = 0; i < n && kind > 0; i++) {
            if (kind == 2 || random.nextInt(50) == 0) {
                trades.time()[i] = random.nextLong();
                trades.price()[i] = Double.longBitsToDouble(random.nextLong());
                trades.size()[i] = Double.longBitsToDouble(random.nextLong());
                trades.side()[i] = (byte) random.nextInt(-1, 2);
                trades.id()[i] = random.nextLong();
            }
        }

        byte[] chunk = assertSame(trades, n);
        int from = random.nextInt(n + 1);
        assertSlice(chunk, trades, n, from, from + random.nextInt(n - from + 1));
    }

    @Test
    void aPartOfTheColumnsIsEncoded() {
        TradeColumns trades = RandomTrades.of(1_000, 2);

        byte[] chunk = TradeCodec.encode(trades, 400, 300);

        TradeColumns out = TradeColumns.of(300);
        TradeCodec.decode(chunk, 300, out, 0);
        assertThat(out.id()).containsExactly(Arrays.copyOfRange(trades.id(), 400, 700));
        assertThat(out.price()).containsExactly(Arrays.copyOfRange(trades.price(), 400, 700));
    }

    @Test
    void sidesAndSizesThatNoChunkHasAreRefused() {
        TradeColumns trades = RandomTrades.of(10, 2);
        trades.side()[4] = 3;

        assertThatThrownBy(() -> TradeCodec.encode(trades, 0, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a side is -1, 0 or 1, not 3");
        assertThatThrownBy(() -> TradeCodec.encode(trades, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a chunk has 1 to 65536 trades, not 0");
    }
}
