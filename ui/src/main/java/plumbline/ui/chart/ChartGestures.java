package plumbline.ui.chart;

import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import plumbline.ui.chart.ChartArea.Part;

/// Turns what the pointer and the keyboard do in a chart into calls on its model.
final class ChartGestures {
    /// How much a turn of the wheel by one pixel zooms: a notch, 40 pixels, zooms by about a sixth.
    private static final double ZOOM_A_PIXEL = 0.004;

    /// How much dragging an axis by one pixel stretches it.
    private static final double STRETCH_A_PIXEL = 0.005;

    private static final double KEY_ZOOM = 1.25;

    /// Share of the width that an arrow key moves.
    private static final double KEY_PAN = 0.1;

    /// What moves less than this was a click.
    private static final double CLICK = 4;

    private final PriceChartView view;
    private final ChartViewModel model;
    private Part pressed = Part.PLOT;
    private boolean dragging;
    private double startX;
    private double startY;
    private double lastX;
    private double lastY;

    ChartGestures(PriceChartView view, ChartViewModel model) {
        this.view = view;
        this.model = model;
    }

    void install() {
        view.setOnMouseMoved(this::moved);
        view.setOnMouseExited(event -> model.unpoint());
        view.setOnMousePressed(this::pressed);
        view.setOnMouseDragged(this::dragged);
        view.setOnMouseReleased(this::released);
        view.setOnMouseClicked(this::clicked);
        view.setOnScroll(this::scrolled);
        view.setOnKeyPressed(this::typed);
    }

    private void moved(MouseEvent event) {
        Part part = area().part(event.getX(), event.getY());
        if (part == Part.PLOT || part == Part.PANE) {
            model.point(event.getX(), event.getY());
        } else {
            model.unpoint();
        }
        view.setCursor(cursor(part, event));
    }

    private Cursor cursor(Part part, MouseEvent event) {
        return switch (part) {
            case PLOT ->
                    model.tradeAt(event.getX(), event.getY()) >= 0 ? Cursor.HAND : Cursor.CROSSHAIR;
            case PANE -> Cursor.CROSSHAIR;
            case PANE_AXIS -> Cursor.DEFAULT;
            case PRICE_AXIS -> Cursor.V_RESIZE;
            case TIME_AXIS -> Cursor.H_RESIZE;
        };
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        pressed = area().part(event.getX(), event.getY());
        dragging = false;
        startX = lastX = event.getX();
        startY = lastY = event.getY();
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        double x = event.getX();
        double y = event.getY();
        dragging |= Math.hypot(x - startX, y - startY) >= CLICK;
        if (!dragging) {
            return;
        }
        switch (pressed) {
            case PLOT -> {
                view.setCursor(Cursor.CLOSED_HAND);
                model.point(x, y);
                model.pan(lastX - x);
                model.dragPrices(y - lastY);
            }
            case PANE -> {
                view.setCursor(Cursor.CLOSED_HAND);
                model.point(x, y);
                model.pan(lastX - x);
            }
            case PANE_AXIS -> {}
            case PRICE_AXIS -> model.stretchPrices(Math.exp((lastY - y) * STRETCH_A_PIXEL));
            case TIME_AXIS ->
                    model.zoom(Math.exp((x - lastX) * STRETCH_A_PIXEL), area().plotWidth());
        }
        lastX = x;
        lastY = y;
        event.consume();
    }

    private void released(MouseEvent event) {
        if (dragging) {
            moved(event);
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || dragging) {
            return;
        }
        boolean twice = event.getClickCount() == 2;
        switch (area().part(event.getX(), event.getY())) {
            case PLOT -> {
                if (model.tradeAt(event.getX(), event.getY()) >= 0) {
                    model.click(event.getX(), event.getY());
                } else if (twice) {
                    model.reset();
                }
            }
            case PANE -> {
                if (twice) {
                    model.reset();
                }
            }
            case PANE_AXIS -> {}
            case PRICE_AXIS -> {
                if (twice) {
                    model.followPrices();
                }
            }
            case TIME_AXIS -> {
                if (twice) {
                    model.resetTime();
                }
            }
        }
    }

    private void scrolled(ScrollEvent event) {
        double x = Math.min(event.getX(), area().plotWidth());
        Part part = area().part(event.getX(), event.getY());
        if (part == Part.PRICE_AXIS) {
            model.stretchPrices(Math.exp(event.getDeltaY() * ZOOM_A_PIXEL));
        } else {
            // with Shift the toolkit turns the wheel into sideways scrolling
            model.pan(-event.getDeltaX());
            model.zoom(Math.exp(event.getDeltaY() * ZOOM_A_PIXEL), x);
        }
        event.consume();
    }

    private void typed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        double width = area().plotWidth();
        double middle = width / 2;
        switch (event.getCode()) {
            case LEFT -> model.pan(-width * KEY_PAN);
            case RIGHT -> model.pan(width * KEY_PAN);
            case UP, PLUS, ADD, EQUALS -> model.zoom(KEY_ZOOM, middle);
            case DOWN, MINUS, SUBTRACT -> model.zoom(1 / KEY_ZOOM, middle);
            case HOME -> model.toOldest();
            case END -> model.toNewest();
            case ESCAPE -> {
                if (model.selected() == null) {
                    return;
                }
                model.mark(null);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private ChartArea area() {
        return model.area();
    }
}
