package plumbline.engine.feed.layout;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.engine.feed.csv.TimeForm.DateOrder;

/// A file whose layout stays open, or is none of candles; the message says why, and names the
/// option that settles it if there is one.
public final class LayoutException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /// @param line where that shows, from 1; 0 for the file as a whole
    LayoutException(int line, String message) {
        super(message);
        this.line = line;
    }

    /// Day, month and year cannot be told apart.
    ///
    /// @param orders that they may have
    public static LayoutException openOrder(String cell, Set<DateOrder> orders) {
        return new LayoutException(
                0,
                "in '"
                        + cell
                        + "' day and month cannot be told apart, and no date of the file tells which"
                        + " comes first; say it with "
                        + orders.stream()
                                .map(order ->
                                        "--date-format " + order.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" or ")));
    }

    public int line() {
        return line;
    }
}
