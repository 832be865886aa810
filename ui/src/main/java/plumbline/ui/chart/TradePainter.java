package plumbline.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.text.Numbers;

/// Trades: the time they were held shaded, a dashed line from entry to exit, a marker at each end,
/// the return at the exit where there is room for it.
final class TradePainter {
    private static final double SHADE = 0.06;
    private static final double SELECTED_SHADE = 0.10;
    private static final double OUTLINE = 3;

    private static final double DASH = 4;

    /// Dashes are stroked in pieces of this length, a whole number of dashes: the renderer's work
    /// grows with the rectangle around a stroke.
    private static final double PIECE = 16 * DASH;

    /// A shorter line would hide behind the markers.
    private static final double LEAST_LINE = 12;

    /// What is held for less is not worth shading, nor for this much a label.
    private static final double LEAST_SHADE = 3;

    private static final double LEAST_LABELLED = 16;
    private static final double LABEL_HEIGHT = 18;
    private static final double LABEL_PADDING = 6;
    private static final double LABEL_DISTANCE = 4;

    private final Frame frame;
    private final GraphicsContext gc;
    private final TradeMarks marks;
    private final MarkerPlaces places;
    private final int selected;
    private final int first;
    private final int end;

    TradePainter(Frame frame) {
        this.frame = frame;
        gc = frame.gc();
        marks = frame.model().marks();
        places = new MarkerPlaces(frame.model(), frame.data());
        selected = frame.model().selectedMark();
        first = marks.firstOpenAt(frame.viewport().first());
        int last = frame.viewport().last();
        int i = first;
        while (i < marks.size() && marks.entry(i) <= last) {
            i++;
        }
        end = i;
    }

    /// What lies behind everything.
    void paintHeld() {
        ChartArea area = frame.area();
        for (int i = first; i < end; i++) {
            double from = Math.max(0, area.snap(places.x(i, true)));
            double to = Math.min(area.plotWidth(), area.snap(places.x(i, false)));
            if (to - from >= (i == selected ? 1 : LEAST_SHADE)) {
                double opacity = i == selected ? SELECTED_SHADE : SHADE;
                // mixed and not see-through, which is cheaper on such an area
                Color ground = frame.ink().background();
                Color color = frame.ink().direction(marks.trade(i).won());
                Color mixed = ground.interpolate(color, opacity);
                frame.fill(from, 0, to - from, area.plotHeight(), mixed);
            }
        }
    }

    /// What lies above them.
    void paintMarks() {
        paintLines();
        // all outlines first, so that none cuts into a neighbour; zoomed out there is nothing near
        // that they would set the markers off from
        for (int i = first; i < end && frame.hasSingleCandles(); i++) {
            paintMarkers(i, true);
        }
        for (int i = first; i < end; i++) {
            paintMarkers(i, false);
        }
        paintLabels();
        if (selected >= first && selected < end) {
            paintMarkers(selected, true);
            paintMarkers(selected, false);
            paintLabel(selected);
        }
    }

    private void paintLines() {
        gc.setLineWidth(1);
        gc.setLineDashes(DASH, DASH);
        for (int i = first; i < end; i++) {
            double from = places.x(i, true);
            double to = places.x(i, false);
            if (to - from >= LEAST_LINE) {
                Trade trade = marks.trade(i);
                gc.setStroke(i == selected ? frame.ink().text() : frame.ink().muted());
                stroke(
                        from,
                        frame.scale().y(trade.entryPrice()),
                        to,
                        frame.scale().y(trade.exitPrice()));
            }
        }
        gc.setLineDashes();
    }

    private void stroke(double fromX, double fromY, double toX, double toY) {
        double length = Math.hypot(toX - fromX, toY - fromY);
        double right = (toX - fromX) / length;
        double down = (toY - fromY) / length;
        double firstPiece = Math.max(0, Math.floor(-fromX / right / PIECE));
        double seen = Math.min(length, (frame.area().plotWidth() - fromX) / right);
        for (double at = firstPiece * PIECE; at < seen; at += PIECE) {
            double end = Math.min(length, at + PIECE);
            gc.strokeLine(
                    fromX + at * right, fromY + at * down, fromX + end * right, fromY + end * down);
        }
    }

