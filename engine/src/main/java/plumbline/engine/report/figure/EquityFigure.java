package plumbline.engine.report.figure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import plumbline.engine.analytics.Drawdown;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.portfolio.EquityCurve;
import plumbline.engine.report.figure.FigurePainter.Anchor;
import plumbline.engine.report.figure.FigurePainter.Point;
import plumbline.engine.report.figure.FigurePainter.Stroke;
import plumbline.engine.report.figure.FigurePainter.Type;
import plumbline.engine.report.figure.Ticks.Tick;
import plumbline.engine.text.Numbers;

/// Equity of the run and of holding the market, and below it how far each is under its last high.
/// The axis of equity is logarithmic where the curves span more than a factor of three.
public final class EquityFigure implements Figure {
    private static final double LEFT = 11;
    private static final double RIGHT = 15;
    private static final double TOP = 5;
    private static final double BETWEEN = 7.2;
    private static final double BOTTOM = 5;
    private static final double LINE_HEIGHT = 3.1;
    private static final double LOG_FROM = 3;
    private static final double END_GAP = 1.4;
    private static final Type LABEL = Type.of(6.8, Ink.MUTED, Anchor.END);
    private static final Type TITLE = Type.of(6.6, Ink.MUTED, Anchor.START);
    private static final Type END = Type.of(6.8, Ink.MUTED, Anchor.START);

    private final double width;
    private final double height;
    private final EquityCurve equity;
    private final EquityCurve holding;
    private final String currency;

    /// @param holding what the starting cash would be worth in the market
    public EquityFigure(BacktestRun run, EquityCurve holding, double width, double height) {
        this.width = width;
        this.height = height;
        this.equity = run.result().equity();
        this.holding = holding;
        this.currency = run.data().market().quote();
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
        return "Equity from "
                + Numbers.fixed(equity.startingCash(), 2)
                + " to "
                + Numbers.fixed(equity.last(), 2)
                + " "
                + currency
                + ", holding the market to "
                + Numbers.fixed(holding.last(), 2)
                + "; below it the fall from the last high, at most "
                + Numbers.percent(min(Drawdown.curve(equity)), 2)
                + ".";
    }

    @Override
    public void paint(FigurePainter painter) {
        double plots = height - TOP - BETWEEN - BOTTOM;
        double upper = plots * 0.69;
        LongToDoubleFunction x = timeAxis();
        paintEquity(painter, x, TOP, upper);
        paintDrawdown(painter, x, TOP + upper + BETWEEN, plots - upper);
    }

    private LongToDoubleFunction timeAxis() {
        long from = holding.openTime()[0];
        long to = holding.openTime()[holding.size() - 1];
        double scale = (width - LEFT - RIGHT) / Math.max(1, to - from);
        return time -> LEFT + (time - from) * scale;
    }

    private void paintEquity(
            FigurePainter painter, LongToDoubleFunction x, double top, double tall) {
        double low = Math.min(min(equity.equity()), min(holding.equity()));
        double high = Math.max(max(equity.equity()), max(holding.equity()));
        boolean log = low > 0 && high / low > LOG_FROM;
        int peak = peak();
        double above = peak < 0 ? 0.06 : 0.12; // room for its label
        if (!log) {
            double span = Math.max(high - low, Math.abs(high) * 1e-2);
            low -= span * 0.06;
            high += span * above;
        } else {
            double span = high / low;
            low /= Math.pow(span, 0.04);
            high *= Math.pow(span, above);
        }
        DoubleUnaryOperator y = scale(low, high, top, tall, log);
        painter.text(
                new Point(0, top - 1.8), "Equity, " + currency + (log ? ", log scale" : ""), TITLE);
        List<Double> ticks = log ? Ticks.logarithmic(low, high, 7) : Ticks.linear(low, high, 6);
        List<String> labels =
                log ? ticks.stream().map(Numbers::compact).toList() : Ticks.labels(ticks);
        for (int i = 0; i < ticks.size(); i++) {
            grid(painter, y.applyAsDouble(ticks.get(i)), labels.get(i));
        }
        line(painter, holding, holding.equity(), x, y, Stroke.of(0.24, Ink.BENCHMARK));
        line(painter, equity, equity.equity(), x, y, Stroke.of(0.4, Ink.GAIN));
        if (peak >= 0) {
            peak(painter, x, y, peak);
        }
        endLabels(
                painter,
                y.applyAsDouble(equity.last()),
                y.applyAsDouble(holding.last()),
                money(painter, equity.last()),
                money(painter, holding.last()));
    }

