package plumbline.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ta4j.core.Position;
import org.ta4j.core.TradingRecord;
import plumbline.engine.analytics.Metrics;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.BacktestResult;
import plumbline.engine.backtest.Backtester;
import plumbline.engine.backtest.JobControl;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Timeframe;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.Strategy;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.library.BuiltInStrategies;

/// A run over 1,000,000 minutes with fees, in nanoseconds a candle. Before anything is measured the
/// trade lists of Plumbline and ta4j are compared, trade by trade.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 6, time = 3)
@Fork(
        value = 1,
        jvmArgs = {"-Xms4g", "-Xmx4g"})
public class BacktestBenchmark {
    static final int CANDLES = 1_000_000;
    static final double FEE = 0.001;
    static final MarketId MARKET = MarketId.parse("bench:A/USD");
    static final Assumptions ASSUMPTIONS = Assumptions.DEFAULT.withFee(FEE);

    private CandleSeries candles;
    private Ta4jCross ta4j;
    private Strategy cross;
    private Strategy crossWithStops;
    private Strategy reversion;

    @Setup
    public void prepare() {
        candles = Candles.exactWalk(CANDLES);
        ta4j = new Ta4jCross(candles, FEE);
        cross = strategy("sma-cross", Map.of("fast", "10", "slow", "50"));
        crossWithStops =
                strategy(
                        "sma-cross",
                        Map.of("fast", "10", "slow", "50", "stop", "1%", "take", "2%"));
        reversion = strategy("rsi-reversion", Map.of());
        checkSameTrades(run(cross).trades(), ta4j.run(10, 50));
    }

    static Strategy strategy(String name, Map<String, String> given) {
        StrategyDefinition definition = BuiltInStrategies.library().find(name);
        return definition.make(definition.values(given));
    }

    /// Entry and exit candle and prices of every trade; what was open at the end is left out.
    static void checkSameTrades(List<Trade> ours, TradingRecord theirs) {
        List<Trade> closed =
                ours.stream().filter(t -> !t.exitReason().equals("end-of-data")).toList();
        List<Position> positions = theirs.getPositions();
        boolean same = closed.size() == positions.size();
        for (int i = 0; same && i < closed.size(); i++) {
            Trade trade = closed.get(i);
            Position position = positions.get(i);
            same =
                    trade.entryIndex() == position.getEntry().getIndex()
                            && trade.exitIndex() == position.getExit().getIndex()
                            && trade.entryPrice()
                                    == position.getEntry().getPricePerAsset().doubleValue()
                            && trade.exitPrice()
                                    == position.getExit().getPricePerAsset().doubleValue();
        }
        if (!same) {
            throw new IllegalStateException(
                    "trade lists differ: " + closed.size() + " and " + positions.size());
        }
    }

    private BacktestResult run(Strategy strategy) {
        return Backtester.run(strategy, MARKET, candles, ASSUMPTIONS, JobControl.NONE);
    }

    private Metrics measured(BacktestResult result) {
        return Metrics.of(result.equity(), result.trades(), candles, Timeframe.M1, 365);
    }

    /// Trades, equity curve, and all metrics with the drawdown among them.
    @Benchmark
    @OperationsPerInvocation(CANDLES)
    public Metrics smaCross() {
        return measured(run(cross));
    }

    /// The same on columns that were never run on: prices are turned into integers first.
    @Benchmark
    @OperationsPerInvocation(CANDLES)
    public Metrics smaCrossOnNewColumns() {
        candles =
                CandleSeries.of(
                        candles.openTime(),
                        candles.open(),
                        candles.high(),
                        candles.low(),
                        candles.close(),
                        candles.volume());
        return measured(run(cross));
    }

    @Benchmark
    @OperationsPerInvocation(CANDLES)
    public Metrics smaCrossWithStopAndTakeProfit() {
        return measured(run(crossWithStops));
    }

    @Benchmark
    @OperationsPerInvocation(CANDLES)
    public Metrics rsiReversionWithAtrStop() {
        return measured(run(reversion));
    }

    /// Trades only, no equity curve, no metrics.
    @Benchmark
    @OperationsPerInvocation(CANDLES)
    public TradingRecord ta4jSmaCross() {
        return ta4j.run(10, 50);
    }
}
