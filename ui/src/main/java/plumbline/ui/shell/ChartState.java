package plumbline.ui.shell;

import java.util.List;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Gap;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.market.Timeframe;
import plumbline.ui.chart.ChartCandles;

/// What stands in the middle of the window.
sealed interface ChartState {

    /// There is no market to show.
    record Empty() implements ChartState {}

    /// A market is being read.
    record Loading(MarketId market) implements ChartState {}

    /// Candles are shown.
    ///
    /// @param drawn the candles with the one that is not over yet
    /// @param offered the timeframes that the market can be shown at
    /// @param gaps how many runs of candles are missing
    /// @param missing how many candles those are
    /// @param extent lowest low and highest high
    /// @param volume of all candles together
    record Shown(
            LoadedSeries loaded,
            ChartCandles drawn,
            List<Timeframe> offered,
            int gaps,
            long missing,
            Extent extent,
            double volume)
            implements ChartState {

        /// Looks at the candles once. Any thread.
        static Shown of(LoadedSeries loaded, ChartCandles drawn, List<Timeframe> offered) {
            CandleSeries candles = loaded.candles();
            List<Gap> gaps = SeriesCheck.gaps(candles, loaded.key().timeframe());
            long missing = gaps.stream().mapToLong(Gap::missing).sum();
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double volume = 0;
            for (int i = 0; i < candles.size(); i++) {
                low = Math.min(low, candles.low()[i]);
                high = Math.max(high, candles.high()[i]);
                volume += candles.volume()[i];
            }
            return new Shown(
                    loaded, drawn, offered, gaps.size(), missing, new Extent(low, high), volume);
        }
    }

    /// From the lowest to the highest price.
    record Extent(double low, double high) {}

    /// A market could not be read.
    record Failed(MarketId market, String reason) implements ChartState {}
}
