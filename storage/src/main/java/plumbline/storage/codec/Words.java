package plumbline.storage.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Little-endian words at any place of a byte array.
final class Words {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    static long getLong(byte[] data, int at) {
        return (long) LONG.get(data, at);
    }

    static int getInt(byte[] data, int at) {
        return (int) INT.get(data, at);
    }

    /// Unsigned, 0 to 65,535.
    static int getShort(byte[] data, int at) {
        return (short) SHORT.get(data, at) & 0xffff;
    }

    /// Unsigned, 0 to 255.
    static int getByte(byte[] data, int at) {
        return data[at] & 0xff;
    }

    /// A signed number of 1 to 8 bytes.
    static long getSigned(byte[] data, int at, int bytes) {
        int unused = Long.SIZE - Byte.SIZE * bytes;
        return getLong(data, at) << unused >> unused;
    }

    /// The fewest bytes, 1 to 8, that hold a signed number.
    static int signedBytes(long value) {
        int bits = Long.SIZE + 1 - Long.numberOfLeadingZeros(value ^ (value >> 63));
        return (bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    static void putLong(byte[] data, int at, long value) {
        LONG.set(data, at, value);
    }

    static void putInt(byte[] data, int at, int value) {
        INT.set(data, at, value);
    }

    static void putShort(byte[] data, int at, int value) {
        SHORT.set(data, at, (short) value);
    }
}
