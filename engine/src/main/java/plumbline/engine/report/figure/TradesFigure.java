package plumbline.engine.report.figure;

import java.util.List;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.report.figure.FigurePainter.Anchor;
import plumbline.engine.report.figure.FigurePainter.Point;
import plumbline.engine.report.figure.FigurePainter.Stroke;
import plumbline.engine.report.figure.FigurePainter.Type;
import plumbline.engine.text.Numbers;

/// The return of each trade, one bar after the other: for runs of so few trades that counting them
/// by return shows nothing. Bars of gains are outlined, those of losses filled.
public final class TradesFigure implements Figure {
    /// With more trades the bars get too thin to be told apart.
    public static final int MOST_TRADES = 40;

    private static final double LEFT = 10;
    private static final double TOP = 5;
    private static final double BOTTOM = 7;
    private static final double WIDEST_BAR = 9;
    private static final Type LABEL = Type.of(6.8, Ink.MUTED, Anchor.END);
    private static final Type NUMBER = Type.of(6.8, Ink.MUTED, Anchor.MIDDLE);

    private final double width;
    private final double height;
    private final double[] returns;

    /// @param trades one at least, [#MOST_TRADES] at most
    public TradesFigure(List<Trade> trades, double width, double height) {
        this.width = width;
        this.height = height;
        this.returns = trades.stream().mapToDouble(trade -> trade.returnFraction() * 100).toArray();
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    @Override
    public String alternativeText() {
        StringBuilder text = new StringBuilder("Returns of the trades in order, %:");
        for (double one : returns) {
            text.append(' ').append(Numbers.signed(one, 2));
        }
        return text.append('.').toString();
    }

    @Override
    public void paint(FigurePainter painter) {
        double low = 0;
        double high = 0;
        for (double one : returns) {
            low = Math.min(low, one);
            high = Math.max(high, one);
        }
        double room = Math.max(high - low, 0.01) * 0.06;
        low -= low < 0 ? room : 0;
        high += high > 0 || low == 0 ? room : 0;
        double tall = height - TOP - BOTTOM;
        double scale = tall / (high - low);
        double zero = TOP + high * scale;
        painter.text(
                new Point(0, TOP - 1.8),
                "Return of each trade, %; outlined: gains, filled: losses",
                Type.of(6.6, Ink.MUTED, Anchor.START));
        List<Double> ticks = Ticks.linear(low, high, 5);
        List<String> labels = Ticks.labels(ticks);
        for (int i = 0; i < ticks.size(); i++) {
            double y = zero - ticks.get(i) * scale;
            painter.line(new Point(LEFT, y), new Point(width, y), Stroke.of(0.15, Ink.GRID));
            painter.text(new Point(LEFT - 1.4, y + 0.85), labels.get(i), LABEL);
        }
        bars(painter, zero, scale);
        painter.line(new Point(LEFT, zero), new Point(width, zero), Stroke.of(0.22, Ink.AXIS));
    }

    private void bars(FigurePainter painter, double zero, double scale) {
        double place = (width - LEFT) / returns.length;
        double wide = Math.min(place * 0.7, WIDEST_BAR);
        int each = (int) Math.ceil(returns.length / 20.0);
        for (int i = 0; i < returns.length; i++) {
            double middle = LEFT + (i + 0.5) * place;
            double end = zero - returns[i] * scale;
            if (returns[i] < 0) {
                painter.rect(new Point(middle - wide / 2, zero), wide, end - zero, Ink.LOSS.rgb());
            } else {
                double left = middle - wide / 2;
                painter.polyline(
                        new double[] {left, left, left + wide, left + wide},
                        new double[] {zero, end, end, zero},
                        4,
                        Stroke.of(0.3, Ink.GAIN));
            }
            if (i % each == 0) {
                painter.text(
                        new Point(middle, height - BOTTOM + 3.6), String.valueOf(i + 1), NUMBER);
            }
        }
        painter.text(new Point(width, height - 0.6), "trade", Type.of(6.6, Ink.MUTED, Anchor.END));
    }
}
