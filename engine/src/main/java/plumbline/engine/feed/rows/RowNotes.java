package plumbline.engine.feed.rows;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What is no fault of a row, but what a user should know: how often, and where first.
///
/// Not thread-safe.
public final class RowNotes {
    /// What can be noted of a row.
    public enum Kind {
        EMPTY(
                "has a time but no prices: nothing was traded",
                "have a time but no prices: nothing was traded"),
        ROUNDED(
                "has a high or low that misses open or close by a last bit; it was moved there",
                "have a high or low that misses open or close by a last bit; they were moved there"),
        REPEATED("is there twice, word for word", "are there twice, word for word"),
        HEADER("repeats the header", "repeat the header"),
        DIVIDEND("is a dividend or a split", "are dividends or splits"),
        BELOW("stands below the candles and is none", "stand below the candles and are none"),
        OTHER_SYMBOL("is of another symbol", "are of other symbols");

        private final String one;
        private final String many;

        Kind(String one, String many) {
            this.one = one;
            this.many = many;
        }
    }

    private final Map<Kind, long[]> counts = new EnumMap<>(Kind.class);

    /// @param line from 1
    public void add(Kind kind, int line) {
        counts.computeIfAbsent(kind, k -> new long[] {0, line})[0]++;
    }

    /// `3 rows have a time but no prices, the first in line 12`.
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        counts.forEach((kind, count) ->
                texts.add(
                        count[0] == 1
                                ? "row " + count[1] + " " + kind.one
                                : String.format(
                                        java.util.Locale.ROOT,
                                        "%,d rows %s, the first in line %d",
                                        count[0],
                                        kind.many,
                                        count[1])));
        return texts;
    }
}
