package plumbline.ui.control;

import java.math.BigDecimal;

/// The unit that stands fixed in a field. What is typed is in this unit, with or without it.
///
/// Threads: any thread.
public record Unit(String text) {
    /// A bare number.
    public static final Unit NONE = new Unit("");

    public static final Unit PERCENT = new Unit("%");
    public static final Unit CANDLES = new Unit("candles");
    public static final Unit RANGES = new Unit("× ATR");

    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final String BASIS_POINTS = "bp";

    /// What the field shows of a value that is written with its unit: `5%` becomes `5`.
    public String bare(String value) {
        String stripped = value.replace(NO_BREAK_SPACE, ' ').strip();
        return !text.isEmpty() && stripped.endsWith(text)
                ? stripped.substring(0, stripped.length() - text.length()).strip()
                : stripped;
    }

    /// What is meant by what the field shows: of a percentage `0.5`, `0.5 %` and `0.5%` are all
    /// `0.5%`, and `5bp` stays as it is. What is no number is handed on, to be refused.
    public String full(String shown) {
        String bare = bare(shown);
        return equals(PERCENT) && !bare.endsWith(BASIS_POINTS) && isNumber(bare)
                ? bare + text
                : bare;
    }

    private static boolean isNumber(String shown) {
        try {
            new BigDecimal(shown);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