    private void paintDrawdown(
            FigurePainter painter, LongToDoubleFunction x, double top, double tall) {
        double[] ours = Drawdown.curve(equity);
        double[] theirs = Drawdown.curve(holding);
        double low = Math.min(Math.min(min(ours), min(theirs)), -0.001) * 1.04;
        DoubleUnaryOperator y = scale(low, 0, top, tall, false);
        painter.text(new Point(0, top - 1.8), "Below the last high, %", TITLE);
        ThinnedLine line = ThinnedLine.of(equity.openTime(), ours, x, y);
        area(painter, line, y.applyAsDouble(0));
        for (double tick : Ticks.linear(low, 0, 4)) {
            grid(painter, y.applyAsDouble(tick), Numbers.fixed(tick * 100, tickDecimals(low)));
        }
        line(painter, holding, theirs, x, y, Stroke.of(0.24, Ink.BENCHMARK));
        painter.polyline(line.x(), line.y(), line.size(), Stroke.of(0.36, Ink.LOSS));
        times(painter, x, top + tall);
        double our = ours.length == 0 ? 0 : ours[ours.length - 1];
        double their = theirs[theirs.length - 1];
        double ourY = y.applyAsDouble(our) + 0.9;
        double theirY = y.applyAsDouble(their) + 0.9;
        double[] apart = apart(ourY, theirY, LINE_HEIGHT, top + 1, top + tall + 1);
        painter.text(at(apart[0]), Numbers.percent(our, 1), END.inMedium().in(Ink.LOSS_TEXT));
        painter.text(at(apart[1]), Numbers.percent(their, 1), END);
    }

    private static int tickDecimals(double low) {
        return low < -0.08 ? 0 : low < -0.008 ? 1 : 2;
    }

    private static DoubleUnaryOperator scale(
            double low, double high, double top, double tall, boolean log) {
        if (log) {
            double from = Math.log(low);
            double span = Math.log(high) - from;
            return value -> top + tall * (1 - (Math.log(Math.max(value, low)) - from) / span);
        }
        return value -> top + tall * (1 - (value - low) / (high - low));
    }

    private void grid(FigurePainter painter, double y, String label) {
        painter.line(new Point(LEFT, y), new Point(width - RIGHT, y), Stroke.of(0.15, Ink.GRID));
        painter.text(new Point(LEFT - 1.4, y + 0.85), label, LABEL);
    }

    private static void line(
            FigurePainter painter,
            EquityCurve curve,
            double[] values,
            LongToDoubleFunction x,
            DoubleUnaryOperator y,
            Stroke stroke) {
        ThinnedLine line = ThinnedLine.of(curve.openTime(), values, x, y);
        painter.polyline(line.x(), line.y(), line.size(), stroke);
    }

    private static void area(FigurePainter painter, ThinnedLine line, double base) {
        int n = line.size();
        if (n < 2) {
            return;
        }
        double[] x = Arrays.copyOf(line.x(), n + 2);
        double[] y = Arrays.copyOf(line.y(), n + 2);
        x[n] = x[n - 1];
        y[n] = base;
        x[n + 1] = x[0];
        y[n + 1] = base;
        painter.area(x, y, n + 2, Ink.LOSS_SOFT.rgb());
    }

