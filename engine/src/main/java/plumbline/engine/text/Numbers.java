package plumbline.engine.text;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/// Numbers as people read them: comma for thousands, dot for decimals, the true minus sign U+2212,
/// a no-break space before the percent sign, a dash for what does not exist.
///
/// Threads: any thread.
public final class Numbers {
    /// What is shown where there is no value.
    public static final String NONE = "–";

    private static final double LARGEST_EXACT = 1e15;
    private static final int LEAST_DIGITS = 5;
    private static final int MOST_DECIMALS = 14;
    private static final char MINUS = '\u2212';
    private static final String NO_BREAK_SPACE = "\u00A0";

    private Numbers() {}

    /// `12,345.68`; beyond what a double tells exactly `1.2346e+17`.
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        if (Math.abs(value) >= LARGEST_EXACT) {
            return String.format(Locale.ROOT, "%.4e", value).replace('-', MINUS);
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

    /// Decimals for amounts of money up to `largest`: two, or as many more as an amount below one
    /// needs for five digits.
    public static int moneyDecimals(double largest) {
        double size = Math.abs(largest);
        if (!(size > 0 && size < 1)) {
            return 2;
        }
        int before = (int) Math.floor(Math.log10(size)) + 1;
        return Math.min(MOST_DECIMALS, LEAST_DIGITS - before);
    }

    /// A fraction as a percentage: `1.25 %`.
    public static String percent(double fraction, int decimals) {
        return withPercent(fixed(fraction * 100, decimals));
    }

    /// A fraction as a percentage with its sign: `+1.25 %`.
    public static String signedPercent(double fraction, int decimals) {
        return withPercent(signed(fraction * 100, decimals));
    }

    /// `1 gap`, `2,000 gaps`.
    public static String counted(long count, String one) {
        return fixed(count, 0) + " " + one + (count == 1 ? "" : "s");
    }

    /// With about three digits: `950`, `12k`, `1.5M`, `2.25B`, `0.0012`, `1.3e-06`.
    public static String compact(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        Unit unit = Unit.of(value);
        double count = value / unit.size();
        double size = Math.abs(count);
        if (size >= 1e6 || size > 0 && size < 1e-5) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        int decimals = size >= 100 || size == 0 ? 0 : 2 - (int) Math.floor(Math.log10(size));
        String text = fixed(count, decimals);
        return (text.contains(".") ? text.replaceAll("\\.?0+$", "") : text) + unit.sign();
    }

    /// What large numbers are counted in.
    public record Unit(double size, String sign) {
        /// No unit.
        public static final Unit ONE = new Unit(1, "");

        private static final Unit THOUSAND = new Unit(1e3, "k");
        private static final List<Unit> LARGE =
                List.of(new Unit(1e12, "T"), new Unit(1e9, "B"), new Unit(1e6, "M"));

        /// The one for numbers of the size of `value`; below ten thousand none.
        public static Unit of(double value) {
            double size = Math.abs(value);
            return LARGE.stream()
                    .filter(unit -> size >= unit.size)
                    .findFirst()
                    .orElse(size >= 1e4 ? THOUSAND : ONE);
        }
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
