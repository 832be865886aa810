package plumbline.engine.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/// Paints with Java2D: onto a page of a PDF, whose library offers a `Graphics2D` that writes
/// vectors, or into a picture.
public final class Java2dPainter implements FigurePainter {
    private final Graphics2D graphics;
    private final FigureFonts fonts;
    private final double scale;

    /// @param scale units of the graphics in a millimetre
    public Java2dPainter(Graphics2D graphics, FigureFonts fonts, double scale) {
        this.graphics = graphics;
        this.fonts = fonts;
        this.scale = scale;
    }

    /// A figure as a picture, on white.
    ///
    /// @param dotsPerMm resolution; 7.56 is a screen at 2x
    public static BufferedImage picture(Figure figure, FigureFonts fonts, double dotsPerMm) {
        int width = (int) Math.ceil(figure.width() * dotsPerMm);
        int height = (int) Math.ceil(figure.height() * dotsPerMm);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        figure.paint(new Java2dPainter(graphics, fonts, dotsPerMm));
        graphics.dispose();
        return image;
    }

    @Override
    public void line(Point from, Point to, Stroke stroke) {
        use(stroke);
        graphics.draw(
                new Line2D.Double(
                        from.x() * scale, from.y() * scale, to.x() * scale, to.y() * scale));
    }

    @Override
    public void polyline(double[] x, double[] y, int n, Stroke stroke) {
        if (n > 1) {
            use(stroke);
            graphics.draw(path(x, y, n));
        }
    }

    @Override
    public void area(double[] x, double[] y, int n, int rgb) {
        if (n > 2) {
            Path2D path = path(x, y, n);
            path.closePath();
            graphics.setColor(new Color(rgb));
            graphics.fill(path);
        }
    }

    @Override
    public void rect(Point topLeft, double width, double height, int rgb) {
        graphics.setColor(new Color(rgb));
        graphics.fill(
                new Rectangle2D.Double(
                        topLeft.x() * scale, topLeft.y() * scale, width * scale, height * scale));
    }

    @Override
    public void text(Point at, String text, Type type) {
        double shift =
                switch (type.anchor()) {
                    case START -> 0;
                    case MIDDLE -> -width(text, type) / 2;
                    case END -> -width(text, type);
                };
        float size = (float) (type.points() * FigureFonts.MM * scale);
        graphics.setFont(fonts.font(type.medium()).deriveFont(size));
        graphics.setColor(new Color(type.rgb()));
        graphics.drawString(text, (float) ((at.x() + shift) * scale), (float) (at.y() * scale));
    }

    @Override
    public double width(String text, Type type) {
        return fonts.width(text, type);
    }

    private Path2D path(double[] x, double[] y, int n) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, n);
        path.moveTo(x[0] * scale, y[0] * scale);
        for (int i = 1; i < n; i++) {
            path.lineTo(x[i] * scale, y[i] * scale);
        }
        return path;
    }

    private void use(Stroke stroke) {
        graphics.setColor(new Color(stroke.rgb()));
        float width = (float) (stroke.width() * scale);
        graphics.setStroke(
                stroke.dash() == 0
                        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                        : new BasicStroke(
                                width,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_ROUND,
                                1,
                                new float[] {(float) (stroke.dash() * scale)},
                                0));
    }
}
