package plumbline.engine.report.figure;

import java.time.Month;
import java.time.YearMonth;
import plumbline.engine.analytics.MonthlyReturns;
import plumbline.engine.report.figure.FigurePainter.Anchor;
import plumbline.engine.report.figure.FigurePainter.Point;
import plumbline.engine.report.figure.FigurePainter.Type;
import plumbline.engine.text.Numbers;

/// Returns by month as a map of colours, with the year's return beside each row. The newest years,
/// as many as there is room for.
public final class MonthsFigure implements Figure {
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };
    private static final double LEFT = 10;
    private static final double YEAR = 12;
    private static final double HEAD = 4;
    private static final int LEAST_MONTHS = 3;
    private static final double ROW = 5.75;
    private static final double TALLEST_ROW = 8;
    private static final double GAP = 0.25;
    private static final double CLIP_AT = 0.95;
    private static final double WHITE_TEXT_FROM = 0.66;
    private static final Type HEADING = Type.of(6.6, Ink.MUTED, Anchor.MIDDLE);
    private static final Type CELL = Type.of(6.6, Ink.INK, Anchor.MIDDLE);

    private final MonthlyReturns returns;
    private final double width;
    private final int firstYear;
    private final double rowHeight;
    private final double clip;

    /// @param room height that it may take
    public MonthsFigure(MonthlyReturns returns, double width, double room) {
        this.returns = returns;
        this.width = width;
        int last = returns.years().lastKey();
        int mostRows = (int) ((room - HEAD) / ROW);
        this.firstYear = Math.max(returns.years().firstKey(), last - mostRows + 1);
        this.rowHeight = Math.clamp((room - HEAD) / (last - firstYear + 1), ROW, TALLEST_ROW);
        double[] sizes =
                returns.months().values().stream().mapToDouble(Math::abs).sorted().toArray();
        double at = sizes[(int) Math.ceil(CLIP_AT * sizes.length) - 1];
        this.clip = at > 0 ? at : 1;
    }

    /// At which return the colours end: the 95th percentile of all months' sizes.
    public double clip() {
        return clip;
    }

    /// Years that had to be left out, oldest first.
    public int yearsLeftOut() {
        return firstYear - returns.years().firstKey();
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return HEAD + rowHeight * (returns.years().lastKey() - firstYear + 1);
    }

    @Override
    public String alternativeText() {
        return "Return by month and year: "
                + returns.years().entrySet().stream()
                        .map(e -> e.getKey() + " " + Numbers.signedPercent(e.getValue(), 1))
                        .toList();
    }

    @Override
    public void paint(FigurePainter painter) {
        double cell = (width - LEFT - YEAR) / MONTHS.length;
        for (int month = 0; month < MONTHS.length; month++) {
            painter.text(new Point(LEFT + (month + 0.5) * cell, 2.4), MONTHS[month], HEADING);
        }
        painter.text(
                new Point(width - 0.5, 2.4), "Year", Type.of(6.6, Ink.INK, Anchor.END).inMedium());
        for (int year = firstYear; year <= returns.years().lastKey(); year++) {
            row(painter, year, HEAD + (year - firstYear) * rowHeight, cell);
        }
    }

    private void row(FigurePainter painter, int year, double top, double cell) {
        double baseline = top + rowHeight / 2 + 0.85;
        painter.text(
                new Point(0, baseline),
                String.valueOf(year),
                Type.of(6.6, Ink.INK, Anchor.START).inMedium());
        for (int month = 1; month <= MONTHS.length; month++) {
            Double value = returns.months().get(YearMonth.of(year, month));
            double left = LEFT + (month - 1) * cell;
            double strength = value == null ? 0 : Math.min(Math.abs(value) / clip, 1);
            int rgb =
                    value == null
                            ? Ink.PANEL.rgb()
                            : Blend.fromWhite(value >= 0 ? Ink.GAIN : Ink.LOSS, strength);
            painter.rect(
                    new Point(left + GAP / 2, top + GAP / 2), cell - GAP, rowHeight - GAP, rgb);
            Type type = strength > WHITE_TEXT_FROM ? CELL.in(Ink.PAPER) : CELL;
            painter.text(
                    new Point(left + cell / 2, baseline),
                    value == null ? Numbers.NONE : Numbers.fixed(value * 100, 1),
                    value == null ? CELL.in(Ink.MUTED) : type);
        }
        Double whole = returns.years().get(year);
        painter.text(
                new Point(width - 0.5, baseline),
                whole == null
                        ? Numbers.NONE
                        : Numbers.signed(whole * 100, 1) + (isPartial(year) ? "*" : ""),
                Type.of(6.6, Ink.INK, Anchor.END).inMedium());
    }

    /// Whether only a part of a year that is shown is in the data.
    public boolean hasPartialYear() {
        return isPartial(firstYear) || isPartial(returns.years().lastKey());
    }

    private boolean isPartial(int year) {
        YearMonth first = returns.months().firstKey();
        YearMonth last = returns.months().lastKey();
        boolean endsEarly = returns.lastIsPartial() || last.getMonth() != Month.DECEMBER;
        return year == first.getYear() && first.getMonth() != Month.JANUARY
                || year == last.getYear() && endsEarly;
    }

    /// Whether there are enough months to make a map worth drawing.
    public static boolean fits(MonthlyReturns returns) {
        return returns.months().size() >= LEAST_MONTHS;
    }
}
