package plumbline.storage.codec;

import org.jspecify.annotations.Nullable;

/// Room for one page while it is decoded, small enough for the nearest cache. One call, one thread.
final class Scratch {
    private static final int COLUMNS = 4;

    /// Columns of a narrow page.
    final int[][] ints = new int[COLUMNS][Pages.ROWS];

    private long @Nullable [][] longs;

    /// Columns of a wide page. Most chunks have none.
    long[][] longs() {
        if (longs == null) {
            longs = new long[COLUMNS][Pages.ROWS];
        }
        return longs;
    }
}
