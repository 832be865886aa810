package plumbline.engine.report.figure;

import java.util.List;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.report.figure.FigurePainter.Anchor;
import plumbline.engine.report.figure.FigurePainter.Point;
import plumbline.engine.report.figure.FigurePainter.Stroke;
import plumbline.engine.report.figure.FigurePainter.Type;
import plumbline.engine.text.Numbers;

/// How many trades ended with which return. Bars of gains are outlined, those of losses filled.
public final class ResultsFigure implements Figure {
    private static final double LEFT = 8;
    private static final double TOP = 5;
    private static final double BOTTOM = 8;
    private static final int MOST_BARS = 40;
    private static final int LEAST_BARS = 12;
    private static final double LEAST_SPAN = 0.004;
    private static final Type LABEL = Type.of(6.8, Ink.MUTED, Anchor.END);

    private final double width;
    private final double height;
    private final int[] counts;
    private final double step;
    private final int firstBar;
    private final int trades;

    /// @param trades at least one
    public ResultsFigure(List<Trade> trades, double width, double height) {
        this.width = width;
        this.height = height;
        this.trades = trades.size();
        double low = trades.stream().mapToDouble(Trade::returnFraction).min().orElse(0);
        double high = trades.stream().mapToDouble(Trade::returnFraction).max().orElse(0);
        this.step = step(Math.max(high - low, LEAST_SPAN));
        int bars = (int) (Math.floor(high / step) - Math.floor(low / step)) + 1;
        int around = Math.max(0, LEAST_BARS - bars) / 2;
        this.firstBar = (int) Math.floor(low / step) - around;
        this.counts = new int[bars + 2 * around];
        for (Trade trade : trades) {
            counts[(int) Math.floor(trade.returnFraction() / step) - firstBar]++;
        }
    }

    private static double step(double span) {
        double rough = span / MOST_BARS;
        double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double round : new double[] {1, 2, 5}) {
            if (round * magnitude >= rough) {
                return round * magnitude;
            }
        }
        return magnitude * 10;
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
        return "Returns of "
                + trades
                + " trades, from "
                + Numbers.percent(firstBar * step, 2)
                + " to "
                + Numbers.percent((firstBar + counts.length) * step, 2)
                + ".";
    }

    @Override
    public void paint(FigurePainter painter) {
        double tall = height - TOP - BOTTOM;
        double floor = TOP + tall;
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        painter.text(
                new Point(0, TOP - 1.8),
                "Trades with a return in each "
                        + Numbers.percent(step, decimals())
                        + "; outlined: gains, filled: losses",
                Type.of(6.6, Ink.MUTED, Anchor.START));
        for (double tick : Ticks.linear(0, most, 4)) {
            if (tick != Math.rint(tick)) {
                continue;
            }
            double y = floor - tick / most * tall;
            painter.line(new Point(LEFT, y), new Point(width, y), Stroke.of(0.15, Ink.GRID));
            painter.text(new Point(LEFT - 1.4, y + 0.85), Numbers.fixed(tick, 0), LABEL);
        }
        double bar = (width - LEFT) / counts.length;
        for (int i = 0; i < counts.length; i++) {
            bar(
                    painter,
                    LEFT + i * bar,
                    floor,
                    bar,
                    (double) counts[i] / most * tall,
                    firstBar + i);
        }
        painter.line(new Point(LEFT, floor), new Point(width, floor), Stroke.of(0.22, Ink.AXIS));
        labels(painter, bar, floor);
    }

    private void bar(
            FigurePainter painter, double left, double floor, double wide, double tall, int index) {
        if (tall <= 0) {
            return;
        }
        double inset = Math.min(0.25, wide / 6);
        Point corner = new Point(left + inset, floor - tall);
        if (index < 0) {
            painter.rect(corner, wide - 2 * inset, tall, Ink.LOSS.rgb());
            return;
        }
        double right = left + wide - inset;
        painter.polyline(
                new double[] {corner.x(), corner.x(), right, right},
                new double[] {floor, corner.y(), corner.y(), floor},
                4,
                Stroke.of(0.3, Ink.GAIN));
    }

    private void labels(FigurePainter painter, double bar, double floor) {
        Type label = Type.of(6.8, Ink.MUTED, Anchor.MIDDLE);
        double last = (firstBar + counts.length) * step;
        List<Double> ticks = Ticks.linear(firstBar * step * 100, last * 100, 8);
        List<String> texts = Ticks.labels(ticks);
        for (int i = 0; i < ticks.size(); i++) {
            double at = LEFT + (ticks.get(i) / 100 / step - firstBar) * bar;
            painter.line(
                    new Point(at, floor), new Point(at, floor + 0.9), Stroke.of(0.22, Ink.AXIS));
            String text = texts.get(i);
            double half = painter.width(text, label) / 2;
            painter.text(
                    new Point(Math.max(half, Math.min(at, width - half)), floor + 3.6),
                    text,
                    label);
        }
        painter.text(
                new Point(width, floor + 6.9), "return, %", Type.of(6.6, Ink.MUTED, Anchor.END));
    }

    private int decimals() {
        return step >= 0.01 ? 0 : step >= 0.001 ? 1 : step >= 0.0001 ? 2 : 3;
    }
}
