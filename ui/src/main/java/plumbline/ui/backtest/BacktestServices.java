package plumbline.ui.backtest;

import java.util.function.Consumer;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.BacktestRunner;
import plumbline.engine.strategy.StrategyLibrary;

/// What backtests in the window need of the rest.
///
/// @param keep puts a run where the command line finds it too; blocks
public record BacktestServices(
        StrategyLibrary strategies,
        BacktestRunner runner,
        Consumer<BacktestRun> keep,
        ReportSaver reports) {}
