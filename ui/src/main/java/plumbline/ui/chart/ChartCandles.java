package plumbline.ui.chart;

import org.jspecify.annotations.Nullable;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LoadedSeries;

/// The candles of a chart: the finished ones, and at the end the one that is not over yet. The
/// first one is incomplete if what it is built of begins within it.
///
/// @param isLastForming whether the last candle is not over yet
/// @param isFirstIncomplete whether the first lacks its beginning
public record ChartCandles(CandleSeries candles, boolean isLastForming, boolean isFirstIncomplete) {

    /// Whole candles only.
    static ChartCandles finished(CandleSeries candles) {
        return new ChartCandles(candles, false, false);
    }

    /// Any thread; copies the columns if there is a candle to add.
    public static ChartCandles of(LoadedSeries loaded) {
        CandleSeries finished = loaded.candles();
        Candle last = loaded.partial();
        boolean isAdded = last != null && last.openTimeMs() > finished.lastOpenMs();
        return new ChartCandles(
                isAdded ? with(finished, last) : finished, isAdded, loaded.isFirstPartial());
    }

    private static CandleSeries with(CandleSeries finished, @Nullable Candle last) {
        if (last == null) {
            return finished;
        }
        int n = finished.size();
        CandleSeries.Builder all = CandleSeries.builder(n + 1);
        for (int i = 0; i < n; i++) {
            all.add(finished, i);
        }
        all.add(
                last.openTimeMs(),
                last.open(),
                last.high(),
                last.low(),
                last.close(),
                last.volume());
        return all.build();
    }

    /// Whether candle `i` does not hold all of its time.
    boolean isPart(int i) {
        return isFirstIncomplete && i == 0 || isLastForming && i == candles.size() - 1;
    }
}
