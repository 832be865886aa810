package plumbline.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import plumbline.ui.chart.Legend.Item;
import plumbline.ui.chart.Legend.Word;

/// The legend at the top left, on a ground that lets little of the candles through. Items that do
/// not fit go to the next line.
final class LegendPainter {
    private static final double OPACITY = 0.72;
    private static final double PADDING_X = 10;
    private static final double PADDING_Y = 6;
    private static final double LINE = 20;
    private static final double BASE = 14.5;
    private static final double BETWEEN_WORDS = 4;
    private static final double BETWEEN_ITEMS = 10;
    private static final double TRIANGLE = 8;

    /// The most of the plot it may take.
    private static final double MOST = 0.25;

    private final Frame frame;
    private final GraphicsContext gc;

    LegendPainter(Frame frame) {
        this.frame = frame;
        gc = frame.gc();
    }

    /// The legend of the plot.
    void paint(Legend legend) {
        paint(legend, 0, frame.area().plotHeight() * MOST);
    }

    /// @param top where it begins
    /// @param mostHeight lines that do not fit into it are left out
    void paint(Legend legend, double top, double mostHeight) {
        ChartArea area = frame.area();
        double room = area.plotWidth() - 2 * PADDING_X;
        List<List<Item>> lines = new ArrayList<>();
        for (List<Item> line : legend.lines()) {
            wrap(line, room, lines);
        }
        int most = (int) Math.max(1, (mostHeight - 2 * PADDING_Y) / LINE);
        lines = lines.subList(0, Math.min(most, lines.size()));
        double width = 0;
        for (List<Item> line : lines) {
            width = Math.max(width, width(line));
        }
        Color ground = ChartInk.faded(frame.ink().background(), OPACITY);
        double height = lines.size() * LINE + 2 * PADDING_Y;
        frame.fill(0, top, Math.ceil(width) + 2 * PADDING_X, height, ground);
        for (int i = 0; i < lines.size(); i++) {
            paint(lines.get(i), top + PADDING_Y + i * LINE + BASE);
        }
    }

    private void wrap(List<Item> line, double room, List<List<Item>> out) {
        List<Item> current = new ArrayList<>();
        double used = 0;
        for (Item item : line) {
            double width = width(item);
            if (!current.isEmpty() && used + width > room) {
                out.add(current);
                current = new ArrayList<>();
                used = 0;
            }
            current.add(item);
            used += width + BETWEEN_ITEMS;
        }
        out.add(current);
    }

    private void paint(List<Item> line, double base) {
        double x = PADDING_X;
        for (Item item : line) {
            for (Word word : item.words()) {
                paint(word, x, base);
                x += width(word) + BETWEEN_WORDS;
            }
            x += BETWEEN_ITEMS - BETWEEN_WORDS;
        }
    }

    private void paint(Word word, double x, double base) {
        if (isTriangle(word)) {
            boolean up = word.text().equals(Legend.RISE);
            double bottom = base - 1;
            double top = bottom - TRIANGLE * 0.75;
            gc.setFill(color(word));
            gc.fillPolygon(
                    new double[] {x, x + TRIANGLE, x + TRIANGLE / 2},
                    new double[] {up ? bottom : top, up ? bottom : top, up ? top : bottom},
                    3);
        } else {
            frame.text(word.text(), x, base, style(word), color(word));
        }
    }

    private static double width(List<Item> line) {
        double width = 0;
        for (Item item : line) {
            width += width(item) + BETWEEN_ITEMS;
        }
        return width - BETWEEN_ITEMS;
    }

    private static double width(Item item) {
        double width = 0;
        for (Word word : item.words()) {
            width += width(word) + BETWEEN_WORDS;
        }
        return width - BETWEEN_WORDS;
    }

    private static double width(Word word) {
        return isTriangle(word) ? TRIANGLE : style(word).width(word.text());
    }

    private static boolean isTriangle(Word word) {
        return word.text().equals(Legend.RISE) || word.text().equals(Legend.FALL);
    }

    private static TextStyle style(Word word) {
        return switch (word.tone()) {
            case TITLE -> TextStyle.TITLE;
            case LABEL -> TextStyle.LABEL;
            case VALUE, UP, DOWN, SERIES -> TextStyle.VALUE;
        };
    }

    private Color color(Word word) {
        ChartInk ink = frame.ink();
        return switch (word.tone()) {
            case TITLE, VALUE -> ink.text();
            case LABEL -> ink.muted();
            case UP -> ink.upText();
            case DOWN -> ink.downText();
            case SERIES -> ink.series(word.series());
        };
    }
}
