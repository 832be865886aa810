package plumbline.engine.report.figure;

import java.util.Locale;

/// Paints as SVG text. Letters stay letters, in Roboto or what stands in for it.
public final class SvgPainter implements FigurePainter {
    private final FigureFonts fonts;
    private final StringBuilder svg = new StringBuilder();

    private SvgPainter(FigureFonts fonts) {
        this.fonts = fonts;
    }

    /// A figure as an SVG document.
    public static String document(Figure figure, FigureFonts fonts) {
        SvgPainter painter = new SvgPainter(fonts);
        figure.paint(painter);
        return String.format(
                                Locale.ROOT,
                                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%smm\" height=\"%smm\""
                                        + " viewBox=\"0 0 %s %s\" role=\"img\" font-family=\"Roboto, sans-serif\">%n",
                                number(figure.width()),
                                number(figure.height()),
                                number(figure.width()),
                                number(figure.height()))
                        .replace(System.lineSeparator(), "\n")
                + "<title>"
                + escaped(figure.alternativeText())
                + "</title>\n"
                + painter.svg
                + "</svg>\n";
    }

    @Override
    public void line(Point from, Point to, Stroke stroke) {
        svg.append("<path d=\"M").append(place(from.x(), from.y()));
        svg.append('L').append(place(to.x(), to.y())).append('"');
        strokeAttributes(stroke);
    }

    @Override
    public void polyline(double[] x, double[] y, int n, Stroke stroke) {
        if (n > 1) {
            svg.append("<path d=\"");
            path(x, y, n);
            svg.append('"');
            strokeAttributes(stroke);
        }
    }

    @Override
    public void area(double[] x, double[] y, int n, int rgb) {
        if (n > 2) {
            svg.append("<path d=\"");
            path(x, y, n);
            svg.append("Z\" fill=\"").append(colour(rgb)).append("\"/>\n");
        }
    }

    @Override
    public void rect(Point topLeft, double width, double height, int rgb) {
        svg.append("<rect x=\"").append(number(topLeft.x()));
        svg.append("\" y=\"").append(number(topLeft.y()));
        svg.append("\" width=\"").append(number(width));
        svg.append("\" height=\"").append(number(height));
        svg.append("\" fill=\"").append(colour(rgb)).append("\"/>\n");
    }

    @Override
    public void text(Point at, String text, Type type) {
        svg.append("<text x=\"").append(number(at.x()));
        svg.append("\" y=\"").append(number(at.y()));
        svg.append("\" font-size=\"").append(number(type.points() * FigureFonts.MM));
        svg.append("\" fill=\"").append(colour(type.rgb()));
        svg.append(type.medium() ? "\" font-weight=\"500" : "");
        svg.append(
                switch (type.anchor()) {
                    case START -> "";
                    case MIDDLE -> "\" text-anchor=\"middle";
                    case END -> "\" text-anchor=\"end";
                });
        svg.append("\">").append(escaped(text)).append("</text>\n");
    }

    @Override
    public double width(String text, Type type) {
        return fonts.width(text, type);
    }

    private void path(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            svg.append(i == 0 ? 'M' : 'L').append(place(x[i], y[i]));
        }
    }

    private void strokeAttributes(Stroke stroke) {
        svg.append(" fill=\"none\" stroke=\"").append(colour(stroke.rgb()));
        svg.append("\" stroke-width=\"").append(number(stroke.width()));
        if (stroke.dash() > 0) {
            svg.append("\" stroke-dasharray=\"").append(number(stroke.dash()));
        }
        svg.append("\" stroke-linejoin=\"round\"/>\n");
    }

    private static String place(double x, double y) {
        return number(x) + ' ' + number(y);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    private static String colour(int rgb) {
        return String.format(Locale.ROOT, "#%06X", rgb);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
