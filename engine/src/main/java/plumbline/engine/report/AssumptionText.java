package plumbline.engine.report;

import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.Assumptions.Fill;
import plumbline.engine.backtest.Assumptions.Units;
import plumbline.engine.text.Fractions;

/// What a run takes for granted, in the words of report and command line.
public record AssumptionText(Assumptions assumptions) {

    /// All of it on one line.
    public String line() {
        return costs()
                + "; fills at "
                + fills()
                + "; quantities "
                + quantities()
                + "; ratios over "
                + assumptions.periodsPerYear()
                + " days a year";
    }

    /// `fee 0.1%, slippage 0% a fill`.
    String costs() {
        return "fee "
                + Fractions.percent(assumptions.fee())
                + ", slippage "
                + Fractions.percent(assumptions.slippage())
                + " a fill";
    }

    /// `next open, stops first`.
    String fills() {
        return (assumptions.fill() == Fill.NEXT_OPEN ? "next open" : "same close")
                + ", stops first";
    }

    /// `fractional, leverage 1`.
    String quantities() {
        String units =
                assumptions.units() == Units.LOT
                        ? "lots of " + Fractions.plain(assumptions.lot())
                        : assumptions.units().code();
        return units + ", leverage " + Fractions.plain(assumptions.leverage());
    }
}
