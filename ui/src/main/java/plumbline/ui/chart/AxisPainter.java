package plumbline.ui.chart;

import java.util.List;
import javafx.scene.paint.Color;
import plumbline.engine.text.Numbers;

/// Grid lines, and the two axes with their labels.
final class AxisPainter {
    /// Least distances of labels in pixels.
    private static final double PRICE_SPACING = 44;

    private static final double TIME_SPACING = 92;

    /// From the border of the plot to a price.
    private static final double INDENT = 8;

    /// From the middle of a line of text to its base line.
    private static final double HALF_DIGIT = 4.3;

    /// A label closer than this to the end of its axis would be cut.
    private static final double CUT = 9;

    private final Frame frame;
    private final PriceTicks prices;
    private final List<TimeTicks.Tick> times;

    AxisPainter(Frame frame) {
        this.frame = frame;
        PriceScale scale = frame.scale();
        prices =
                PriceTicks.of(
                        scale.low(),
                        scale.high(),
                        scale.height(),
                        PRICE_SPACING,
                        frame.data().decimals());
        times = TimeTicks.of(frame.data().axis(), frame.viewport(), TIME_SPACING);
    }

    void paintGrid() {
        ChartArea area = frame.area();
        Color grid = frame.ink().grid();
        for (int i = 0; i < prices.count(); i++) {
            frame.across(frame.scale().y(prices.price(i)), 0, area.plotWidth(), grid);
        }
        paintTimeGrid(0, area.plotHeight());
    }

    /// The lines that go down, between two heights.
    void paintTimeGrid(double top, double bottom) {
        for (TimeTicks.Tick tick : times) {
            double x = frame.viewport().centre(tick.index());
            frame.down(x, top, bottom, frame.ink().grid());
        }
    }

    /// Covers whatever of the plot reaches into the axes.
    ///
    /// @param crosshair whose tags need room on the axes
    void paintAxes(CrosshairPainter crosshair) {
        ChartArea area = frame.area();
        ChartInk ink = frame.ink();
        frame.fill(area.plotWidth(), 0, area.priceAxis(), area.height(), ink.background());
        frame.fill(0, area.timeAxisTop(), area.width(), ChartArea.TIME_AXIS, ink.background());
        frame.down(area.plotWidth(), 0, area.height(), ink.line());
        frame.across(area.timeAxisTop(), 0, area.width(), ink.line());
        paintPrices(crosshair);
        paintTimes(crosshair);
    }

    private void paintPrices(CrosshairPainter crosshair) {
        ChartArea area = frame.area();
        for (int i = 0; i < prices.count(); i++) {
            double price = prices.price(i);
            double y = frame.scale().y(price);
            boolean fits = y > CUT && y < area.plotHeight() - CUT;
            if (fits && !crosshair.coversPrice(y)) {
                frame.text(
                        Numbers.fixed(price, prices.decimals()),
                        area.plotWidth() + INDENT,
                        y + HALF_DIGIT,
                        TextStyle.AXIS,
                        frame.ink().muted());
            }
        }
    }

    private void paintTimes(CrosshairPainter crosshair) {
        ChartArea area = frame.area();
        double base = area.timeAxisTop() + ChartArea.TIME_AXIS / 2 + HALF_DIGIT;
        for (TimeTicks.Tick tick : times) {
            TextStyle style = tick.emphasised() ? TextStyle.TAG : TextStyle.AXIS;
            double half = style.width(tick.label()) / 2;
            double x = frame.viewport().centre(tick.index());
            boolean fits = x - half >= 0 && x + half <= area.plotWidth();
            if (fits && !crosshair.coversTime(x - half, x + half)) {
                Color color = tick.emphasised() ? frame.ink().text() : frame.ink().muted();
                frame.text(tick.label(), x - half, base, style, color);
            }
        }
    }
}
