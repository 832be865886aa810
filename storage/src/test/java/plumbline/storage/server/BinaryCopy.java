package plumbline.storage.server;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Rows in the binary form of COPY: an `int`, a `timestamptz`, a `bigint` and a `double precision`.
final class BinaryCopy {
    private static final byte[] SIGNATURE =
            "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    /// 2000-01-01, from where PostgreSQL counts microseconds.
    private static final long EPOCH_MS = 946_684_800_000L;

    private BinaryCopy() {}

    /// One row a minute, all of key 1, with values that no two rows share.
    static byte[] minutes(long firstMs, int rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
            for (int i = 0; i < rows; i++) {
                row(out, firstMs + i * 60_000L, i);
            }
            out.writeShort(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void row(DataOutputStream out, long timeMs, int i) throws IOException {
        out.writeShort(4);
        out.writeInt(4);
        out.writeInt(1);
        out.writeInt(8);
        out.writeLong((timeMs - EPOCH_MS) * 1000);
        out.writeInt(8);
        out.writeLong(Long.MAX_VALUE - i);
        out.writeInt(8);
        out.writeDouble(i / 10.0);
    }
}
