package plumbline.storage.codec;

import java.util.Arrays;

/// A column of doubles, as small as its values allow: one value for all rows, decimals, or
/// anything.
final class ValueColumn {
    static final int CONST = 0;
    static final int DECIMAL = 1;
    static final int RAW64_DEFLATE = 2;

    private ValueColumn() {}

    /// Appends `n` values as a section.
    ///
    /// @param steps whether the steps from value to value are kept, good for prices
    static void encode(double[] values, int from, int n, boolean steps, PageWriter writer) {
        Bytes out = writer.out;
        if (isConstant(values, from, n)) {
            int section = out.beginSection(CONST);
            out.putLong(Double.doubleToRawLongBits(values[from]));
            out.endSection(section);
            return;
        }
        long[] integers = new long[n];
        int exponent = DecimalScale.integers(values, from, n, 0, integers);
        if (exponent == DecimalScale.NONE) {
            int section = out.beginSection(RAW64_DEFLATE);
            RawColumn.encode(values, from, n, out);
            out.endSection(section);
        } else {
            int section = out.beginSection(DECIMAL);
            out.putByte(exponent);
            IntegerPages.encode(integers, n, steps, writer);
            out.endSection(section);
        }
    }

    private static boolean isConstant(double[] values, int from, int n) {
        long first = Double.doubleToRawLongBits(values[from]);
        for (int i = from + 1; i < from + n; i++) {
            if (Double.doubleToRawLongBits(values[i]) != first) {
                return false;
            }
        }
        return true;
    }

    /// Decodes rows `from` to `to` (exclusive) of the `n` of `section`.
    static void decode(
            Section section, int n, int from, int to, double[] out, int at, Scratch scratch) {
        byte[] data = section.data();
        int pos = section.pos();
        switch (section.mode()) {
            case CONST ->
                    Arrays.fill(
                            out,
                            at,
                            at + to - from,
                            Double.longBitsToDouble(Words.getLong(data, pos)));
            case DECIMAL -> decimal(data, pos, n, from, to, out, at, scratch);
            case RAW64_DEFLATE ->
                    RawColumn.decode(data, pos, section.length(), n, from, to, out, at);
            default ->
                    throw new MalformedChunkException("a column of unknown mode " + section.mode());
        }
    }

    private static void decimal(
            byte[] data, int pos, int n, int from, int to, double[] out, int at, Scratch s) {
        DecimalScale scale = DecimalScale.of(Words.getByte(data, pos));
        Pages.Walk page = new Pages.Walk(data, pos + 1, n, from, to, at);
        while (page.next()) {
            if (IntegerPages.isWide(data, page.place)) {
                IntegerPages.wide(data, page.place, page.rows, s.longs()[0]);
                scale.values(s.longs()[0], page.first, page.end, out, page.at);
            } else {
                IntegerPages.narrow(data, page.place, page.rows, s.ints[0]);
                long base = IntegerPages.base(data, page.place);
                scale.values(s.ints[0], base, page.first, page.end, out, page.at);
            }
        }
    }
}
