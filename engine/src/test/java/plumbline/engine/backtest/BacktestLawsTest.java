package plumbline.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import plumbline.engine.backtest.Assumptions.Fill;
import plumbline.engine.backtest.Assumptions.Units;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.Decisions;
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

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Strategy> strategies =
                Combinators.combine(
                                Arbitraries.of(BuiltInStrategies.library().all()),
                                Arbitraries.of("long", "short", "both"),
                                Arbitraries.of("0%", "1%", "4%"),
                                Arbitraries.of("0%", "2%", "7%"))
                        .as(BacktestLawsTest::made);
        Arbitrary<Assumptions> assumptions =
                Combinators.combine(
                                Arbitraries.of(0.0, 0.001, 0.01),
                                Arbitraries.of(0.0, 0.0005),
                                Arbitraries.of(Fill.values()),
                                Arbitraries.of(Units.values()),
                                Arbitraries.of(1.0, 1.0, 3.0))
                        .as((fee, slip, fill, units, leverage) ->
                                new Assumptions(
                                        10_000, fee, slip, fill, units, 0.01, leverage, 365));
        return Combinators.combine(
                        Arbitraries.longs().map(BacktestLawsTest::walk), strategies, assumptions)
                .as(Case::new);
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

    private static CandleSeries walk(long seed) {
        Random random = new Random(seed);
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

    @Property(tries = 400)
    void profitsAddUpToTheChangeOfEquity(@ForAll("cases") Case run) {
        BacktestResult result = run.run();

        double profits = result.trades().stream().mapToDouble(Trade::profit).sum();

        if (result.ruined()) {
            assertThat(result.equity().last()).isZero();
            assertThat(profits).isLessThanOrEqualTo(-10_000 + 1e-6);
        } else {
            assertThat(result.equity().last()).isCloseTo(10_000 + profits, within(1e-6));
        }
    }

    /// Cash and position worked out from the list of trades alone.
    @Property(tries = 400)
    void equityIsCashAndPositionAtEveryClose(@ForAll("cases") Case run) {
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

    @Property(tries = 300)
    void askingAtEveryCandleChangesNothing(@ForAll("cases") Case run) {
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

    @Property(tries = 300)
    void cuttingOffTheFutureChangesNoEarlierTrade(
            @ForAll("cases") Case run, @ForAll Random random) {
        int cut = 1 + random.nextInt(run.candles().size());

        List<Trade> all = run.run().trades();
        List<Trade> known = run.run(run.candles().slice(0, cut)).trades();

        List<Trade> expected = all.stream().filter(t -> t.exitIndex() < cut - 1).toList();
        assertThat(known.subList(0, expected.size())).isEqualTo(expected);
        assertThat(known.size()).isLessThanOrEqualTo(expected.size() + 2);
    }

    /// Prices in other units, for example in cents, change quantities and nothing else.
    @Property(tries = 200)
    void theUnitOfPriceDoesNotMatter(@ForAll("cases") Case run) {
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

    @Property(tries = 300)
    void neverSpendsMoreThanTheEquityCovers(@ForAll("cases") Case run) {
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
