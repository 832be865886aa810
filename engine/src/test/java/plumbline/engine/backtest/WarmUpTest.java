package plumbline.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.Strategy;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.library.BuiltInStrategies;

/// What candles before the range do, and what they do not.
class WarmUpTest {
    private static final long MINUTE = 60_000;
    private static final BacktestRunner RUNNER =
            new BacktestRunner("0.0.0-test", InstantSource.fixed(Instant.EPOCH));

    /// The mean of three is 9 at 8, and 29/3 at 12: the price crosses above at the fourth candle.
    private static final CandleSeries FALL_AND_RISE = Scripted.closes(10, 9, 8, 12, 13, 14, 15);

    private static BacktestRun run(RunData data, String name, Map<String, String> settings) {
        StrategyDefinition definition = BuiltInStrategies.library().find(name);
        return RUNNER.run(
                definition,
                definition.values(settings),
                data,
                Assumptions.DEFAULT,
                JobControl.NONE);
    }

    private static BacktestRun cross(RunData data) {
        return run(data, "sma-cross", Map.of("fast", "1", "slow", "3"));
    }

    private static RunData from(int candle) {
        return RunData.within(
                new LoadedSeries(
                        new SeriesKey(Scripted.MARKET, Timeframe.M1),
                        FALL_AND_RISE,
                        "made up",
                        Timeframe.M1),
                new TimeRange(candle * MINUTE, Long.MAX_VALUE));
    }

    @Test
    void aCrossAtTheFirstCandleOfTheRangeIsSeen() {
        BacktestRun run = cross(from(3));

        Trade trade = run.result().trades().getFirst();
        assertThat(trade.entryTimeMs()).isEqualTo(4 * MINUTE);
        assertThat(trade.entryIndex()).isEqualTo(1);
        assertThat(trade.entryPrice()).isEqualTo(12);
        assertThat(run.data().candles()).isEqualTo(4);
        assertThat(run.data().fromMs()).isEqualTo(3 * MINUTE);
        assertThat(run.candles().size()).isEqualTo(4);
        assertThat(run.result().equity().openTime()[0]).isEqualTo(3 * MINUTE);
        assertThat(run.warmup().text()).isEqualTo("pass");
    }

    @Test
    void withoutCandlesBeforeItIsNotAndTheRunSaysSo() {
        BacktestRun cold = cross(from(3).withMostWarmup(0));
        BacktestRun two = cross(from(2));

        assertThat(cold.result().trades()).isEmpty();
        assertThat(cold.warmup().text()).isEqualTo("short: 0 of 3 candles before the range");
        assertThat(two.warmup().text()).isEqualTo("short: 2 of 3 candles before the range");
        assertThat(two.warnings())
                .extracting(RunWarning::code)
                .contains(RunWarning.Code.WARMUP_SHORT);
        assertThat(cold.warnings())
                .extracting(RunWarning::code)
                .doesNotContain(RunWarning.Code.WARMUP_SHORT);
    }

    @Test
    void aFirstCandleThatMayLackItsBeginningIsSaid() {
        LoadedSeries whole = from(0).stored();
        LoadedSeries part =
                new LoadedSeries(
                        whole.key(), whole.candles(), whole.source(), Timeframe.S1, null, true);
        TimeRange late = new TimeRange(6 * MINUTE, Long.MAX_VALUE);

        assertThat(cross(RunData.of(part)).warnings())
                .extracting(RunWarning::code)
                .contains(RunWarning.Code.FIRST_INCOMPLETE);
        assertThat(cross(RunData.of(whole)).data().firstIncomplete()).isFalse();
        // what is neither traded on nor needed for warm-up does not matter
        assertThat(cross(RunData.within(part, late)).data().firstIncomplete()).isFalse();
        // a warning is no part of what a run is
        assertThat(cross(RunData.of(part)).identity().hash())
                .isEqualTo(cross(RunData.of(whole)).identity().hash());
    }

