package plumbline.storage.codec;

import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Raw DEFLATE streams (RFC 1951).
final class Deflate {
    private static final int LEVEL = 6;
    private static final int STEP = 4096;

    private Deflate() {}

    /// Appends the first `n` bytes of `plain`, deflated.
    static void deflate(byte[] plain, int n, Bytes out) {
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            deflater.setInput(plain, 0, n);
            deflater.finish();
            while (!deflater.finished()) {
                out.reserve(STEP);
                int room = out.data().length - out.size();
                out.advance(deflater.deflate(out.data(), out.size(), room));
            }
        } finally {
            deflater.end();
        }
    }

    /// Inflates the first `size` bytes of a stream.
    static byte[] inflate(byte[] data, int pos, int length, int size) {
        byte[] plain = new byte[size];
        try (Stream stream = new Stream(data, pos, length)) {
            int filled = 0;
            while (filled < size) {
                int got = stream.read(plain, filled);
                if (got == 0) {
                    throw new MalformedChunkException(
                            "a column ends after " + filled + " of " + size + " bytes");
                }
                filled += got;
            }
        }
        return plain;
    }

    /// A stream that is read bit by bit, so that what it claims to hold need not fit in memory.
    static final class Stream implements AutoCloseable {
        private final Inflater inflater = new Inflater(true);
        private final byte[] buffer = new byte[STEP];
        private int filled;
        private int next;

        Stream(byte[] data, int pos, int length) {
            inflater.setInput(data, pos, length);
        }

        /// @return the number of bytes, 0 at the end of the stream
        int read(byte[] out, int at) {
            try {
                return inflater.inflate(out, at, out.length - at);
            } catch (DataFormatException e) {
                throw new MalformedChunkException("a column cannot be inflated", e);
            }
        }

        /// An unsigned number, seven bits a byte, the low ones first.
        long varint() {
            long value = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                if (next == filled) {
                    filled = read(buffer, 0);
                    next = 0;
                    if (filled == 0) {
                        throw new MalformedChunkException("a column ends within a number");
                    }
                }
                byte b = buffer[next++];
                value |= (b & 0x7fL) << shift;
                if (b >= 0) {
                    return value;
                }
            }
            throw new MalformedChunkException("a number of more than 64 bits");
        }

        @Override
        public void close() {
            inflater.end();
        }
    }
}
