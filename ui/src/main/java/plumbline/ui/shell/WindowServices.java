package plumbline.ui.shell;

import plumbline.engine.feed.CandleQuery;
import plumbline.engine.market.CandleRepository;
import plumbline.ui.backtest.BacktestServices;
import plumbline.ui.data.DataServices;
import plumbline.ui.workspace.LayoutStore;

/// What the workspace needs of the rest once the home folder is open.
public record WindowServices(
        CandleRepository candles,
        CandleQuery data,
        BacktestServices backtest,
        DataServices store,
        LayoutStore layouts) {}
