package plumbline.storage.codec;

/// Doubles of any content, which are deflated with their bytes in planes: all lowest bytes, then
/// all second bytes, and so on. Slow; for what is no decimal.
final class RawColumn {
    private RawColumn() {}

    /// Appends `n` doubles, of every bit pattern.
    static void encode(double[] values, int from, int n, Bytes out) {
        byte[] planes = new byte[n * Long.BYTES];
        for (int i = 0; i < n; i++) {
            long bits = Double.doubleToRawLongBits(values[from + i]);
            for (int plane = 0; plane < Long.BYTES; plane++) {
                planes[plane * n + i] = (byte) (bits >>> (Byte.SIZE * plane));
            }
        }
        Deflate.deflate(planes, planes.length, out);
    }

    /// Decodes rows `from` to `to` (exclusive) of `n`.
    static void decode(
            byte[] data, int pos, int length, int n, int from, int to, double[] out, int at) {
        byte[] planes = Deflate.inflate(data, pos, length, n * Long.BYTES);
        for (int i = from; i < to; i++) {
            long bits = 0;
            for (int plane = 0; plane < Long.BYTES; plane++) {
                bits |= (planes[plane * n + i] & 0xffL) << (Byte.SIZE * plane);
            }
            out[at + i - from] = Double.longBitsToDouble(bits);
        }
    }
}
