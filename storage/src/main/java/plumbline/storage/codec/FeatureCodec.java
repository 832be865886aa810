package plumbline.storage.codec;

import java.util.Objects;

/// A column of floats, such as an indicator over candles, as bytes and back, every bit the same.
///
/// **Threads**: any; nothing is shared.
///
/// **Errors**: what is no chunk of `n` floats is refused with [MalformedChunkException].
public final class FeatureCodec {
    /// The number of this format, which is kept with a chunk.
    public static final short NUMBER = 1;

    /// The most values of one chunk.
    public static final int MAX_VALUES = 65_536;

    private static final int HEAD = 4;

    private FeatureCodec() {}

    /// Values `from` to `from + n` (exclusive) as a chunk.
    ///
    /// @param n 1 to [#MAX_VALUES]
    public static byte[] encode(float[] values, int from, int n) {
        if (n < 1 || n > MAX_VALUES) {
            throw new IllegalArgumentException(
                    "a chunk has 1 to " + MAX_VALUES + " values, not " + n);
        }
        Objects.checkFromIndexSize(from, n, values.length);
        byte[] planes = new byte[n * Float.BYTES];
        for (int i = 0; i < n; i++) {
            int bits = Float.floatToRawIntBits(values[from + i]);
            for (int plane = 0; plane < Float.BYTES; plane++) {
                planes[plane * n + i] = (byte) (bits >>> (Byte.SIZE * plane));
            }
        }
        Bytes out = new Bytes(HEAD + 3 * n);
        out.putInt(n);
        Deflate.deflate(planes, planes.length, out);
        return out.finish();
    }

    /// Decodes all `n` values of a chunk; the first goes to place `at`.
    public static void decode(byte[] data, int n, float[] out, int at) {
        Objects.checkFromIndexSize(at, n, out.length);
        if (n < 1
                || n > MAX_VALUES
                || data.length < HEAD + Long.BYTES
                || Words.getInt(data, 0) != n) {
            throw new MalformedChunkException("no chunk of " + n + " values");
        }
        int length = data.length - HEAD - Long.BYTES;
        byte[] planes = Deflate.inflate(data, HEAD, length, n * Float.BYTES);
        for (int i = 0; i < n; i++) {
            int bits = 0;
            for (int plane = 0; plane < Float.BYTES; plane++) {
                bits |= (planes[plane * n + i] & 0xff) << (Byte.SIZE * plane);
            }
            out[at + i] = Float.intBitsToFloat(bits);
        }
    }
}
