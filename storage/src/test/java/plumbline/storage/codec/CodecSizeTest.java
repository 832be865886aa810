package plumbline.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// How much space candles take; raw, they take 48 bytes each.
class CodecSizeTest {
    private static final int CHUNK = 8_192;

    /// Bytes a candle, after every chunk was read again.
    private static double bytesACandle(long[] time, double[][] values, int n) {
        long bytes = 0;
        for (int from = 0; from < n; from += CHUNK) {
            int rows = Math.min(CHUNK, n - from);
            bytes += Bits.assertSame(time, values, from, rows, RandomWalk.STEP_MS).length;
        }
        return bytes / (double) n;
    }

    @Test
    void aWalkTakesLessThanASixth() {
        int n = 500_000;
        RandomWalk walk = new RandomWalk(n, 42);

        assertThat(bytesACandle(walk.time, walk.values, n)).isBetween(7.0, 8.0);
    }

    /// The walk is the one that sizes are compared on: a mean range of about 4,050 ticks, and
    /// volumes of a few units.
    @Test
    void theWalkIsAsDescribed() {
        int n = 1_000_000;
        RandomWalk walk = new RandomWalk(n, 42);
        double range = 0;
        double volume = 0;
        for (int i = 0; i < n; i++) {
            range += walk.values[1][i] - walk.values[2][i];
            volume += walk.values[4][i];
        }

        assertThat(100 * range / n).isBetween(3_800.0, 4_300.0);
        assertThat(volume / n).isBetween(2.0, 4.0);
    }

    @Test
    void realBitcoinMinutesTakeLessThanASixth() throws IOException {
        RealMinutes minutes = RealMinutes.of("ohlcv/binance-spot-lean/minute/btcusdt");

        assertThat(minutes.size).isEqualTo(525_600 + 2_880);
        assertThat(bytesACandle(minutes.time, minutes.values, minutes.size)).isLessThan(8.0);
    }

    @Test
    void realEtherMinutesTakeLessThanAFifth() throws IOException {
        RealMinutes minutes = RealMinutes.of("ohlcv/binance-spot-lean/minute/ethusdt");

        assertThat(minutes.size).isEqualTo(130_606);
        assertThat(bytesACandle(minutes.time, minutes.values, minutes.size)).isLessThan(9.0);
    }
}
