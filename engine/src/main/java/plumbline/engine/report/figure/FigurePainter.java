package plumbline.engine.report.figure;

/// What a figure is drawn with. Implementations exist for Java2D (PDF pages and pictures) and for
/// SVG.
///
/// Units: millimetres from the figure's top left corner, y downwards; font sizes in points; colours
/// as `0xRRGGBB`.
public interface FigurePainter {

    /// A straight line.
    void line(Point from, Point to, Stroke stroke);

    /// Connected lines through the first `n` points.
    void polyline(double[] x, double[] y, int n, Stroke stroke);

    /// The area within the first `n` points.
    void area(double[] x, double[] y, int n, int rgb);

    /// A filled rectangle.
    void rect(Point topLeft, double width, double height, int rgb);

    /// One line of text.
    ///
    /// @param at the anchor on the baseline
    void text(Point at, String text, Type type);

    /// How wide a text comes out.
    double width(String text, Type type);

    /// A place in a figure.
    record Point(double x, double y) {
        Point shifted(double dx, double dy) {
            return new Point(x + dx, y + dy);
        }
    }

    /// How a line is drawn.
    ///
    /// @param dash length of dashes and of the gaps between them, 0 for a full line
    record Stroke(double width, int rgb, double dash) {
        static Stroke of(double width, Ink ink) {
            return new Stroke(width, ink.rgb(), 0);
        }
    }

    /// How a text is set.
    ///
    /// @param points size
    /// @param medium whether in the heavier weight
    record Type(double points, boolean medium, int rgb, Anchor anchor) {
        static Type of(double points, Ink ink, Anchor anchor) {
            return new Type(points, false, ink.rgb(), anchor);
        }

        Type inMedium() {
            return new Type(points, true, rgb, anchor);
        }

        Type in(Ink ink) {
            return new Type(points, medium, ink.rgb(), anchor);
        }
    }

    /// Which part of a text lies at its place.
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
