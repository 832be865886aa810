package plumbline.storage.codec;

/// A column of integers in [Pages]: either the values as they are, or the steps from one to the
/// next, which are good for what rises or wanders. Any column of longs has pages.
///
/// Of a page the values, less the one in its head, are decoded in 32 bits; pages where that is not
/// enough are called wide, and are slower.
final class IntegerPages {
    private static final int WIDE = 1;
    private static final int STEPS = 2;
    private static final int ZIGZAG = 4;
    private static final int BASE_SHIFT = 3;
    private static final int LEAST_SHIFT = 6;

    private static final long NARROW = 1L << 30;

    private IntegerPages() {}

    /// Appends a column of `n` values.
    ///
    /// @param steps whether the steps are kept, good for what rises or wanders
    static void encode(long[] values, int n, boolean steps, PageWriter writer) {
        Bytes out = writer.out;
        int table = Pages.table(out, n);
        for (int page = 0; page < Pages.count(n); page++) {
            int begin = out.size();
            int rows = Pages.rows(n, page);
            if (steps) {
                steps(values, page * Pages.ROWS, rows, writer);
            } else {
                plain(values, page * Pages.ROWS, rows, writer);
            }
            Pages.end(out, table, page, begin);
        }
    }

    private static void plain(long[] values, int at, int n, PageWriter writer) {
        long least = Long.MAX_VALUE;
        for (int i = at; i < at + n; i++) {
            least = Math.min(least, values[i]);
        }
        long[] u = writer.columns[0];
        boolean narrow = true;
        for (int i = 0; i < n; i++) {
            u[i] = values[at + i] - least;
            narrow &= u[i] >= 0 && u[i] <= Integer.MAX_VALUE;
        }
        head(least, narrow, writer.out);
        writer.blocks.encode(u, n, writer.out);
    }

    private static void steps(long[] values, int at, int n, PageWriter writer) {
        long first = values[at];
        long[] u = writer.columns[0];
        boolean narrow = true;
        long least = n > 1 ? Long.MAX_VALUE : 0;
        for (int i = 1; i < n; i++) {
            narrow &= near(values[at + i], first);
            u[i] = values[at + i] - values[at + i - 1];
            least = Math.min(least, u[i]);
        }
        boolean zigzag = zigzagIsShorter(u, n, least);
        for (int i = 1; i < n; i++) {
            u[i] = zigzag ? zigzag(u[i]) : u[i] - least;
        }
        u[0] = 0;
        int kind = STEPS | (narrow ? 0 : WIDE);
        if (zigzag) {
            head(kind | ZIGZAG, first, writer.out);
        } else {
            int log2 = Integer.SIZE - Integer.numberOfLeadingZeros(Words.signedBytes(least) - 1);
            head(kind | log2 << LEAST_SHIFT, first, writer.out);
            writer.out.putSigned(least, 1 << log2);
        }
        writer.blocks.encode(u, n, writer.out);
    }

    /// Appends the head of a page without least step.
    static void head(long base, boolean narrow, Bytes out) {
        head(narrow ? 0 : WIDE, base, out);
    }

    private static void head(int kind, long base, Bytes out) {
        int bytes = Words.signedBytes(base);
        out.putByte(kind | (bytes - 1) << BASE_SHIFT);
        out.putSigned(base, bytes);
    }

    private static boolean zigzagIsShorter(long[] steps, int n, long least) {
        long zigzagBits = 0;
        long plainBits = 0;
        for (int i = 1; i < n; i++) {
            zigzagBits += Long.SIZE - Long.numberOfLeadingZeros(zigzag(steps[i]));
            plainBits += Long.SIZE - Long.numberOfLeadingZeros(steps[i] - least);
        }
        return zigzagBits < plainBits;
    }

    /// Whether `value` differs from `base` by less than 2^30.
    static boolean near(long value, long base) {
        long difference = value - base;
        return difference > -NARROW
                && difference < NARROW
                && ((value ^ base) & (value ^ difference)) >= 0;
    }

    /// Small steps of either sign as small unsigned numbers: 0, -1, 1, -2 become 0, 1, 2, 3.
    static long zigzag(long step) {
        return (step << 1) ^ (step >> 63);
    }

    static long unzigzag(long u) {
        return (u >>> 1) ^ -(u & 1);
    }

    static int unzigzag(int u) {
        return (u >>> 1) ^ -(u & 1);
    }

    static boolean isWide(byte[] data, int page) {
        return (data[page] & WIDE) != 0;
    }

    /// What the values of a narrow page are counted from: the least, or the first.
    static long base(byte[] data, int page) {
        return Words.getSigned(data, page + 1, baseBytes(data[page]));
    }

    private static int baseBytes(int kind) {
        return 1 + (kind >>> BASE_SHIFT & 7);
    }

    private static boolean hasLeast(int kind) {
        return (kind & (STEPS | ZIGZAG)) == STEPS;
    }

    private static int leastBytes(int kind) {
        return hasLeast(kind) ? 1 << (kind >>> LEAST_SHIFT & 3) : 0;
    }

    private static long least(byte[] data, int page) {
        int kind = data[page];
        return Words.getSigned(data, page + 1 + baseBytes(kind), leastBytes(kind));
    }

    /// Where the blocks of a page begin.
    static int blocks(byte[] data, int page) {
        int kind = data[page];
        return page + 1 + baseBytes(kind) + leastBytes(kind);
    }

    /// Decodes a narrow page of `n` rows: its values less [#base].
    static void narrow(byte[] data, int page, int n, int[] out) {
        int kind = data[page];
        PatchedBlocks.decode(data, blocks(data, page), n, out);
        if (hasLeast(kind)) {
            int least = (int) least(data, page);
            int last = 0;
            for (int i = 1; i < n; i++) {
                last += least + out[i];
                out[i] = last;
            }
        } else if ((kind & STEPS) != 0) {
            int last = 0;
            for (int i = 1; i < n; i++) {
                last += unzigzag(out[i]);
                out[i] = last;
            }
        }
    }

    /// Decodes a wide page of `n` rows.
    static void wide(byte[] data, int page, int n, long[] out) {
        int kind = data[page];
        PatchedBlocks.decode(data, blocks(data, page), n, out);
        long base = base(data, page);
        if ((kind & STEPS) == 0) {
            for (int i = 0; i < n; i++) {
                out[i] += base;
            }
            return;
        }
        long least = hasLeast(kind) ? least(data, page) : 0;
        long last = base;
        out[0] = base;
        for (int i = 1; i < n; i++) {
            last += hasLeast(kind) ? least + out[i] : unzigzag(out[i]);
            out[i] = last;
        }
    }

    /// Decodes the wanted rows of the column whose table is at `table`.
    static void decode(
            byte[] data, int table, int n, int from, int to, long[] out, int at, Scratch scratch) {
        Pages.Walk page = new Pages.Walk(data, table, n, from, to, at);
        while (page.next()) {
            if (isWide(data, page.place)) {
                long[] values = scratch.longs()[0];
                wide(data, page.place, page.rows, values);
                System.arraycopy(values, page.first, out, page.at, page.end - page.first);
            } else {
                int[] values = scratch.ints[0];
                narrow(data, page.place, page.rows, values);
                long base = base(data, page.place);
                int shift = page.at - page.first;
                for (int i = page.first; i < page.end; i++) {
                    out[shift + i] = base + values[i];
                }
            }
        }
    }
}
