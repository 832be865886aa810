package plumbline.ui.shell;

import java.util.function.Consumer;
import plumbline.engine.feed.CandleQuery;
import plumbline.engine.market.CandleRepository;
import plumbline.ui.action.KeyStore;
import plumbline.ui.backtest.BacktestServices;
import plumbline.ui.data.DataServices;
import plumbline.ui.exchange.ExchangeServices;
import plumbline.ui.job.JobHistory;
import plumbline.ui.start.SafeStores;
import plumbline.ui.workspace.LayoutStore;

/// What the workspace needs of the rest once the home folder is open.
///
/// @param printKeys shows a page of HTML outside the window, from where it can be printed
public record WindowServices(
        CandleRepository candles,
        CandleQuery data,
        BacktestServices backtest,
        DataServices store,
        ExchangeServices exchanges,
        LayoutStore layouts,
        JobHistory jobs,
        KeyStore keys,
        Consumer<String> printKeys) {

    /// The same, but layouts and keys of the user are neither read nor written.
    WindowServices safe() {
        return new WindowServices(
                candles,
                data,
                backtest,
                store,
                exchanges,
                SafeStores.layouts(),
                jobs,
                SafeStores.keys(),
                printKeys);
    }
}
