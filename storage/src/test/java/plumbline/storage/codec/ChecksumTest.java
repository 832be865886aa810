package plumbline.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChecksumTest {
    private static final RandomWalk WALK = new RandomWalk(1_000, 1);

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    /// The check value of CRC-32C in the catalogue of CRC parameters.
    @Test
    void isCrc32c() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);

        assertThat(Checksum.of(digits)).isEqualTo(0xe3069283);
        assertThat(
                        Checksum.of(
                                "1234".getBytes(StandardCharsets.US_ASCII),
                                "56789".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(0xe3069283);
    }

    @Test
    void theKeysStandBeforeTheBytesLowByteFirst() {
        byte[] chunk = {9, 8};

        assertThat(Checksum.ofChunk(chunk, 0x0807060504030201L, -1))
                .isEqualTo(
                        Checksum.of(
                                new byte[] {1, 2, 3, 4, 5, 6, 7, 8, -1, -1, -1, -1, -1, -1, -1, -1},
                                chunk));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyFlippedBitIsFound(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] keys = random.longs(8).toArray();
        int n = Draw.between(random, 1, 1_000);
        byte[] chunk = CandleCodec.encode(WALK.time, WALK.values, 0, n, RandomWalk.STEP_MS);
        int before = Checksum.ofChunk(chunk, keys);

        for (int k = 0; k < 10; k++) {
            int bit = random.nextInt(8 * (8 * keys.length + chunk.length));
            flip(keys, chunk, bit);
            assertThat(Checksum.ofChunk(chunk, keys)).as("bit %s", bit).isNotEqualTo(before);
            flip(keys, chunk, bit);
        }
    }

    private static void flip(long[] keys, byte[] chunk, int bit) {
        if (bit < 64 * keys.length) {
            keys[bit / 64] ^= 1L << (bit % 64);
        } else {
            int inChunk = bit - 64 * keys.length;
            chunk[inChunk / 8] ^= (byte) (1 << (inChunk % 8));
        }
    }

    @Test
    void everyFlippedBitOfAChunkIsFound() {
        byte[] chunk = CandleCodec.encode(WALK.time, WALK.values, 0, 1_000, RandomWalk.STEP_MS);
        int sound = Checksum.ofChunk(chunk, 1, 60, 3);

        for (int bit = 0; bit < 8 * chunk.length; bit++) {
            chunk[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(Checksum.ofChunk(chunk, 1, 60, 3)).isNotEqualTo(sound);
            chunk[bit / 8] ^= (byte) (1 << (bit % 8));
        }
    }
}
