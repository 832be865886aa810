package plumbline.ui.data;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import plumbline.ui.control.Palette;

/// Paints months: those of a series, the years above them, and the signs of the legend.
///
/// Threads: FX thread.
final class MonthPainter {
    private static final double ROOM = 4;

    /// Of a label, in heights of the axis.
    private static final double LABEL = 1.75;

    private static final double SHORT_LABEL = 1.2;
    private static final int YEAR = 12;
    private static final List<String> NAMES =
            List.of(
                    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                    "Dec");

    private final Palette palette =
            new Palette(
                    "month-palette",
                    List.of(
                            "month-covered",
                            "month-gap",
                            "month-never",
                            "month-line",
                            "month-text"));

    Palette palette() {
        return palette;
    }

    /// A row: cells of the months in view, and nothing of those out of it.
    void months(GraphicsContext gc, Months months, MonthScale scale, double width, double height) {
        yearLines(gc, scale, width, height);
        int from = (int) Math.max(scale.first(), Math.floor(scale.from()));
        int to = (int) Math.min(scale.end(), Math.ceil(scale.to()));
        for (int month = from; month < to; month++) {
            double left = Math.rint(scale.x(month, width));
            double right = Math.rint(scale.x(month + 1, width));
            double gap = right - left > 3 ? 1 : 0;
            cell(gc, months, month, left, Math.max(1, right - left - gap), height);
        }
    }

    private void cell(
            GraphicsContext gc, Months months, int month, double x, double width, double height) {
        paint(gc, months.kind(month), months.candles(month) > 0, x, width, height);
    }

    /// One month.
    ///
    /// @param any whether some of its candles are there
    void paint(
            GraphicsContext gc,
            Months.Kind kind,
            boolean any,
            double x,
            double width,
            double height) {
        double top = ROOM;
        double tall = Math.max(2, height - 2 * ROOM);
        switch (kind) {
            case COVERED -> fill(gc, "month-covered", x, top, width, tall);
            case GAP -> {
                double half = Math.rint(tall / 2);
                if (any) {
                    fill(gc, "month-covered", x, top, width, half);
                }
                fill(gc, "month-gap", x, top + half, width, tall - half);
            }
            case PART -> {
                double half = Math.rint(tall / 2);
                fill(gc, "month-covered", x, top, width, half);
                outline(gc, x, top + half, width, tall - half);
            }
            case NOTHING ->
                    fill(gc, "month-text", x + width * 0.25, Math.rint(height / 2), width * 0.5, 1);
            case NEVER -> outline(gc, x, top, width, tall);
        }
    }

    private void outline(GraphicsContext gc, double x, double y, double width, double height) {
        if (width < 3) {
            fill(gc, "month-never", x, y, width, 1);
            fill(gc, "month-never", x, y + height - 1, width, 1);
            return;
        }
        gc.setStroke(palette.colour("month-never"));
        gc.setLineWidth(1);
        gc.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
    }

    private void yearLines(GraphicsContext gc, MonthScale scale, double width, double height) {
        for (int month = firstYear(scale); month <= scale.to(); month += YEAR) {
            double x = Math.rint(scale.x(month, width)) - 1;
            fill(gc, "month-line", x, 0, 1, height);
        }
    }

    /// The axis: years, or months where there is room for their names; words are half as tall as
    /// it.
    void axis(GraphicsContext gc, MonthScale scale, double width, double height) {
        gc.setFont(Font.font("Roboto", height / 2));
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.LEFT);
        double perMonth = width / (scale.to() - scale.from());
        double label = LABEL * height;
        int step = perMonth >= label ? 1 : YEAR * years(perMonth, label);
        int start = (int) Math.ceil(scale.from() / step) * step;
        yearLines(gc, scale, width, height);
        for (int month = start; month < scale.to(); month += step) {
            double x = scale.x(month, width);
            boolean year = month % YEAR == 0;
            if (width - x > SHORT_LABEL * height) {
                gc.setFill(palette.colour("month-text"));
                gc.fillText(
                        year ? String.valueOf(month / YEAR) : NAMES.get(month % YEAR),
                        Math.rint(x) + 3,
                        height / 2);
            }
        }
        if (step > 1 && scale.x(start, width) > label) {
            gc.setFill(palette.colour("month-text"));
            gc.fillText(String.valueOf((int) scale.from() / YEAR), 3, height / 2);
        }
    }

    private static int years(double perMonth, double label) {
        int years = 1;
        while (years * YEAR * perMonth < label) {
            years++;
        }
        return years;
    }

    private static int firstYear(MonthScale scale) {
        return (int) Math.ceil(scale.from() / YEAR) * YEAR;
    }

    private void fill(
            GraphicsContext gc, String colour, double x, double y, double width, double height) {
        Color ink = palette.colour(colour);
        gc.setFill(ink);
        gc.fillRect(x, y, width, height);
    }
}
