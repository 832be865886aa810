package plumbline.engine.feed.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import plumbline.engine.feed.rows.CandleColumns;

/// The first lines of a text file.
///
/// @param marks how many bytes of marks of the encoding there are; some tools put a mark before the
///   mark
/// @param start the first letters
/// @param lines as they stand there; a last one that is not there whole is left out
/// @param carriageReturns whether lines end with a carriage return alone
/// @param blanks how many blanks at least stand between fields; 0 if something else does
/// @param whole whether that is all there is
public record Sample(
        Encoding encoding,
        int marks,
        String start,
        List<String> lines,
        boolean carriageReturns,
        int blanks,
        boolean whole) {
    private static final int UTF_8_MARK = 3;

    /// So much of a file is looked at.
    public static final int BYTES = 1 << 16;

    /// Reads the first lines and puts them back.
    ///
    /// @param in with room for [#BYTES] to be put back
    public static Sample of(PushbackInputStream in) throws IOException {
        int marks = 0;
        byte[] mark = in.readNBytes(UTF_8_MARK);
        for (; Encoding.isUtf8Mark(mark); mark = in.readNBytes(UTF_8_MARK)) {
            marks += UTF_8_MARK;
        }
        in.unread(mark);
        byte[] head = in.readNBytes(BYTES);
        in.unread(head);
        boolean whole = head.length < BYTES;
        Encoding encoding = encoding(head);
        String text = encoding.decoded(head, head.length);
        boolean returns = text.indexOf('\r') >= 0 && text.indexOf('\n') < 0;
        List<String> lines = new ArrayList<>();
        char end = returns ? '\r' : '\n';
        int from = 0;
        for (int to = text.indexOf(end); to >= 0; to = text.indexOf(end, from)) {
            int stop = to > from && text.charAt(to - 1) == '\r' ? to - 1 : to;
            lines.add(text.substring(from, stop));
            from = to + 1;
        }
        if (whole && from < text.length()) {
            lines.add(text.substring(from));
        }
        int blanks = Blanks.between(lines);
        return new Sample(
                encoding,
                marks,
                text.substring(0, Math.min(text.length(), 200)),
                blanks == 0 ? lines : lines.stream().map(l -> Blanks.tabbed(l, blanks)).toList(),
                returns,
                blanks,
                whole);
    }

    private static Encoding encoding(byte[] head) {
        Encoding found = Encoding.of(head, head.length);
        if (!found.isLastResort() || hasNames(found.decoded(head, head.length))) {
            return found;
        }
        return Encoding.ASIAN.stream()
                .filter(one -> hasNames(one.decoded(head, head.length)))
                .findFirst()
                .orElse(found);
    }

    /// Whether the first lines have the names of three prices.
    private static boolean hasNames(String text) {
        return text.lines()
                .limit(5)
                .anyMatch(line -> CandleColumns.prices(List.of(line.split("[,;\t|]"))) >= 3);
    }

    /// The rest of the file that the sample was read from, as UTF-8 with newlines, and with tabs
    /// between fields where there are blanks.
    public InputStream rest(InputStream in) throws IOException {
        InputStream text = encoding.utf8(in, carriageReturns);
        return blanks == 0 ? text : new Blanks(text, blanks);
    }

    /// The file from its start, as UTF-8 with newlines.
    public InputStream text(InputStream in) throws IOException {
        in.skipNBytes(marks);
        return rest(in);
    }
}
