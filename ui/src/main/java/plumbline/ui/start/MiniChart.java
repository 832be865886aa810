package plumbline.ui.start;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/// A chart as small as a stamp, which shows what the chosen colours look like. Its candles are made
/// up.
///
/// Units: logical pixels. Threads: FX thread.
final class MiniChart extends Pane {
    private static final double WIDTH = 288;
    private static final double HEIGHT = 118;
    private static final double STEP = 9;
    private static final double BODY = 5;
    private static final double TOP = 12;

    /// Closes, from the top; each candle opens where the one before closed.
    private static final int[] CLOSES = {
        64, 60, 66, 58, 52, 56, 49, 54, 62, 70, 66, 74, 80, 75, 68, 72, 63, 55, 59, 50, 42, 46, 36,
        30, 34, 24, 15, 20, 8, 16
    };

    MiniChart() {
        getStyleClass().add("mini-chart");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        for (double y = 24; y < HEIGHT; y += 30) {
            getChildren().add(line("mini-grid", 1, y, WIDTH - 1));
        }
        for (int i = 1; i < CLOSES.length; i++) {
            candle(i);
        }
    }

    private void candle(int i) {
        boolean rose = CLOSES[i] < CLOSES[i - 1];
        double top = TOP + Math.min(CLOSES[i], CLOSES[i - 1]) + 0.5;
        double bottom = TOP + Math.max(CLOSES[i], CLOSES[i - 1]) + 0.5;
        double left = (i - 1) * STEP + 13.5;
        double middle = left + BODY / 2;
        String styleClass = rose ? "mini-rise" : "mini-fall";
        Line wick = new Line(middle, top - 2 - i % 4, middle, bottom + 1 + i % 3);
        wick.getStyleClass().add(styleClass);
        Rectangle body = new Rectangle(left, top, BODY, Math.max(1, bottom - top));
        body.getStyleClass().add(styleClass);
        getChildren().addAll(wick, body);
    }

    private static Line line(String styleClass, double from, double y, double to) {
        Line line = new Line(from, y + 0.5, to, y + 0.5);
        line.getStyleClass().add(styleClass);
        return line;
    }
}
