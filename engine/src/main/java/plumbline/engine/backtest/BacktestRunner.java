package plumbline.engine.backtest;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import plumbline.engine.analytics.Metrics;
import plumbline.engine.backtest.BacktestRun.DataUse;
import plumbline.engine.backtest.BacktestRun.Identity;
import plumbline.engine.backtest.BacktestRun.StrategyUse;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Fingerprint;
import plumbline.engine.market.Gap;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.strategy.ParameterValues;
import plumbline.engine.strategy.StrategyDefinition;

/// Runs a strategy of the library over loaded candles and adds what a result needs: metrics,
/// hashes, times.
///
/// Threads: any thread; the call returns when the run is done.
public final class BacktestRunner {
    private static final int ID_LENGTH = 8;

    private final String engineVersion;
    private final InstantSource clock;

    /// @param engineVersion goes into every result
    /// @param clock tells when a run was made
    public BacktestRunner(String engineVersion, InstantSource clock) {
        this.engineVersion = engineVersion;
        this.clock = clock;
    }

    /// @throws IllegalArgumentException if there are no candles
    /// @throws java.util.concurrent.CancellationException if `control` was cancelled
    public BacktestRun run(
            StrategyDefinition definition,
            ParameterValues values,
            LoadedSeries data,
            Assumptions assumptions,
            JobControl control) {
        CandleSeries candles = data.candles();
        long start = System.nanoTime();
        BacktestResult result =
                Backtester.run(
                        definition.make(values),
                        data.key().market(),
                        candles,
                        assumptions,
                        control);
        Metrics metrics =
                Metrics.of(
                        result.equity(),
                        result.trades(),
                        candles,
                        data.key().timeframe(),
                        assumptions.periodsPerYear());
        double elapsedMs = (System.nanoTime() - start) / 1e6;
        StrategyUse strategy =
                new StrategyUse(
                        definition.name(),
                        definition.title(),
                        definition.version(),
                        definition.hash(),
                        values.asMap(),
                        definition.text(values));
        DataUse use = use(data);
        String hash =
                Fingerprint.of(
                        String.join(
                                "\n",
                                engineVersion,
                                strategy.name() + " " + strategy.hash() + " " + values,
                                use.market() + " " + use.timeframe() + " " + use.hash(),
                                assumptions.toString()));
        String id = hash.substring(hash.indexOf(':') + 1).substring(0, ID_LENGTH);
        return new BacktestRun(
                new Identity(id, hash, engineVersion, now(), elapsedMs),
                strategy,
                use,
                assumptions,
                metrics,
                result,
                candles);
    }

    private static DataUse use(LoadedSeries data) {
        CandleSeries candles = data.candles();
        List<Gap> gaps = SeriesCheck.gaps(candles, data.key().timeframe());
        return new DataUse(
                data.key().market(),
                data.key().timeframe(),
                candles.firstOpenMs(),
                candles.lastOpenMs(),
                candles.size(),
                gaps.size(),
                gaps.stream().mapToLong(Gap::missing).sum(),
                candles.fingerprint(),
                data.source());
    }

    /// To the microsecond, which every store keeps.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
