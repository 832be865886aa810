package plumbline.ui.backtest;

import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.Assumptions.Fill;
import plumbline.engine.backtest.Assumptions.Units;
import plumbline.engine.text.Fractions;
import plumbline.ui.control.Unit;
import plumbline.ui.text.Texts;

/// What a run takes for granted, on one line.
final class AssumptionTexts {
    private AssumptionTexts() {}

    static String line(Assumptions a) {
        String fill = a.fill() == Fill.NEXT_OPEN ? "assume.nextOpen" : "assume.close";
        String line =
                Texts.of("assume.line", percent(a.fee()), percent(a.slippage()), Texts.of(fill));
        if (a.units() != Units.FRACTIONAL) {
            String unit = a.units() == Units.LOT ? Fractions.plain(a.lot()) : "1";
            line += Texts.of("assume.units", unit);
        }
        return a.leverage() == 1
                ? line
                : line + Texts.of("assume.leverage", Fractions.plain(a.leverage()));
    }

    /// `0.1 %`.
    static String percent(double fraction) {
        return Unit.PERCENT.bare(Fractions.percent(fraction)) + "\u00A0%";
    }
}
