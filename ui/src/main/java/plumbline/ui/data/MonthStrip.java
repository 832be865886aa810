package plumbline.ui.data;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/// A line of months that is painted by hand, as wide as it is made.
///
/// Threads: FX thread.
final class MonthStrip extends Region {
    private final Canvas canvas = new Canvas();
    private Painter painter = (_, _, _) -> {};

    /// Paints a line; it is empty before.
    interface Painter {
        void paint(GraphicsContext gc, double width, double height);
    }

    MonthStrip() {
        canvas.setManaged(false);
        getChildren().add(canvas);
        setMinSize(0, 0);
    }

    void paintWith(Painter newPainter) {
        painter = newPainter;
        repaint();
    }

    void repaint() {
        if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            GraphicsContext gc = canvas.getGraphicsContext2D();
            gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
            painter.paint(gc, canvas.getWidth(), canvas.getHeight());
        }
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            repaint();
        }
    }
}
