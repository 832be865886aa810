package plumbline.engine.feed.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plumbline.engine.feed.rows.CandleColumns;
import plumbline.engine.feed.rows.RowFaults;
import plumbline.engine.feed.rows.RowNotes;

/// Lines that are no candles and do not want to be: the header once more, where files were put
/// together; dividends and splits among days; what some sources write below the last row. They are
/// noted, while every other line that cannot be read is a fault.
///
/// Not thread-safe: one instance for one stream.
final class OtherLines {
    /// What is written below the rows is short.
    private static final int MOST_BELOW = 8;

    private final CsvLayout layout;
    private final RowFaults faults;
    private final RowNotes notes;
    private final String header;

    /// Lines that are noted if no candle comes after them, else faults.
    private final List<Below> below = new ArrayList<>();

    private record Below(int line, int column, String fault) {}

    OtherLines(CsvLayout layout, RowFaults faults, RowNotes notes) {
        this.layout = layout;
        this.faults = faults;
        this.notes = notes;
        this.header = layout.fields().names().isEmpty() ? "" : plain(header(layout));
    }

    private static String header(CsvLayout layout) {
        return String.join(String.valueOf(layout.delimiter()), layout.fields().names());
    }

    private static String plain(String line) {
        return line.replaceAll("[\" \t#\uFEFF]", "").toLowerCase(Locale.ROOT);
    }

    /// Deals with a line that cannot be read: notes it, or adds the fault.
    ///
    /// @param lastRow the line of the last candle before it, 0 if there is none
    void unreadable(String text, int line, int column, String fault, int lastRow) {
        settle(lastRow);
        String words = text.toLowerCase(Locale.ROOT);
        if (!header.isEmpty() && plain(text).equals(header)) {
            notes.add(RowNotes.Kind.HEADER, line);
        } else if (words.contains("dividend") || words.contains("stock split")) {
            notes.add(RowNotes.Kind.DIVIDEND, line);
        } else if (mayBeBelow(text)) {
            below.add(new Below(line, column, fault));
        } else {
            faults.add(line, column, fault);
        }
    }

    /// Whether a line is words where a time should be. With other columns before the time, only one
    /// that is not cut into fields.
    boolean mayBeBelow(String text) {
        String bare = text.replaceFirst("^[\" ]+", "");
        boolean isWord = !bare.isEmpty() && Character.isLetter(bare.charAt(0));
        boolean timeFirst = layout.fields().at(CandleColumns.TIME) == 0;
        return isWord
                && !DateText.startsWithName(bare)
                && (timeFirst || bare.indexOf(layout.delimiter()) < 0);
    }

    /// Says of lines whether they stood below the candles.
    ///
    /// @param lastRow the line of the last candle so far
    void settle(int lastRow) {
        if (!below.isEmpty() && below.getFirst().line < lastRow) {
            below.forEach(one -> faults.add(one.line, one.column, one.fault));
            below.clear();
        }
    }

    /// The same at the end of the text.
    void end(int lastRow) {
        settle(lastRow);
        boolean few = below.size() <= MOST_BELOW && lastRow > 0;
        for (Below one : below) {
            if (few) {
                notes.add(RowNotes.Kind.BELOW, one.line);
            } else {
                faults.add(one.line, one.column, one.fault);
            }
        }
        below.clear();
    }
}
