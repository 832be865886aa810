package plumbline.storage.codec;

import java.util.Arrays;
import java.util.Objects;

/// Trades as bytes and back, every bit the same. What the bytes are is in the description of the
/// package.
///
/// **Threads**: any; nothing is shared.
///
/// **Errors**: what is no chunk of `n` trades is refused with [MalformedChunkException]; then the
/// rows of the columns that were to be written hold anything.
public final class TradeCodec {
    /// The number of this format, which is kept with a chunk.
    public static final short NUMBER = 1;

    /// The most trades of one chunk.
    public static final int MAX_TRADES = 65_536;

    private static final int HEAD = 4;
    private static final int INTEGERS = 0;

    /// Sellers 0, buyers 1, unknown 2: one bit where all are known.
    private static final byte[] SIDES = {-1, 1, 0};

    private TradeCodec() {}

    /// Trades `from` to `from + n` (exclusive) as a chunk.
    ///
    /// @param n 1 to [#MAX_TRADES]
    public static byte[] encode(TradeColumns trades, int from, int n) {
        if (n < 1 || n > MAX_TRADES) {
            throw new IllegalArgumentException(
                    "a chunk has 1 to " + MAX_TRADES + " trades, not " + n);
        }
        trades.checkRoom(from, n);
        Bytes out = new Bytes(64 + 8 * n);
        PageWriter writer = new PageWriter(out);
        out.putInt(n);
        integers(Arrays.copyOfRange(trades.time(), from, from + n), n, true, writer);
        ValueColumn.encode(trades.price(), from, n, true, writer);
        ValueColumn.encode(trades.size(), from, n, false, writer);
        integers(sides(trades.side(), from, n), n, false, writer);
        integers(Arrays.copyOfRange(trades.id(), from, from + n), n, true, writer);
        return out.finish();
    }

    private static long[] sides(byte[] side, int from, int n) {
        long[] codes = new long[n];
        for (int i = 0; i < n; i++) {
            codes[i] =
                    switch (side[from + i]) {
                        case -1 -> 0;
                        case 1 -> 1;
                        case 0 -> 2;
                        default ->
                                throw new IllegalArgumentException(
                                        "a side is -1, 0 or 1, not " + side[from + i]);
                    };
        }
        return codes;
    }

    private static void integers(long[] values, int n, boolean steps, PageWriter writer) {
        int section = writer.out.beginSection(INTEGERS);
        IntegerPages.encode(values, n, steps, writer);
        writer.out.endSection(section);
    }

    /// Decodes all `n` trades of a chunk; the first goes to place `at`.
    public static void decode(byte[] data, int n, TradeColumns out, int at) {
        decode(data, n, 0, n, out, at);
    }

    /// Decodes trades `from` to `to` (exclusive) of the `n` of a chunk; the first of them goes to
    /// place `at`.
    public static void decode(byte[] data, int n, int from, int to, TradeColumns out, int at) {
        Objects.checkFromToIndex(from, to, n);
        out.checkRoom(at, to - from);
        try {
            Scratch scratch = new Scratch();
            Section time = first(data, n);
            IntegerPages.decode(data, time.pos(), n, from, to, out.time(), at, scratch);
            Section price = integers(time).next();
            ValueColumn.decode(price, n, from, to, out.price(), at, scratch);
            Section size = price.next();
            ValueColumn.decode(size, n, from, to, out.size(), at, scratch);
            Section side = integers(size.next());
            sides(side, n, from, to, out.side(), at);
            Section id = integers(side.next());
            IntegerPages.decode(data, id.pos(), n, from, to, out.id(), at, scratch);
        } catch (IndexOutOfBoundsException e) {
            throw new MalformedChunkException("a chunk points outside of itself", e);
        }
    }

    private static void sides(Section section, int n, int from, int to, byte[] out, int at) {
        byte[] data = section.data();
        int[] codes = new int[Pages.ROWS];
        Pages.Walk page = new Pages.Walk(data, section.pos(), n, from, to, at);
        while (page.next()) {
            IntegerPages.narrow(data, page.place, page.rows, codes);
            int base = (int) IntegerPages.base(data, page.place);
            for (int i = page.first; i < page.end; i++) {
                out[page.at + i - page.first] = SIDES[base + codes[i]];
            }
        }
    }

    private static Section first(byte[] data, int n) {
        int held = Words.getInt(data, 0);
        if (held != n || n < 1 || n > MAX_TRADES) {
            throw new MalformedChunkException("a chunk of " + held + " trades, not of " + n);
        }
        return integers(Section.at(data, HEAD));
    }

    private static Section integers(Section section) {
        if (section.mode() != INTEGERS) {
            throw new MalformedChunkException("integers of unknown mode " + section.mode());
        }
        return section;
    }
}
