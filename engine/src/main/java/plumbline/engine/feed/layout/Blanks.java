package plumbline.engine.feed.layout;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;

/// A text with fields between blanks, with one tab for each run of them. Those at the ends of lines
/// are left out.
final class Blanks extends InputStream {
    /// So many lines tell.
    private static final int ENOUGH = 60;

    private static final int FEWEST_FIELDS = 5;
    private static final int NOTHING = -2;

    /// Single blanks between what can only be two fields: the time of day, or a price, and a price.
    private static final Pattern NUMBERS =
            Pattern.compile("(?<=\\d)(?<![-/.]\\d\\d) \\d+(?![\\d:])");

    private final InputStream in;
    private final int least;

    /// What was read ahead: blanks that are no separator, then the byte behind them.
    private int blanks;

    private int next = NOTHING;

    private boolean atStart = true;

    /// @param least so many blanks are a separator
    Blanks(InputStream in, int least) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.least = least;
    }

    /// How many blanks at least stand between the fields of most of these lines: two where single
    /// ones may stand within fields, else one; 0 if something else does.
    static int between(List<String> all) {
        List<String> lines = all.subList(0, Math.min(all.size(), ENOUGH));
        boolean others =
                lines.stream().anyMatch(l -> l.indexOf('\t') >= 0 || l.indexOf(';') >= 0)
                        || isTable(lines, "[,|]");
        if (others) {
            return 0;
        }
        boolean two =
                isTable(lines, " {2,}") && lines.stream().noneMatch(l -> NUMBERS.matcher(l).find());
        return two ? 2 : isTable(lines, " +") ? 1 : 0;
    }

    private static boolean isTable(List<String> lines, String separator) {
        List<Integer> widths =
                lines.stream()
                        .filter(line -> !line.isBlank())
                        .map(line -> line.strip().split(separator, -1).length)
                        .toList();
        if (widths.size() < 2) {
            return false;
        }
        int width = widths.getLast();
        long alike = widths.stream().filter(one -> one == width).count();
        return width >= FEWEST_FIELDS && alike >= widths.size() * Table.MOST;
    }

    static String tabbed(String line, int least) {
        return line.strip().replaceAll(" {" + least + ",}", "\t");
    }

    @Override
    public int read() throws IOException {
        if (blanks > 0) {
            blanks--;
            return ' ';
        }
        if (next != NOTHING) {
            int one = next;
            next = NOTHING;
            atStart = one == '\n';
            return one;
        }
        int one = in.read();
        int run = 0;
        for (; one == ' '; one = in.read()) {
            run++;
        }
        boolean atEnd = one == '\n' || one == '\r' || one < 0;
        if (run == 0 || atStart || atEnd) {
            atStart = one == '\n';
            return one;
        }
        next = one;
        if (run >= least) {
            return '\t';
        }
        blanks = run - 1;
        return ' ';
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = 0;
        while (read < length) {
            int one = read();
            if (one < 0) {
                return read == 0 && length > 0 ? -1 : read;
            }
            bytes[from + read++] = (byte) one;
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
