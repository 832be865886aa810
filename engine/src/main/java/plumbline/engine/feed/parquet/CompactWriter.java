package plumbline.engine.feed.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes Thrift's compact protocol: fields of a struct in rising order of their ids, each as the
/// distance from the one before.
///
/// Not thread-safe.
final class CompactWriter {
    private static final int DEEPEST = 16;
    private static final int NEAR = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int[] lastIds = new int[DEEPEST];
    private int depth;

    byte[] bytes() {
        return out.toByteArray();
    }

    void i32(int id, int value) {
        header(id, CompactType.I32);
        varint(zigzag(value));
    }

    void i64(int id, long value) {
        header(id, CompactType.I64);
        varint(zigzag(value));
    }

    void i16(int id, int value) {
        header(id, CompactType.I16);
        varint(zigzag(value));
    }

    void bool(int id, boolean value) {
        header(id, value ? CompactType.TRUE : CompactType.FALSE);
    }

    void string(int id, String value) {
        header(id, CompactType.BINARY);
        string(value);
    }

    /// Eight bytes, the lowest first, as statistics keep 64-bit integers.
    void longBytes(int id, long value) {
        header(id, CompactType.BINARY);
        varint(Long.BYTES);
        out.writeBytes(
                ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array());
    }

    /// A list; its `size` elements must follow.
    void list(int id, int elementType, int size) {
        header(id, CompactType.LIST);
        if (size < NEAR) {
            out.write(size << 4 | elementType);
        } else {
            out.write(NEAR << 4 | elementType);
            varint(size);
        }
    }

    /// An element of a list of strings.
    void string(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        varint(utf8.length);
        out.writeBytes(utf8);
    }

    /// An element of a list of integers.
    void i32(int value) {
        varint(zigzag(value));
    }

    /// A struct as a field, until [#end].
    void begin(int id) {
        header(id, CompactType.STRUCT);
        begin();
    }

    /// A struct as an element of a list or as a whole, until [#end].
    void begin() {
        lastIds[++depth] = 0;
    }

    void end() {
        out.write(CompactType.STOP);
        depth--;
    }

    private void header(int id, int type) {
        int distance = id - lastIds[depth];
        if (distance < 1 || distance > NEAR) {
            throw new IllegalArgumentException("field " + id + " after " + lastIds[depth]);
        }
        out.write(distance << 4 | type);
        lastIds[depth] = id;
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
