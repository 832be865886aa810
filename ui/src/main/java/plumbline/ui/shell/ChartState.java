package plumbline.ui.shell;

import java.util.List;
import plumbline.engine.feed.MarketData.Loaded;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Timeframe;

/// What stands in the middle of the window.
sealed interface ChartState {

    /// There is no market to show.
    record Empty() implements ChartState {}

    /// A market is being read.
    record Loading(MarketId market) implements ChartState {}

    /// Candles are shown.
    ///
    /// @param offered the timeframes that the market can be shown at
    /// @param gaps how many runs of candles are missing
    /// @param missing how many candles those are
    record Shown(Loaded loaded, List<Timeframe> offered, int gaps, long missing)
            implements ChartState {}

    /// A market could not be read.
    record Failed(MarketId market, String reason) implements ChartState {}
}
