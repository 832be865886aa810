package plumbline.engine.report;

import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.Assumptions.Fill;
import plumbline.engine.backtest.Assumptions.Units;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.market.SeriesScan;
import plumbline.engine.text.Fractions;

/// What a run takes for granted, in the words of report and command line.
///
/// @param restsAtWeekends whether the market of the run does
public record AssumptionText(Assumptions assumptions, boolean restsAtWeekends) {

    public static AssumptionText of(BacktestRun run) {
        boolean rests =
                SeriesScan.ofTimes(run.candles(), run.data().timeframe()).hours().restsAtWeekends();
        return new AssumptionText(run.assumptions(), rests);
    }

    /// All of it on one line.
    public String line() {
        return costs()
                + "; fills at "
                + fills()
                + "; quantities "
                + quantities()
                + "; ratios over "
                + days();
    }

    /// `252 days a year, as the market rests at weekends`.
    String days() {
        int days = assumptions.periodsPerYear();
        return days
                + " days a year"
                + (restsAtWeekends
                        ? days < 300
                                ? ", as the market rests at weekends"
                                : ", though the market rests at weekends"
                        : days < 300 ? ", though the market trades every day" : "");
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
