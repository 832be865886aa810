package plumbline.ui.backtest;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.BacktestRunner;
import plumbline.engine.backtest.RunRepository.StoredRun;
import plumbline.engine.market.MarketId;
import plumbline.engine.strategy.StrategyLibrary;

/// What backtests in the window need of the rest.
///
/// @param usual what a run takes for granted until the user says otherwise; set on the FX thread
/// @param history the newest runs of a market that were kept, newest first; blocks
/// @param keep puts a run where the command line finds it too; blocks
public record BacktestServices(
        StrategyLibrary strategies,
        BacktestRunner runner,
        ReadOnlyObjectProperty<Assumptions> usual,
        Function<MarketId, List<StoredRun>> history,
        Consumer<BacktestRun> keep,
        ReportSaver reports) {

    /// With the usual assumptions, and without runs of before.
    public BacktestServices(
            StrategyLibrary strategies,
            BacktestRunner runner,
            Consumer<BacktestRun> keep,
            ReportSaver reports) {
        this(
                strategies,
                runner,
                new ReadOnlyObjectWrapper<>(Assumptions.TYPICAL),
                _ -> List.of(),
                keep,
                reports);
    }

    /// Hands on what is usual when it changes, as long as nothing else is held.
    ///
    /// @return ends it
    Runnable follow(Supplier<Assumptions> held, Consumer<Assumptions> to) {
        return usual.subscribe((before, now) -> {
            if (held.get().equals(before)) {
                to.accept(now);
            }
        })
                ::unsubscribe;
    }
}