    @Test
    void candlesBeforeTheRangeArePartOfTheRunsIdentity() {
        assertThat(cross(from(3)).identity().hash())
                .isNotEqualTo(cross(from(3).withMostWarmup(0)).identity().hash())
                .isEqualTo(cross(from(3)).identity().hash());
        assertThat(cross(from(3)).identity().id()).matches("[0-9a-f]{32}");
        assertThat(cross(from(3)).identity().hash())
                .startsWith("sha256:" + cross(from(3)).identity().id());
    }

    @Test
    void buyingAndHoldingBuysAtTheRangesFirstCandle() {
        BacktestRun run = run(from(3), "buy-and-hold", Map.of());

        assertThat(run.result().trades().getFirst().entryTimeMs()).isEqualTo(4 * MINUTE);
        assertThat(run.warmup().text()).isEqualTo("pass");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /// A run over the whole history that trades from some candle on is the run from that candle,
    /// trade for trade.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theRunIsThatOverTheWholeHistory(long seed) {
        Random random = new Random(seed);
        CandleSeries history = walk(random, 900);
        int start = 400 + random.nextInt(300);
        Strategy strategy = any(random);
        int warmup = strategy.warmupCandles();
        assertThat(warmup).isLessThan(start);

        List<Trade> whole = trades(strategy, new WarmedCandles(history, start));
        List<Trade> fed =
                trades(
                        strategy,
                        new WarmedCandles(history.slice(start - warmup, history.size()), warmup));

        assertThat(fed).hasSameSizeAs(whole).isNotEmpty();
        for (int i = 0; i < fed.size(); i++) {
            same(fed.get(i), whole.get(i));
        }
    }

    private static void same(Trade one, Trade other) {
        assertThat(one.entryTimeMs()).isEqualTo(other.entryTimeMs());
        assertThat(one.exitTimeMs()).isEqualTo(other.exitTimeMs());
        assertThat(one.entryIndex()).isEqualTo(other.entryIndex());
        assertThat(one.side()).isEqualTo(other.side());
        assertThat(one.exitReason()).isEqualTo(other.exitReason());
        assertThat(one.entryPrice()).isEqualTo(other.entryPrice());
        // a stop may lie where a last bit of an average says
        assertThat(one.exitPrice()).isCloseTo(other.exitPrice(), within(1e-9));
        assertThat(one.profit()).isCloseTo(other.profit(), within(1e-6));
    }

    private static List<Trade> trades(Strategy strategy, WarmedCandles candles) {
        return Backtester.run(
                        strategy, Scripted.MARKET, candles, Assumptions.DEFAULT, JobControl.NONE)
                .trades();
    }

    private static Strategy any(Random random) {
        StrategyDefinition definition =
                BuiltInStrategies.library()
                        .find(
                                List.of(
                                                "sma-cross",
                                                "ema-cross",
                                                "rsi-reversion",
                                                "donchian-breakout")
                                        .get(random.nextInt(4)));
        Map<String, String> settings =
                switch (definition.name()) {
                    case "rsi-reversion" -> Map.of("side", "both", "period", "5", "atr", "6");
                    case "donchian-breakout" -> Map.of("side", "both", "entry", "9", "exit", "4");
                    default -> Map.of("side", "both", "fast", "4", "slow", "11", "stop", "3%");
                };
        return definition.make(definition.values(settings));
    }

    private static CandleSeries walk(Random random, int n) {
        CandleSeries.Builder out = CandleSeries.builder(n);
        double price = 100;
        for (int i = 0; i < n; i++) {
            double open = price;
            price *= Math.exp(0.01 * random.nextGaussian());
            double high = Math.max(open, price) * (1 + 0.003 * random.nextDouble());
            double low = Math.min(open, price) * (1 - 0.003 * random.nextDouble());
            out.add(i * MINUTE, open, high, low, price, 1);
        }
        return out.build();
    }
}
