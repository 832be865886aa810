package plumbline.storage.codec;

/// A part of a chunk: 1 byte mode, 4 bytes length of the body, the body.
///
/// @param data the chunk
/// @param pos where the body begins
record Section(byte[] data, int mode, int pos, int length) {
    private static final int HEAD = 5;

    /// The section that begins at `at`.
    static Section at(byte[] data, int at) {
        int mode = Words.getByte(data, at);
        int length = Words.getInt(data, at + 1);
        int pos = at + HEAD;
        if (length < 0 || length > data.length - Long.BYTES - pos) {
            throw new MalformedChunkException(
                    "a section of " + length + " bytes at " + pos + " of " + data.length);
        }
        return new Section(data, mode, pos, length);
    }

    /// Where the section ends.
    int end() {
        return pos + length;
    }

    /// The section behind this one.
    Section next() {
        return at(data, end());
    }
}
