package plumbline.bench;

import java.time.Duration;
import java.time.Instant;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import plumbline.engine.market.CandleSeries;

/// The cross of two simple moving averages in ta4j, filled at the next open, with a fee; the trade
/// list only, without an equity curve, which favours ta4j.
final class Ta4jCross {
    private final BarSeries series;
    private final double fee;

    Ta4jCross(CandleSeries candles, double fee) {
        this.fee = fee;
        this.series =
                new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
        for (int i = 0; i < candles.size(); i++) {
            series.addBar(
                    series.barBuilder()
                            .timePeriod(Duration.ofMinutes(1))
                            .endTime(Instant.ofEpochMilli(candles.openTime()[i] + 60_000))
                            .openPrice(candles.open()[i])
                            .highPrice(candles.high()[i])
                            .lowPrice(candles.low()[i])
                            .closePrice(candles.close()[i])
                            .volume(candles.volume()[i])
                            .build());
        }
    }

    /// Indicators are made anew each time: they cache their values.
    TradingRecord run(int fast, int slow) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        SMAIndicator quick = new SMAIndicator(close, fast);
        SMAIndicator calm = new SMAIndicator(close, slow);
        BarSeriesManager manager =
                new BarSeriesManager(
                        series,
                        new LinearTransactionCostModel(fee),
                        new ZeroCostModel(),
                        new TradeOnNextOpenModel());
        return manager.run(
                new BaseStrategy(
                        new CrossedUpIndicatorRule(quick, calm),
                        new CrossedDownIndicatorRule(quick, calm),
                        slow));
    }
}
