package plumbline.ui.action;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/// One search through many entries, a slice at a time, so that the window never waits for it.
///
/// Threads: not thread-safe.
final class PaletteSearch {
    /// Entries between two looks at the clock.
    private static final int SLICE = 256;

    private final List<PaletteEntry> entries;
    private final FuzzyMatch query;
    private long[] found = new long[64];
    private int count;
    private int next;

    PaletteSearch(List<PaletteEntry> entries, FuzzyMatch query) {
        this.entries = entries;
        this.query = query;
    }

    /// Goes on until it is through, or past a point of [System#nanoTime].
    ///
    /// @return whether it is through
    boolean advance(long until) {
        while (next < entries.size()) {
            int end = Math.min(entries.size(), next + SLICE);
            for (; next < end; next++) {
                int score = query.score(entries.get(next).text());
                if (score != FuzzyMatch.NONE) {
                    add(score);
                }
            }
            if (next < entries.size() && System.nanoTime() - until >= 0) {
                return false;
            }
        }
        return true;
    }

    /// The best first; of two that are as good, the one that came first. Sorted as numbers: the
    /// score in the upper half, turned round, and the place in the lower.
    private void add(int score) {
        if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = (long) -score << 32 | next;
    }

    /// What matches, once it is through.
    List<PaletteEntry> results() {
        long[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return new AbstractList<>() {
            @Override
            public PaletteEntry get(int index) {
                return entries.get((int) sorted[index]);
            }

            @Override
            public int size() {
                return sorted.length;
            }
        };
    }
}
