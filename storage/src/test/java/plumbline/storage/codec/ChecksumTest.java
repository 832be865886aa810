package plumbline.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    private static final RandomWalk WALK = new RandomWalk(1_000, 1);

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

    @Property(tries = 5_000)
    void anyFlippedBitIsFound(
            @ForAll @Size(8) long[] keys,
            @ForAll @IntRange(min = 1, max = 1_000) int n,
            @ForAll @IntRange(min = 0) int bit) {
        byte[] chunk = CandleCodec.encode(WALK.time, WALK.values, 0, n, RandomWalk.STEP_MS);
        int before = Checksum.ofChunk(chunk, keys);
        int at = bit % (8 * (8 * keys.length + chunk.length));

        if (at < 64 * keys.length) {
            keys[at / 64] ^= 1L << (at % 64);
        } else {
            int inChunk = at - 64 * keys.length;
            chunk[inChunk / 8] ^= (byte) (1 << (inChunk % 8));
        }

        assertThat(Checksum.ofChunk(chunk, keys)).isNotEqualTo(before);
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