    private void paintMarkers(int i, boolean outline) {
        ChartInk ink = frame.ink();
        if (places.isShown(i, true)) {
            gc.setFill(outline ? ink.background() : ink.accent());
            paintMarker(i, true, outline);
        }
        if (places.isShown(i, false)) {
            gc.setFill(outline ? ink.background() : ink.directionText(marks.trade(i).won()));
            paintMarker(i, false, outline);
        }
    }

    private void paintMarker(int i, boolean ofEntry, boolean outline) {
        ChartArea area = frame.area();
        double x = area.snapDown(places.x(i, ofEntry)) + area.hairline() / 2;
        double tip = area.snap(places.tip(i, ofEntry));
        double away = marks.isBelow(i, ofEntry) ? 1 : -1;
        double base = tip + away * MarkerPlaces.HEIGHT;
        double half = MarkerPlaces.WIDTH / 2;
        if (outline) {
            fillOutline(x, tip, base, half);
        } else {
            gc.fillPolygon(new double[] {x, x + half, x - half}, new double[] {tip, base, base}, 3);
        }
    }

    /// The triangle with each side moved outwards and the corners cut: much cheaper than a stroke.
    private void fillOutline(double x, double tip, double base, double half) {
        double height = base - tip;
        double side = Math.hypot(half, height);
        double right = OUTLINE * Math.abs(height) / side;
        double up = OUTLINE * half / side * Math.signum(height);
        double beyond = base + OUTLINE * Math.signum(height);
        gc.fillPolygon(
                new double[] {
                    x + right, x + half + right, x + half, x - half, x - half - right, x - right
                },
                new double[] {tip - up, base - up, beyond, beyond, base - up, tip - up},
                6);
    }

    /// Labels from left to right, each where the one before leaves room.
    private void paintLabels() {
        double free = Double.NEGATIVE_INFINITY;
        double taken = selected >= 0 ? places.x(selected, false) : Double.NaN;
        for (int i = first; i < end; i++) {
            double x = places.x(i, false);
            boolean brief = x - places.x(i, true) < LEAST_LABELLED;
            if (i == selected || brief || !places.isShown(i, false)) {
                continue;
            }
            double half = labelWidth(i) / 2;
            boolean meets = Math.abs(x - taken) < 2 * half + LABEL_PADDING;
            if (!meets && x - half > free) {
                paintLabel(i);
                free = x + half + LABEL_PADDING;
            }
        }
    }

    private void paintLabel(int i) {
        ChartArea area = frame.area();
        double width = labelWidth(i);
        double x = area.snap(places.x(i, false) - width / 2);
        double tip = places.tip(i, false);
        double beyond = MarkerPlaces.HEIGHT + LABEL_DISTANCE;
        boolean below = marks.isBelow(i, false);
        double y = area.snap(below ? tip + beyond : tip - beyond - LABEL_HEIGHT);
        Color color = frame.ink().directionText(marks.trade(i).won());
        double line = area.hairline();
        frame.fill(x, y, width, LABEL_HEIGHT, frame.ink().background());
        gc.setStroke(color);
        gc.setLineWidth(line);
        double inset = line / 2;
        gc.strokeRoundRect(x + inset, y + inset, width - line, LABEL_HEIGHT - line, 6, 6);
        frame.text(label(i), x + LABEL_PADDING, y + 13, TextStyle.SMALL, color);
    }

    private double labelWidth(int i) {
        return Math.ceil(TextStyle.SMALL.width(label(i))) + 2 * LABEL_PADDING;
    }

    private String label(int i) {
        return Numbers.signedPercent(marks.trade(i).returnFraction(), 2);
    }
}
