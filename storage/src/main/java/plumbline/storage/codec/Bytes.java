package plumbline.storage.codec;

import java.util.Arrays;

/// Bytes of a chunk as it is written; they grow. One thread.
final class Bytes {
    private byte[] data;
    private int size;

    Bytes(int capacity) {
        data = new byte[Math.max(capacity, 64)];
    }

    int size() {
        return size;
    }

    /// The array, for writing at places that [#reserve] made room for.
    byte[] data() {
        return data;
    }

    /// Makes room for `n` more bytes without taking it.
    void reserve(int n) {
        if (size + n > data.length) {
            data = Arrays.copyOf(data, Math.max(size + n, 2 * data.length));
        }
    }

    /// Takes `n` bytes that were reserved.
    void advance(int n) {
        size += n;
    }

    void putByte(int value) {
        reserve(1);
        data[size++] = (byte) value;
    }

    void putShort(int value) {
        reserve(Short.BYTES);
        Words.putShort(data, size, value);
        size += Short.BYTES;
    }

    void putInt(int value) {
        reserve(Integer.BYTES);
        Words.putInt(data, size, value);
        size += Integer.BYTES;
    }

    void putLong(long value) {
        reserve(Long.BYTES);
        Words.putLong(data, size, value);
        size += Long.BYTES;
    }

    /// The low `bytes` bytes of a signed number, 1 to 8.
    void putSigned(long value, int bytes) {
        reserve(Long.BYTES);
        Words.putLong(data, size, value);
        size += bytes;
    }

    /// An unsigned number, seven bits a byte, the low ones first.
    void putVarint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            putByte((int) rest | 0x80);
            rest >>>= 7;
        }
        putByte((int) rest);
    }

    /// Begins a section, whose length is not known yet.
    ///
    /// @return what [#endSection] wants
    int beginSection(int mode) {
        putByte(mode);
        putInt(0);
        return size;
    }

    void endSection(int begin) {
        Words.putInt(data, begin - Integer.BYTES, size - begin);
    }

    /// Forgets what was written after `newSize`.
    void truncate(int newSize) {
        Arrays.fill(data, newSize, size, (byte) 0);
        size = newSize;
    }

    /// The chunk, with the zeros behind it that let words be read up to its last byte.
    byte[] finish() {
        reserve(Long.BYTES);
        Words.putLong(data, size, 0);
        return Arrays.copyOf(data, size + Long.BYTES);
    }
}
