package plumbline.app;

import plumbline.engine.backtest.Assumptions;
import plumbline.engine.config.ConfigKeys;
import plumbline.engine.config.Configuration;

/// What a backtest takes for granted until somebody says otherwise, in the window and on the
/// command line alike.
public final class BacktestDefaults {
    private BacktestDefaults() {}

    /// As configured.
    public static Assumptions of(Configuration configuration) {
        Assumptions usual = Assumptions.TYPICAL;
        return new Assumptions(
                configuration.get(ConfigKeys.BACKTEST_CASH),
                configuration.get(ConfigKeys.BACKTEST_FEE),
                configuration.get(ConfigKeys.BACKTEST_SLIPPAGE),
                usual.fill(),
                usual.units(),
                usual.lot(),
                configuration.get(ConfigKeys.BACKTEST_LEVERAGE),
                usual.periodsPerYear());
    }
}
