package plumbline.engine.feed.layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import plumbline.engine.feed.csv.TimeForm;
import plumbline.engine.feed.csv.TimeForm.DateOrder;
import plumbline.engine.feed.csv.TimeReader;
import plumbline.engine.feed.csv.TimestampParser;
import plumbline.engine.feed.rows.CandleColumns;

/// Looks through a whole file for the first date that can be read in one order of day and month
/// only.
public final class OrderScan {
    private static final int LONGEST_LINE = 1 << 16;

    private OrderScan() {}

    /// The layout with the order told.
    ///
    /// @param in the file from its start
    /// @throws LayoutException if no date tells
    public static FileLayout settle(FileLayout layout, InputStream in)
            throws IOException, LayoutException {
        Map<DateOrder, TimestampParser> open = new EnumMap<>(DateOrder.class);
        for (DateOrder order : layout.orders()) {
            open.put(order, new TimestampParser(TimeForm.of(order), layout.zone(), false));
        }
        int column = layout.rows().fields().at(CandleColumns.TIME);
        String last = "";
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(layout.sample().text(in), StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (++number >= layout.rows().firstLine() && line.length() < LONGEST_LINE) {
                String cell = Table.field(line, layout.rows().delimiter(), column);
                boolean any = open.values().stream().anyMatch(p -> isTime(p, cell));
                if (any) {
                    last = cell;
                    open.values().removeIf(parser -> !isTime(parser, cell));
                }
                if (open.size() == 1) {
                    return layout.with(open.keySet().iterator().next());
                }
            }
        }
        throw LayoutException.openOrder(last, layout.orders());
    }

    private static boolean isTime(TimestampParser parser, String cell) {
        return parser.read(cell) != TimeReader.NONE;
    }
}
