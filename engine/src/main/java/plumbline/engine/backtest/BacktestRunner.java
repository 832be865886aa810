package plumbline.engine.backtest;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import plumbline.engine.analytics.Metrics;
import plumbline.engine.backtest.BacktestRun.DataUse;
import plumbline.engine.backtest.BacktestRun.Identity;
import plumbline.engine.backtest.BacktestRun.StrategyUse;
import plumbline.engine.backtest.BacktestRun.Warmup;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Fingerprint;
import plumbline.engine.market.Gap;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.SeriesScan;
import plumbline.engine.market.TimeRange;
import plumbline.engine.strategy.ParameterValues;
import plumbline.engine.strategy.Strategy;
import plumbline.engine.strategy.StrategyDefinition;

/// Runs a strategy of the library over loaded candles and adds what a result needs: metrics,
/// hashes, times.
///
/// Threads: any thread; the call returns when the run is done.
public final class BacktestRunner {
    private final String engineVersion;
    private final InstantSource clock;
    private final Revisions revisions;

    /// @param engineVersion goes into every result
    /// @param clock tells when a run was made
    public BacktestRunner(String engineVersion, InstantSource clock) {
        this(engineVersion, clock, Revisions.NONE);
    }

    /// @param revisions what is known of candles that were replaced
    public BacktestRunner(String engineVersion, InstantSource clock, Revisions revisions) {
        this.engineVersion = engineVersion;
        this.clock = clock;
        this.revisions = revisions;
    }

    /// A run over all candles of `data`, with none before them.
    ///
    /// @throws IllegalArgumentException if there are no candles
    /// @throws java.util.concurrent.CancellationException if `control` was cancelled
    public BacktestRun run(
            StrategyDefinition definition,
            ParameterValues values,
            LoadedSeries data,
            Assumptions assumptions,
            JobControl control) {
        return run(definition, values, RunData.of(data), assumptions, control);
    }

    /// A run over the range of `data`, with the candles before it as warm-up.
    ///
    /// @throws IllegalArgumentException if there are no candles in the range
    /// @throws java.util.concurrent.CancellationException if `control` was cancelled
    public BacktestRun run(
            StrategyDefinition definition,
            ParameterValues values,
            RunData data,
            Assumptions asked,
            JobControl control) {
        SeriesKey key = data.stored().key();
        Strategy made = definition.make(values);
        WarmedCandles warmed = data.candles(made.warmupCandles());
        CandleSeries candles = warmed.traded();
        SeriesScan scan = SeriesScan.ofTimes(candles, key.timeframe());
        Assumptions assumptions = asked.inMarket(scan.hours().restsAtWeekends());
        long start = System.nanoTime();
        BacktestResult result = Backtester.run(made, key.market(), warmed, assumptions, control);
        Metrics metrics =
                Metrics.of(
                        result.equity(),
                        result.trades(),
                        candles,
                        key.timeframe(),
                        assumptions.periodsPerYear());
        double elapsedMs = (System.nanoTime() - start) / 1e6;
        DataUse use = use(data.stored(), warmed, scan.gaps());
        String hash =
                Fingerprint.of(
                        String.join(
                                "\n",
                                engineVersion,
                                definition.name() + " " + definition.hash() + " " + values,
                                use.market() + " " + use.timeframe() + " " + fed(use, warmed),
                                assumptions.toString()));
        return new BacktestRun(
                Identity.of(hash, engineVersion, now(), elapsedMs),
                use(definition, values),
                use,
                new Warmup(made.warmupCandles(), warmed.warmup()),
                assumptions,
                metrics,
                result,
                candles);
    }

    private static StrategyUse use(StrategyDefinition definition, ParameterValues values) {
        return new StrategyUse(
                definition.name(),
                definition.title(),
                definition.version(),
                definition.hash(),
                values.asMap(),
                definition.text(values));
    }

    /// What identifies the candles, those before the range included.
    private static String fed(DataUse use, WarmedCandles warmed) {
        return warmed.warmup() == 0
                ? use.hash()
                : use.hash() + " after " + warmed.warmup() + " of " + warmed.all().fingerprint();
    }

    private DataUse use(LoadedSeries data, WarmedCandles warmed, List<Gap> gaps) {
        CandleSeries candles = warmed.traded();
        return new DataUse(
                data.key().market(),
                data.key().timeframe(),
                candles.firstOpenMs(),
                candles.lastOpenMs(),
                candles.size(),
                gaps.size(),
                gaps.stream().mapToLong(Gap::missing).sum(),
                candles.fingerprint(),
                data.source(),
                data.isFirstPartial() && warmed.all().firstOpenMs() == data.candles().firstOpenMs(),
                revised(data, warmed.all()));
    }

    private long revised(LoadedSeries data, CandleSeries fed) {
        long end = data.key().timeframe().next(fed.lastOpenMs());
        return revisions.candles(
                new SeriesKey(data.key().market(), data.stored()),
                new TimeRange(fed.firstOpenMs(), end));
    }

    /// To the microsecond, which every store keeps.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