    private void times(FigurePainter painter, LongToDoubleFunction x, double bottom) {
        painter.line(
                new Point(LEFT, bottom),
                new Point(width - RIGHT, bottom),
                Stroke.of(0.22, Ink.AXIS));
        long from = holding.openTime()[0];
        long to = holding.openTime()[holding.size() - 1];
        Type label = Type.of(6.8, Ink.MUTED, Anchor.MIDDLE);
        for (Tick tick : Ticks.times(from, to, 8)) {
            double at = x.applyAsDouble((long) tick.value());
            painter.line(
                    new Point(at, bottom), new Point(at, bottom + 0.9), Stroke.of(0.22, Ink.AXIS));
            double half = painter.width(tick.label(), label) / 2;
            double inside = Math.max(LEFT + half - 1, Math.min(at, width - RIGHT - half + 1));
            painter.text(new Point(inside, bottom + 3.6), tick.label(), label);
        }
    }

    /// Index of the highest close, or -1 if it is nothing to speak of: the start or the end.
    private int peak() {
        int best = 0;
        for (int i = 1; i < equity.size(); i++) {
            best = equity.equity()[i] > equity.equity()[best] ? i : best;
        }
        boolean high = equity.size() > 0 && equity.equity()[best] > equity.startingCash() * 1.01;
        return high && best <= equity.size() * 0.93 ? best : -1;
    }

    /// Marks the highest close, above both curves.
    private void peak(
            FigurePainter painter, LongToDoubleFunction x, DoubleUnaryOperator y, int peak) {
        long time = equity.openTime()[peak];
        boolean brief =
                holding.openTime()[holding.size() - 1] - holding.openTime()[0] < 60 * 86_400_000L;
        String when =
                DateTimeFormatter.ofPattern(brief ? "d MMM" : "MMM yyyy", Locale.ENGLISH)
                        .format(Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC));
        String label = "peak " + Numbers.fixed(equity.equity()[peak], 0) + ", " + when;
        Type type = Type.of(6.6, Ink.GAIN_TEXT, Anchor.MIDDLE);
        double half = painter.width(label, type) / 2;
        double at = x.applyAsDouble(time);
        double inside = Math.max(LEFT + half, Math.min(at, width - RIGHT - half));
        double ours = highest(equity, x, y, inside, half);
        double theirs = highest(holding, x, y, inside, half);
        painter.text(new Point(inside, Math.min(ours, theirs) - 1.2), label, type);
    }

    /// The smallest y of a curve within `half` of `middle`.
    private static double highest(
            EquityCurve curve,
            LongToDoubleFunction x,
            DoubleUnaryOperator y,
            double middle,
            double half) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < curve.size(); i++) {
            if (Math.abs(x.applyAsDouble(curve.openTime()[i]) - middle) <= half + 0.5) {
                highest = Math.max(highest, curve.equity()[i]);
            }
        }
        return highest == Double.NEGATIVE_INFINITY
                ? Double.POSITIVE_INFINITY
                : y.applyAsDouble(highest);
    }

    /// In full where there is room for it.
    private static String money(FigurePainter painter, double value) {
        String full = Numbers.fixed(value, 0);
        return painter.width(full, END.inMedium()) <= RIGHT - END_GAP
                ? full
                : Numbers.compact(value);
    }

    private void endLabels(
            FigurePainter painter, double ourY, double holdY, String ours, String hold) {
        double[] apart = apart(ourY, holdY, LINE_HEIGHT * 2 + 0.6, 0, height);
        painter.text(at(apart[0]), "Strategy", END.inMedium().in(Ink.GAIN_TEXT));
        painter.text(at(apart[0] + LINE_HEIGHT), ours, END.inMedium().in(Ink.GAIN_TEXT));
        painter.text(at(apart[1]), "Hold", END);
        painter.text(at(apart[1] + LINE_HEIGHT), hold, END);
    }

    /// Two places at least `distance` apart and within bounds, as near to where they belong as
    /// possible.
    private static double[] apart(
            double first, double second, double distance, double low, double high) {
        double a = first;
        double b = second;
        double missing = distance - Math.abs(a - b);
        if (missing > 0) {
            double shift = a <= b ? -missing / 2 : missing / 2;
            a += shift;
            b -= shift;
        }
        double over = Math.max(Math.max(a, b) - high, 0) + Math.min(Math.min(a, b) - low, 0);
        return new double[] {a - over, b - over};
    }

    private Point at(double y) {
        return new Point(width - RIGHT + END_GAP, y);
    }

    private static double min(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static double max(double[] values) {
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }
}
