package plumbline.engine.text;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Numbers as people read them: comma for thousands, dot for decimals, the true minus sign U+2212,
/// a no-break space before the percent sign, a dash for what does not exist.
///
/// Threads: any thread.
public final class Numbers {
    /// What is shown where there is no value.
    public static final String NONE = "–";

    private static final char MINUS = '\u2212';
    private static final String NO_BREAK_SPACE = "\u00A0";

    private Numbers() {}

    /// `12,345.68`.
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        DecimalFormat format =
                new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String text = format.format(value);
        return isZero(text) ? text.replace("-", "") : text.replace('-', MINUS);
    }

    /// The same with a plus before what is above zero.
    public static String signed(double value, int decimals) {
        String text = fixed(value, decimals);
        return value > 0 && Double.isFinite(value) && !isZero(text) ? "+" + text : text;
    }

    /// A fraction as a percentage: `1.25 %`.
    public static String percent(double fraction, int decimals) {
        return withPercent(fixed(fraction * 100, decimals));
    }

    /// A fraction as a percentage with its sign: `+1.25 %`.
    public static String signedPercent(double fraction, int decimals) {
        return withPercent(signed(fraction * 100, decimals));
    }

    /// A span of time in its two largest units: `98 d 17 h`, `4 h 05 min`, `12 min`.
    public static String duration(double millis) {
        if (!Double.isFinite(millis)) {
            return NONE;
        }
        long minutes = Math.round(millis / 60_000);
        long days = minutes / 1440;
        long hours = minutes / 60 % 24;
        if (days > 0) {
            return days + " d" + (hours > 0 ? " " + hours + " h" : "");
        }
        String rest = String.format(Locale.ROOT, "%02d min", minutes % 60);
        return hours > 0 ? hours + " h " + rest : minutes + " min";
    }

    /// How many decimals it takes to show every value as it is, at most `most`.
    public static int decimalsOf(double[] values, int most) {
        int decimals = 0;
        double scale = 1;
        for (double value : values) {
            while (decimals < most && Math.rint(value * scale) / scale != value) {
                decimals++;
                scale *= 10;
            }
        }
        return decimals;
    }

    private static String withPercent(String text) {
        return text.equals(NONE) ? text : text + NO_BREAK_SPACE + "%";
    }

    private static boolean isZero(String text) {
        return text.chars().allMatch(c -> c == '0' || c == '.' || c == '-' || c == ',');
    }
}
