package plumbline.engine.feed.parquet;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// Reads Thrift's compact protocol from bytes that nobody has checked: whatever they are, it ends
/// with an answer, a [ParquetException] or, where they stop too early, a
/// [BufferUnderflowException].
///
/// Not thread-safe.
final class CompactReader {
    private static final int DEEPEST = 32;
    private static final int NEAR = 15;
    private static final int LONGEST_VARINT = 64;

    private final ByteBuffer in;
    private int type;

    CompactReader(ByteBuffer in) {
        this.in = in;
    }

    /// Reads what stands before a field.
    ///
    /// @param lastId id of the field before in the same struct, 0 for the first
    /// @return the field's id, or 0 at the end of the struct
    int field(int lastId) throws ParquetException {
        int header = in.get() & 0xFF;
        type = header & 0x0F;
        if (type == CompactType.STOP) {
            return 0;
        }
        int distance = header >>> 4;
        int id = distance == 0 ? i32() : lastId + distance;
        if (id <= 0) {
            throw new ParquetException("a field has the number " + id);
        }
        return id;
    }

    /// What the last field holds, see [CompactType].
    int type() {
        return type;
    }

    /// The value of an integer field.
    int i32() throws ParquetException {
        return (int) i64();
    }

    /// The value of an integer field.
    long i64() throws ParquetException {
        long zigzag = varint();
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    /// An integer that the field must hold.
    int intField() throws ParquetException {
        require(CompactType.I32);
        return i32();
    }

    /// A truth that the field must hold.
    boolean boolField() throws ParquetException {
        if (type != CompactType.TRUE) {
            require(CompactType.FALSE);
        }
        return type == CompactType.TRUE;
    }

    void require(int wanted) throws ParquetException {
        if (type != wanted) {
            throw new ParquetException("a field is of type " + type + " instead of " + wanted);
        }
    }

    /// The number of elements of the list that the field must hold.
    int listField(int elementType) throws ParquetException {
        require(CompactType.LIST);
        int header = in.get() & 0xFF;
        if ((header & 0x0F) != elementType) {
            throw new ParquetException("a list holds " + (header & 0x0F));
        }
        return size(header >>> 4);
    }

    private int size(int near) throws ParquetException {
        long size = near < NEAR ? near : varint();
        if (size < 0 || size > Integer.MAX_VALUE) {
            throw new ParquetException("a list of " + size + " elements");
        }
        return (int) size;
    }

    /// Passes over the field's value.
    void skip() throws ParquetException {
        skip(type, 0);
    }

    private void skip(int what, int depth) throws ParquetException {
        if (depth > DEEPEST) {
            throw new ParquetException("fields within fields without an end");
        }
        switch (what) {
            case CompactType.TRUE, CompactType.FALSE -> {}
            case CompactType.BYTE -> in.get();
            case CompactType.I16, CompactType.I32, CompactType.I64 -> varint();
            case CompactType.DOUBLE -> in.getDouble();
            case CompactType.BINARY -> skipBytes(varint());
            case CompactType.LIST, CompactType.SET -> skipList(depth);
            case CompactType.STRUCT -> skipStruct(depth);
            default -> throw new ParquetException("a field of an unknown type " + what);
        }
    }

    private void skipBytes(long count) {
        if (count < 0 || count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + (int) count);
    }

    private void skipList(int depth) throws ParquetException {
        int header = in.get() & 0xFF;
        int size = size(header >>> 4);
        int element = header & 0x0F;
        for (int i = 0; i < size; i++) {
            // unlike a field, an element that is true or false takes a byte
            boolean truth = element == CompactType.TRUE || element == CompactType.FALSE;
            skip(truth ? CompactType.BYTE : element, depth + 1);
        }
    }

    private void skipStruct(int depth) throws ParquetException {
        int id = field(0);
        while (id != 0) {
            skip(type, depth + 1);
            id = field(id);
        }
    }

    private long varint() throws ParquetException {
        long value = 0;
        for (int shift = 0; shift < LONGEST_VARINT; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new ParquetException("a number without an end");
    }
}
