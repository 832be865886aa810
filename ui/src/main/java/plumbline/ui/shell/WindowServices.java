package plumbline.ui.shell;

import plumbline.engine.feed.MarketData;
import plumbline.engine.market.CandleRepository;
import plumbline.ui.backtest.BacktestServices;
import plumbline.ui.data.DataServices;

/// What the workspace needs of the rest once the home folder is open.
public record WindowServices(
        CandleRepository candles, MarketData data, BacktestServices backtest, DataServices store) {}
