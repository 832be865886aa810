package plumbline.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.engine.backtest.Assumptions.Fill;
import plumbline.engine.backtest.Assumptions.Units;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.Decisions;
import plumbline.engine.strategy.PositionSide;
import plumbline.engine.strategy.Strategy;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.library.BuiltInStrategies;

/// What holds for every run, whatever the candles, the strategy and the assumptions.
class BacktestLawsTest {

    /// A run before it is made.
    record Case(CandleSeries candles, Strategy strategy, Assumptions assumptions) {
        BacktestResult run() {
            return run(candles);
        }

        BacktestResult run(CandleSeries on) {
            return Backtester.run(strategy, Scripted.MARKET, on, assumptions, JobControl.NONE);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /// The case of a seed: everything about it is drawn from one generator.
    private static Case drawn(long seed) {
        Random random = new Random(seed);
        Strategy strategy =
                made(
                        any(random, BuiltInStrategies.library().all()),
                        any(random, List.of("long", "short", "both")),
                        any(random, List.of("0%", "1%", "4%")),
                        any(random, List.of("0%", "2%", "7%")));
        Assumptions assumptions =
                new Assumptions(
                        10_000,
                        any(random, List.of(0.0, 0.001, 0.01)),
                        any(random, List.of(0.0, 0.0005)),
                        any(random, List.of(Fill.values())),
                        any(random, List.of(Units.values())),
                        0.01,
                        any(random, List.of(1.0, 1.0, 3.0, 10.0)),
                        365);
        return new Case(walk(random), strategy, assumptions);
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static Strategy made(
            StrategyDefinition definition, String side, String stop, String take) {
        return switch (definition.name()) {
            case "buy-and-hold" -> definition.make(definition.values(Map.of()));
            case "rsi-reversion" ->
                    definition.make(
                            definition.values(Map.of("side", side, "period", "5", "atr", "5")));
            case "donchian-breakout" ->
                    definition.make(
                            definition.values(
                                    Map.of(
                                            "side", side, "stop", stop, "take", take, "entry", "7",
                                            "exit", "4")));
            default ->
                    definition.make(
                            definition.values(
                                    Map.of(
                                            "side", side, "stop", stop, "take", take, "fast", "3",
                                            "slow", "8")));
        };
    }

    private static CandleSeries walk(Random random) {
        int n = 50 + random.nextInt(350);
        CandleSeries.Builder builder = CandleSeries.builder(n);
        double price = 20 + random.nextInt(200);
        for (int i = 0; i < n; i++) {
            double jump = random.nextInt(12) == 0 ? random.nextGaussian() * 4 : 0;
            double open = Math.max(2, Math.rint((price + jump) * 100) / 100);
            double close = Math.max(2, Math.rint((open + random.nextGaussian() * 2) * 100) / 100);
            double high = Math.max(open, close) + random.nextInt(200) / 100.0;
            double low = Math.max(0.5, Math.min(open, close) - random.nextInt(200) / 100.0);
            builder.add(i * 3_600_000L, open, high, low, close, 1);
            price = close;
        }
        return builder.build();
    }

    /// Added in the order of the trades, without a last bit that is missing; what a ruined account
    /// owes beyond zero is written off.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cashAndProfitsAndWhatWasWrittenOffAreTheFinalEquity(long seed) {
        BacktestResult result = drawn(seed).run();

        double worth = 10_000;
        for (Trade trade : result.trades()) {
            worth += trade.profit();
        }

        assertThat(result.equity().last()).isEqualTo(worth + result.writtenOff());
        assertThat(result.writtenOff()).isNotNegative();
        assertThat(result.ruined()).isEqualTo(result.equity().last() == 0);
        if (!result.ruined()) {
            assertThat(result.writtenOff()).isZero();
        }
    }

    /// While a position is held, some equity is left even at the worst price of each candle.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void equityIsAboveZeroAtTheWorstPriceOfEveryCandleThatIsHeldThrough(long seed) {
        Case run = drawn(seed);
        double cash = 10_000;
        for (Trade trade : run.run().trades()) {
            double paid = trade.quantity() * trade.entryPrice() * run.assumptions().fee();
            for (int i = trade.entryIndex() + 1; i < trade.exitIndex(); i++) {
                boolean isLong = trade.side() == PositionSide.LONG;
                double worst = isLong ? run.candles().low()[i] : run.candles().high()[i];
                double moved = trade.side().sign() * (worst - trade.entryPrice());
                assertThat(cash - paid + trade.quantity() * moved)
                        .as("at %d", i)
                        .isGreaterThan(-1e-6);
            }
            cash += trade.profit();
        }
    }

