package plumbline.ui.chart;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import plumbline.ui.theme.Fonts;

/// The letterings of a chart, and how wide a text is in them. Widths are added up from those of the
/// characters, which is exact for these fonts and needs no text layout.
///
/// Threads: FX thread.
enum TextStyle {
    TITLE(Fonts.bold(14)),
    LABEL(Fonts.regular(12.5)),
    VALUE(Fonts.medium(12.5)),
    AXIS(Fonts.regular(12)),
    TAG(Fonts.medium(12)),
    SMALL(Fonts.medium(11));

    private static final int COMMON = 256;

    private final Font font;
    private final double[] common = new double[COMMON];
    private final Map<Character, Double> others = new HashMap<>();

    TextStyle(Font font) {
        this.font = font;
    }

    Font font() {
        return font;
    }

    double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += width(text.charAt(i));
        }
        return width;
    }

    private double width(char c) {
        if (c >= COMMON) {
            return others.computeIfAbsent(c, this::measured);
        }
        if (common[c] == 0) {
            common[c] = measured(c);
        }
        return common[c];
    }

    private double measured(char c) {
        // a space at the end would not count, so everything stands between two marks
        return laidOut("|" + c + "|") - laidOut("||");
    }

    private double laidOut(String text) {
        Text node = new Text(text);
        node.setFont(font);
        return node.getLayoutBounds().getWidth();
    }
}
