package plumbline.ui.text;

import java.util.List;
import plumbline.engine.text.Numbers;

/// Numbers as the window shows them where room is short: forms from the longest to the shortest,
/// each true.
///
/// Threads: any thread.
public final class Shown {
    private Shown() {}

    /// `+46.85 %`, or `+1.23M %`.
    public static List<String> signedPercent(double fraction) {
        String shorter = Numbers.compact(fraction * 100);
        String sign = fraction > 0 && Double.isFinite(fraction) ? "+" : "";
        return List.of(Numbers.signedPercent(fraction, 2), percent(sign + shorter));
    }

    /// `14.27 %`, or `14.3 %`.
    public static List<String> percent(double fraction) {
        return List.of(Numbers.percent(fraction, 2), percent(Numbers.compact(fraction * 100)));
    }

    /// `1,234,567.89`, or `1.23M`.
    public static List<String> number(double value) {
        return List.of(Numbers.fixed(value, 2), Numbers.compact(value));
    }

    private static String percent(String number) {
        return number.equals(Numbers.NONE) ? number : number + "\u00A0%";
    }
}
