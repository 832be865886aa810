package plumbline.ui.chart;

import java.util.List;
import javafx.scene.paint.Color;

/// The colours a chart is painted with, by their meaning. Their values come from the stylesheet.
///
/// @param up of candles that rose
/// @param down of those that fell
/// @param upText of words about what rose, which need more contrast
/// @param downText of words about what fell
/// @param series of the overlays `s1` to `s8`
record ChartInk(
        Color background,
        Color grid,
        Color line,
        Color text,
        Color muted,
        Color accent,
        Color warn,
        Color up,
        Color down,
        Color upText,
        Color downText,
        List<Color> series) {

    /// Least luminance at which dark words are easier to read than light ones.
    private static final double BRIGHT = 0.18;

    /// Of an overlay with that number, which counts from 1.
    Color series(int number) {
        return series.get(Math.floorMod(number - 1, series.size()));
    }

    /// What has risen or fallen.
    Color direction(boolean rose) {
        return rose ? up : down;
    }

    Color directionText(boolean rose) {
        return rose ? upText : downText;
    }

    /// Words on a filled `ground`.
    static Color on(Color ground) {
        return luminance(ground) > BRIGHT ? Color.BLACK : Color.WHITE;
    }

    static Color faded(Color color, double opacity) {
        return color.deriveColor(0, 1, 1, opacity);
    }

    /// Relative luminance as the WCAG defines it.
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
