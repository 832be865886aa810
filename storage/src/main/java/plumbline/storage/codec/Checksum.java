package plumbline.storage.codec;

import java.util.zip.CRC32C;

/// CRC-32C (RFC 3720, appendix B.4) of chunks. It finds every change of up to 32 bits in a row, so
/// every flipped bit and every changed byte.
///
/// **Threads**: any.
public final class Checksum {
    private Checksum() {}

    /// Of the parts as if they were one array.
    public static int of(byte[]... parts) {
        CRC32C crc = new CRC32C();
        for (byte[] part : parts) {
            crc.update(part, 0, part.length);
        }
        return (int) crc.getValue();
    }

    /// Of a chunk and of what says which chunk it is: market, timeframe, slot, number of rows,
    /// first and last time, revision, codec. The keys come first, 8 bytes each, little-endian, in
    /// the order given.
    public static int ofChunk(byte[] data, long... keys) {
        byte[] words = new byte[keys.length * Long.BYTES];
        for (int i = 0; i < keys.length; i++) {
            Words.putLong(words, i * Long.BYTES, keys[i]);
        }
        return of(words, data);
    }
}
