package plumbline.engine.feed.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Times of day in a column of their own: `9:30`, `09:30:00.000`, `4:00 PM`, `093000`, and digits
/// that lost their leading zeros, `93000` and `930`, which only all cells together tell apart.
///
/// @param digits to which a cell of digits alone is filled up: 4 or 6, 0 where there are none
public record Clocks(int digits) {
    /// None, or such that are whole.
    public static final Clocks WHOLE = new Clocks(0);

    private static final int HOURS_AND_MINUTES = 4;
    private static final int AND_SECONDS = 6;
    private static final double MOST = 0.9;

    /// What cells are, if most of them are times of day and nothing else; `null` if they are not.
    public static @org.jspecify.annotations.Nullable Clocks of(List<String> cells) {
        int longest =
                cells.stream().filter(Clocks::isDigits).mapToInt(String::length).max().orElse(0);
        if (longest > AND_SECONDS) {
            return null;
        }
        Clocks found =
                longest == 0
                        ? WHOLE
                        : new Clocks(
                                longest <= HOURS_AND_MINUTES ? HOURS_AND_MINUTES : AND_SECONDS);
        DateText text = new DateText();
        long clocks =
                cells.stream()
                        .filter(cell -> {
                            byte[] bytes = found.whole(cell).getBytes(StandardCharsets.UTF_8);
                            return text.readClock(bytes, 0, bytes.length);
                        })
                        .count();
        return !cells.isEmpty() && clocks > cells.size() * MOST ? found : null;
    }

    /// Whether it is digits and nothing else.
    public static boolean isDigits(String cell) {
        return !cell.isEmpty() && cell.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// A cell with the zeros that it lost.
    public String whole(String cell) {
        return digits == 0 || cell.length() >= digits || !isDigits(cell)
                ? cell
                : "0".repeat(digits - cell.length()) + cell;
    }
}
