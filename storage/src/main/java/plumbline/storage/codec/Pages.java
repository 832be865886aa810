package plumbline.storage.codec;

/// A column in pages of 256 rows ([#ROWS]), the last one shorter, each of which can be read without
/// the others. In front of them stands a table: 2 bytes a page, its length.
///
/// A page is what is decoded at a time: few enough rows that writing them to memory goes on while
/// the next are computed, enough for the loops over them to pay off.
final class Pages {
    static final int ROWS = 256;

    private Pages() {}

    static int count(int n) {
        return (n + ROWS - 1) / ROWS;
    }

    /// Rows of `page` in a column of `n`.
    static int rows(int n, int page) {
        return Math.min(ROWS, n - page * ROWS);
    }

    /// Leaves room for the table of a column of `n` rows.
    ///
    /// @return the place of the table, for [#end]
    static int table(Bytes out, int n) {
        int at = out.size();
        int bytes = count(n) * Short.BYTES;
        out.reserve(bytes);
        out.advance(bytes);
        return at;
    }

    /// Notes that `page`, which began at `begin`, ends here.
    static void end(Bytes out, int table, int page, int begin) {
        Words.putShort(out.data(), table + page * Short.BYTES, out.size() - begin);
    }

    /// The pages that hold rows `from` to `to` (exclusive), one after the other.
    static final class Walk {
        /// Where the page begins.
        int place;

        /// Rows of the page.
        int rows;

        /// The first of them that is wanted, and the one behind the last.
        int first;

        int end;

        /// Where the first wanted row goes.
        int at;

        private final byte[] data;
        private final int table;
        private final int n;
        private final int from;
        private final int to;
        private int page;

        /// @param table where the table is
        /// @param n rows of the column
        /// @param at where row `from` goes
        Walk(byte[] data, int table, int n, int from, int to, int at) {
            this.data = data;
            this.table = table;
            this.n = n;
            this.from = from;
            this.to = to;
            this.at = at;
            page = from / ROWS;
            place = table + count(n) * Short.BYTES;
            for (int p = 0; p < page; p++) {
                place += length(p);
            }
            page--;
        }

        /// Goes to the next page.
        boolean next() {
            if (page >= from / ROWS) {
                place += length(page);
                at += end - first;
            }
            page++;
            int start = page * ROWS;
            if (start >= to) {
                return false;
            }
            rows = Pages.rows(n, page);
            first = Math.max(from - start, 0);
            end = Math.min(to - start, ROWS);
            return true;
        }

        private int length(int p) {
            return Words.getShort(data, table + p * Short.BYTES);
        }
    }
}