    @Test
    void someOfTheCasesAreRuined() {
        assertThat(seeds().filter(seed -> drawn(seed).run().ruined()).count()).isPositive();
        assertThat(seeds().filter(seed -> drawn(seed).run().writtenOff() > 1).count()).isPositive();
    }

    /// Cash and position worked out from the list of trades alone.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void equityIsCashAndPositionAtEveryClose(long seed) {
        Case run = drawn(seed);
        BacktestResult result = run.run();
        double fee = run.assumptions().fee();
        double[] equity = result.equity().equity();
        int last = equity.length - 1;

        for (int i = 0; i < equity.length - (result.ruined() ? 1 : 0); i++) {
            double worth = 10_000;
            for (Trade trade : result.trades()) {
                if (trade.exitIndex() <= i) {
                    worth += trade.profit();
                } else if (trade.entryIndex() <= i) {
                    double signed = trade.side().sign() * trade.quantity();
                    worth += signed * (run.candles().close()[i] - trade.entryPrice());
                    worth -= trade.quantity() * trade.entryPrice() * fee;
                }
            }
            assertThat(equity[i]).as("at %d of %d", i, last).isCloseTo(worth, within(1e-6));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void askingAtEveryCandleChangesNothing(long seed) {
        Case run = drawn(seed);
        Strategy patient =
                new Strategy() {
                    @Override
                    public int warmupCandles() {
                        return run.strategy().warmupCandles();
                    }

                    @Override
                    public Decisions over(CandleSeries candles) {
                        return run.strategy().over(candles)::at;
                    }
                };

        BacktestResult asked = new Case(run.candles(), patient, run.assumptions()).run();
        BacktestResult hopped = run.run();

        assertThat(asked.trades()).isEqualTo(hopped.trades());
        assertThat(asked.equity().equity()).isEqualTo(hopped.equity().equity());
        assertThat(asked.ambiguousCandles()).isEqualTo(hopped.ambiguousCandles());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cuttingOffTheFutureChangesNoEarlierTrade(long seed) {
        Case run = drawn(seed);
        Random random = new Random(~seed);
        int cut = 1 + random.nextInt(run.candles().size());

        List<Trade> all = run.run().trades();
        List<Trade> known = run.run(run.candles().slice(0, cut)).trades();

        List<Trade> expected = all.stream().filter(t -> t.exitIndex() < cut - 1).toList();
        assertThat(known.subList(0, expected.size())).isEqualTo(expected);
        assertThat(known.size()).isLessThanOrEqualTo(expected.size() + 2);
    }

    /// Prices in other units, for example in cents, change quantities and nothing else.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theUnitOfPriceDoesNotMatter(long seed) {
        Case run = drawn(seed);
        Assumptions fractional = run.assumptions().withUnits(Units.FRACTIONAL);
        CandleSeries.Builder inOtherUnits = CandleSeries.builder(run.candles().size());
        for (int i = 0; i < run.candles().size(); i++) {
            var c = run.candles().candle(i);
            inOtherUnits.add(
                    c.openTimeMs(), c.open() * 4, c.high() * 4, c.low() * 4, c.close() * 4, 1);
        }

        BacktestResult one = new Case(run.candles(), run.strategy(), fractional).run();
        BacktestResult four = new Case(inOtherUnits.build(), run.strategy(), fractional).run();

        assertThat(four.trades()).hasSameSizeAs(one.trades());
        assertThat(four.equity().last()).isCloseTo(one.equity().last(), within(1e-6));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverSpendsMoreThanTheEquityCovers(long seed) {
        Case run = drawn(seed);
        double fee = run.assumptions().fee();
        double cash = 10_000;
        for (Trade trade : run.run().trades()) {
            double value = trade.quantity() * trade.entryPrice();
            double cost = value / run.assumptions().leverage() + value * fee;
            assertThat(cost).isLessThanOrEqualTo(cash + 1e-6);
            if (run.assumptions().units() == Units.WHOLE) {
                double one = trade.entryPrice() / run.assumptions().leverage();
                double onMore = cost + one + trade.entryPrice() * fee;
                assertThat(onMore).as("one unit more was covered").isGreaterThan(cash - 1e-6);
                assertThat(trade.quantity()).isEqualTo(Math.rint(trade.quantity()));
            }
            cash += trade.profit();
        }
    }
}
