package plumbline.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Position;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.library.BuiltInStrategies;

/// The trade list of a moving-average cross against ta4j's, which fills at the next open too.
class Ta4jComparisonTest {

    @ParameterizedTest
    @CsvSource({"1, 3, 8", "2, 10, 30", "3, 10, 50", "4, 5, 100"})
    void makesTheSameTradesAsTa4j(long seed, int fast, int slow) {
        CandleSeries candles = walk(seed, 20_000);
        StrategyDefinition cross = BuiltInStrategies.library().find("sma-cross");
        Map<String, String> periods = Map.of("fast", "" + fast, "slow", "" + slow);

        List<Trade> ours =
                Backtester.run(
                                cross.make(cross.values(periods)),
                                Scripted.MARKET,
                                candles,
                                Assumptions.DEFAULT,
                                JobControl.NONE)
                        .trades()
                        .stream()
                        .filter(t -> !t.exitReason().equals("end-of-data"))
                        .toList();
        List<Position> theirs = ta4j(candles, fast, slow).getPositions();

        assertThat(ours).hasSizeGreaterThan(100).hasSameSizeAs(theirs);
        for (int i = 0; i < ours.size(); i++) {
            Trade trade = ours.get(i);
            Position position = theirs.get(i);
            assertThat(trade.entryIndex()).isEqualTo(position.getEntry().getIndex());
            assertThat(trade.exitIndex()).isEqualTo(position.getExit().getIndex());
            double gross = position.getExit().getPricePerAsset().doubleValue();
            gross /= position.getEntry().getPricePerAsset().doubleValue();
            assertThat(trade.returnFraction()).isCloseTo(gross - 1, within(1e-12));
        }
    }

    private static TradingRecord ta4j(CandleSeries candles, int fast, int slow) {
        BarSeries series =
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
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        SMAIndicator quick = new SMAIndicator(close, fast);
        SMAIndicator calm = new SMAIndicator(close, slow);
        BaseStrategy strategy =
                new BaseStrategy(
                        new CrossedUpIndicatorRule(quick, calm),
                        new CrossedDownIndicatorRule(quick, calm),
                        slow);
        return new BarSeriesManager(series).run(strategy);
    }

    /// Values with many binary digits, so that no two averages tie: in a tie ta4j goes by rounding.
    private static CandleSeries walk(long seed, int n) {
        Random random = new Random(seed);
        CandleSeries.Builder builder = CandleSeries.builder(n);
        double price = 1000;
        for (int i = 0; i < n; i++) {
            double open = price;
            price = Math.max(100, price + random.nextGaussian());
            builder.add(
                    i * 60_000L,
                    open,
                    Math.max(open, price) + random.nextDouble(),
                    Math.min(open, price) - random.nextDouble(),
                    price,
                    1);
        }
        return builder.build();
    }
}
