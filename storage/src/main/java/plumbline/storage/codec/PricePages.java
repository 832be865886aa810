package plumbline.storage.codec;

/// Open, high, low and close together, in [Pages]: decimals of one scale ([DecimalScale]) that obey
/// low <= open, close <= high. Each is kept as the distance to its neighbour.
final class PricePages {
    static final int OPEN = 0;
    static final int HIGH = 1;
    static final int LOW = 2;
    static final int CLOSE = 3;
    static final int COLUMNS = 4;

    private PricePages() {}

    /// Appends the prices of `n` candles.
    ///
    /// @return false, with nothing appended, if they are not such prices
    static boolean encode(double[][] values, int from, int n, PageWriter writer) {
        long[][] prices = new long[COLUMNS][n];
        int exponent = integers(values, from, n, prices);
        if (exponent == DecimalScale.NONE || !lawful(prices, n)) {
            return false;
        }
        Bytes out = writer.out;
        out.putByte(exponent);
        int table = Pages.table(out, n);
        for (int page = 0; page < Pages.count(n); page++) {
            int begin = out.size();
            page(prices, page * Pages.ROWS, Pages.rows(n, page), writer);
            Pages.end(out, table, page, begin);
        }
        return true;
    }

    /// One exponent for the four columns.
    private static int integers(double[][] values, int from, int n, long[][] out) {
        int exponent = 0;
        int agreed = 0;
        for (int c = 0; agreed < COLUMNS; c = (c + 1) % COLUMNS) {
            int found = DecimalScale.integers(values[c], from, n, exponent, out[c]);
            if (found == DecimalScale.NONE) {
                return found;
            }
            agreed = found == exponent ? agreed + 1 : 1;
            exponent = found;
        }
        return exponent;
    }

    private static boolean lawful(long[][] prices, int n) {
        boolean lawful = true;
        for (int i = 0; i < n; i++) {
            long open = prices[OPEN][i];
            long close = prices[CLOSE][i];
            lawful &=
                    prices[HIGH][i] >= Math.max(open, close)
                            && prices[LOW][i] <= Math.min(open, close);
        }
        return lawful;
    }

    private static void page(long[][] prices, int at, int n, PageWriter writer) {
        long base = prices[OPEN][at];
        long last = base;
        boolean narrow = true;
        for (int i = 0; i < n; i++) {
            long open = prices[OPEN][at + i];
            long high = prices[HIGH][at + i];
            long low = prices[LOW][at + i];
            long close = prices[CLOSE][at + i];
            writer.columns[0][i] = IntegerPages.zigzag(open - last);
            writer.columns[1][i] = IntegerPages.zigzag(close - open);
            writer.columns[2][i] = high - Math.max(open, close);
            writer.columns[3][i] = Math.min(open, close) - low;
            // open and close lie between the two
            narrow &= IntegerPages.near(high, base) && IntegerPages.near(low, base);
            last = close;
        }
        IntegerPages.head(base, narrow, writer.out);
        for (int c = 0; c < COLUMNS; c++) {
            writer.blocks.encode(writer.columns[c], n, writer.out);
        }
    }

    /// Decodes rows `from` to `to` (exclusive) of `n`; the first of them goes to place `at`.
    static void decode(
            byte[] data, int pos, int n, int from, int to, double[][] out, int at, Scratch s) {
        DecimalScale scale = DecimalScale.of(Words.getByte(data, pos));
        Pages.Walk page = new Pages.Walk(data, pos + 1, n, from, to, at);
        while (page.next()) {
            if (IntegerPages.isWide(data, page.place)) {
                wide(data, page.place, page.rows, s);
                for (int c = 0; c < COLUMNS; c++) {
                    scale.values(s.longs()[c], page.first, page.end, out[c], page.at);
                }
            } else {
                narrow(data, page.place, page.rows, s);
                long base = IntegerPages.base(data, page.place);
                for (int c = 0; c < COLUMNS; c++) {
                    scale.values(s.ints[c], base, page.first, page.end, out[c], page.at);
                }
            }
        }
    }

    /// Decodes the prices of a page, less its first open, into the columns of `s`.
    private static void narrow(byte[] data, int page, int n, Scratch s) {
        int[] open = s.ints[OPEN];
        int[] high = s.ints[HIGH];
        int[] low = s.ints[LOW];
        int[] close = s.ints[CLOSE];
        int pos = PatchedBlocks.decode(data, IntegerPages.blocks(data, page), n, open);
        pos = PatchedBlocks.decode(data, pos, n, close);
        pos = PatchedBlocks.decode(data, pos, n, high);
        PatchedBlocks.decode(data, pos, n, low);
        steps(open, close, n);
        runningSum(open, n);
        prices(open, high, low, close, n);
    }

    // one thought a loop: all but the running sum become vector instructions

    /// a, b -> close - close before, close - open
    private static void steps(int[] a, int[] b, int n) {
        for (int i = 0; i < n; i++) {
            b[i] = IntegerPages.unzigzag(b[i]);
            a[i] = IntegerPages.unzigzag(a[i]) + b[i];
        }
    }

    private static void runningSum(int[] steps, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += steps[i];
            steps[i] = sum;
        }
    }

    /// close, c, d, close - open -> open, high, low, close
    private static void prices(int[] open, int[] high, int[] low, int[] close, int n) {
        for (int i = 0; i < n; i++) {
            int closed = open[i];
            int opened = closed - close[i];
            high[i] += Math.max(opened, closed);
            low[i] = Math.min(opened, closed) - low[i];
            open[i] = opened;
            close[i] = closed;
        }
    }

    private static void wide(byte[] data, int page, int n, Scratch s) {
        long[] open = s.longs()[OPEN];
        long[] high = s.longs()[HIGH];
        long[] low = s.longs()[LOW];
        long[] close = s.longs()[CLOSE];
        int pos = PatchedBlocks.decode(data, IntegerPages.blocks(data, page), n, open);
        pos = PatchedBlocks.decode(data, pos, n, close);
        pos = PatchedBlocks.decode(data, pos, n, high);
        PatchedBlocks.decode(data, pos, n, low);
        long last = IntegerPages.base(data, page);
        for (int i = 0; i < n; i++) {
            open[i] = last + IntegerPages.unzigzag(open[i]);
            last = open[i] + IntegerPages.unzigzag(close[i]);
            close[i] = last;
            high[i] += Math.max(open[i], close[i]);
            low[i] = Math.min(open[i], close[i]) - low[i];
        }
    }
}
