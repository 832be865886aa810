package plumbline.engine.feed.csv;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.rows.CandleColumns;

/// Which field of a row is what, where the rows begin, and how their numbers are written.
///
/// @param delimiter between fields
/// @param firstLine line of the first row, from 1
/// @param columns how many there are, wanted or not
/// @param fields the column of each of [CandleColumns]'s roles, -1 for one that is not there
/// @param clocks how times of day are written that have a column of their own
/// @param volumeScale by how much volumes are multiplied
/// @param symbol whose rows are wanted where there are several's, `null` where there is one
public record CsvLayout(
        char delimiter,
        int firstLine,
        int columns,
        CandleColumns fields,
        NumberForm numbers,
        Clocks clocks,
        double volumeScale,
        @Nullable String symbol) {

    /// LEAN's columns: time, open, high, low, close, volume.
    public static CsvLayout ofLean() {
        return new CsvLayout(
                ',', 1, 6, CandleColumns.inOrder(), NumberForm.PLAIN, Clocks.WHOLE, 1, null);
    }

    /// Whether rows are a time and plain numbers, as almost all are.
    boolean isPlain() {
        return !numbers.decorated()
                && volumeScale == 1
                && fields.at(CandleColumns.CLOCK) < 0
                && fields.at(CandleColumns.SYMBOL) < 0;
    }

    /// What each field is, as far as they are wanted: a role of [CandleColumns], or -1.
    int[] roles() {
        int last = 0;
        for (int role = 0; role < CandleColumns.ROLES; role++) {
            last = Math.max(last, fields.at(role));
        }
        int[] roles = new int[last + 1];
        Arrays.fill(roles, -1);
        for (int role = 0; role < CandleColumns.ROLES; role++) {
            if (fields.at(role) >= 0) {
                roles[fields.at(role)] = role;
            }
        }
        return roles;
    }
}
