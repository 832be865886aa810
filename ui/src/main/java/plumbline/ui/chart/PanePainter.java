package plumbline.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import plumbline.engine.strategy.Study.Level;
import plumbline.engine.text.Fractions;
import plumbline.engine.text.Numbers;

/// The pane below the candles: its lines, its levels with their names, its legend and its axis.
final class PanePainter {
    private static final double INDENT = 8;
    private static final double HALF_DIGIT = 4.3;
    private static final double SPACING = 30;

    /// A label closer than this to another or to the end of its axis is left out.
    private static final double CUT = 9;

    private static final double BETWEEN = 14;
    private static final double BETWEEN_NAMES = 11;

    private final Frame frame;
    private final ChartArea area;
    private final StudyPane pane;
    private final PriceTicks ticks;

    PanePainter(Frame frame) {
        this.frame = frame;
        area = frame.area();
        pane = frame.model().pane();
        double height = area.timeAxisTop() - area.plotHeight();
        ticks = PriceTicks.ofValues(pane.low(), pane.high(), height, SPACING, pane.decimals());
    }

    boolean isNeeded() {
        return area.hasPane() && !pane.isEmpty();
    }

    /// Covers whatever of the plot reaches into the pane, and all of what it shows.
    void paint(PixelColumns columns, CrosshairPainter crosshair) {
        ChartInk ink = frame.ink();
        double width = area.plotWidth();
        frame.fill(0, area.plotHeight(), width, area.pane(), ink.background());
        new AxisPainter(frame).paintTimeGrid(area.plotHeight(), area.timeAxisTop());
        for (int i = 0; i < ticks.count(); i++) {
            frame.across(pane.y(ticks.price(i)), 0, width, ink.grid());
        }
        for (Level level : pane.levels()) {
            frame.dotsAcross(pane.y(level.value()), 0, width, 2 * area.hairline(), ink.muted());
        }
        new OverlayPainter(frame).paint(pane, columns);
        paintNames();
        frame.across(area.plotHeight(), 0, width, ink.line());
        new LegendPainter(frame)
                .paint(frame.model().paneLegend(frame.data()), area.plotHeight() + 1, area.pane());
        crosshair.paintPaneLines();
    }

    /// What happens at the levels, at their right end.
    private void paintNames() {
        TextStyle style = TextStyle.SMALL;
        List<Double> taken = new ArrayList<>();
        for (Level level : pane.levels()) {
            if (!isFree(pane.y(level.value()), BETWEEN_NAMES, taken)) {
                continue;
            }
            double width = style.width(level.name()) + INDENT;
            double y = pane.y(level.value());
            Color ground = ChartInk.faded(frame.ink().background(), 0.8);
            double left = area.plotWidth() - width - INDENT / 2;
            frame.fill(left, y - CUT + 2, width, 2 * CUT - 4, ground);
            frame.text(level.name(), left + INDENT / 2, y + 4, style, frame.ink().muted());
        }
    }

    /// Values beside the pane: those of the levels, and round ones where there is room.
    void paintAxis(CrosshairPainter crosshair) {
        frame.across(area.plotHeight(), area.plotWidth(), area.width(), frame.ink().line());
        List<Double> taken = new ArrayList<>();
        for (Level level : pane.levels()) {
            label(Fractions.plain(level.value()), pane.y(level.value()), taken, crosshair);
        }
        for (int i = 0; i < ticks.count(); i++) {
            double value = ticks.price(i);
            label(Numbers.fixed(value, ticks.decimals()), pane.y(value), taken, crosshair);
        }
    }

    /// Whether there is room for one more label; then it is taken.
    private static boolean isFree(double y, double between, List<Double> taken) {
        boolean isFree = taken.stream().noneMatch(other -> Math.abs(other - y) < between);
        if (isFree) {
            taken.add(y);
        }
        return isFree;
    }

    private void label(String text, double y, List<Double> taken, CrosshairPainter crosshair) {
        boolean fits = y > area.plotHeight() + CUT && y < area.timeAxisTop() - CUT;
        if (fits && !crosshair.coversValue(y) && isFree(y, BETWEEN, taken)) {
            double x = area.plotWidth() + INDENT;
            frame.text(text, x, y + HALF_DIGIT, TextStyle.AXIS, frame.ink().muted());
        }
    }
}
