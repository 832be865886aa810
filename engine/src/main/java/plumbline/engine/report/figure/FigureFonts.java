package plumbline.engine.report.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/// The two weights in which figures are lettered.
public final class FigureFonts {
    /// Point to millimetre.
    static final double MM = 25.4 / 72;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final int MEASURED_AT = 100;

    private final Font regular;
    private final Font medium;

    /// @param regular TrueType font
    /// @param medium the same, heavier
    /// @throws IllegalArgumentException if one is not a TrueType font
    public FigureFonts(byte[] regular, byte[] medium) {
        this.regular = font(regular);
        this.medium = font(medium);
    }

    private static Font font(byte[] trueType) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(trueType));
        } catch (FontFormatException | IOException e) {
            throw new IllegalArgumentException("not a TrueType font: " + e.getMessage(), e);
        }
    }

    Font font(boolean inMedium) {
        return inMedium ? medium : regular;
    }

    /// Width of a text in millimetres.
    double width(String text, FigurePainter.Type type) {
        Font font = font(type.medium()).deriveFont((float) MEASURED_AT);
        return font.getStringBounds(text, EXACT).getWidth() / MEASURED_AT * type.points() * MM;
    }
}
