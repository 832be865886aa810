package plumbline.engine.feed.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Packs the pages of one column with gzip.
///
/// Not thread-safe: its bytes are used again for the next page.
final class PagePacker {
    private final Bytes packed = new Bytes();
    private final CRC32 crc = new CRC32();

    void pack(byte[] page, int size) {
        packed.reset();
        try (GZIPOutputStream out = new FastGzip(packed)) {
            out.write(page, 0, size);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot pack in memory", e);
        }
        crc.reset();
        crc.update(packed.array(), 0, packed.size());
    }

    /// The packed page: the first [#size] bytes of it.
    byte[] bytes() {
        return packed.array();
    }

    int size() {
        return packed.size();
    }

    /// Checksum of the packed page.
    int crc() {
        return (int) crc.getValue();
    }

    /// At its fastest level: the next ones take twice to seven times as long for a seventh less
    /// (docs/performance.md).
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /// A stream whose bytes can be had without a copy.
    private static final class Bytes extends ByteArrayOutputStream {
        byte[] array() {
            return buf;
        }
    }
}
