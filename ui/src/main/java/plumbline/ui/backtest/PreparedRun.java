package plumbline.ui.backtest;

import org.jspecify.annotations.Nullable;
import plumbline.engine.analytics.Drawdown;
import plumbline.engine.analytics.Metrics;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.portfolio.EquityCurve;
import plumbline.engine.strategy.Strategy;
import plumbline.ui.chart.Studies;

/// A run with what the window shows of its curves. Made in the background, because it looks at
/// every candle.
///
/// @param holding the figures of holding the market instead
/// @param equity in percent of the starting cash, gained or lost
/// @param held the same of holding the market
/// @param drawdown fall from the highest close so far, in percent
/// @param values all of them, unthinned
/// @param studies what it went by, for the chart
record PreparedRun(
        BacktestRun run,
        Metrics holding,
        Curve equity,
        Curve held,
        Curve drawdown,
        CurveValues values,
        Studies studies) {
    private static final double PERCENT = 100;

    /// @param strategy the one of the run
    /// @param stored its candles and those before them, at least as many as fed its indicators
    static PreparedRun of(BacktestRun run, Strategy strategy, CandleSeries stored) {
        double cash = run.assumptions().cash();
        EquityCurve equity = run.result().equity();
        EquityCurve held = Metrics.holding(run.candles(), cash);
        Metrics holding =
                Metrics.ofHolding(
                        run.candles(),
                        run.data().timeframe(),
                        cash,
                        run.assumptions().periodsPerYear());
        double[] falls = Drawdown.curve(equity);
        Curve drawdown = Curve.of(equity.openTime(), falls, PERCENT, 0);
        CurveValues values =
                new CurveValues(equity.openTime(), equity.equity(), held.equity(), falls, cash);
        Studies studies = Studies.of(run.candles(), RunStudies.of(run, strategy, stored));
        return new PreparedRun(run, holding, gain(equity), gain(held), drawdown, values, studies);
    }

    /// Whether both are of the same run.
    boolean isSame(@Nullable PreparedRun other) {
        return other != null && other.run.identity().id().equals(run.identity().id());
    }

    private static Curve gain(EquityCurve curve) {
        double scale = PERCENT / curve.startingCash();
        return Curve.of(curve.openTime(), curve.equity(), scale, -PERCENT);
    }
}
