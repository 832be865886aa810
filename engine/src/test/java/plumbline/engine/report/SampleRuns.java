package plumbline.engine.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.BacktestRunner;
import plumbline.engine.backtest.JobControl;
import plumbline.engine.backtest.RunData;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.library.BuiltInStrategies;
import plumbline.resources.AppResources;

/// Runs to report on, ordinary ones and odd ones.
public final class SampleRuns {
    static final Assumptions COSTS = Assumptions.DEFAULT.withFee(0.001).withSlippage(0.0002);

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

    private SampleRuns() {}

    static Reports reports() {
        return new Reports(
                new ReportAssets(
                        new String(bytes("reports/one-page.peb"), StandardCharsets.UTF_8),
                        bytes("fonts/Roboto-Regular.ttf"),
                        bytes("fonts/Roboto-Medium.ttf"),
                        bytes("fonts/Roboto-Bold.ttf"),
                        bytes("fonts/JetBrainsMono-Regular.ttf")));
    }

    /// A bundled file.
    public static byte[] bytes(String path) {
        try (InputStream in = AppResources.open(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A year and a half of hours, turning from long to short, with stops.
    public static BacktestRun ordinary() {
        return run(
                "ema-cross",
                Map.of("side", "both", "stop", "5%", "fast", "24", "slow", "72"),
                walk(Timeframe.H1, 13_000, 30_000),
                Timeframe.H1,
                COSTS);
    }

    static BacktestRun run(
            String strategy,
            Map<String, String> settings,
            CandleSeries candles,
            Timeframe timeframe,
            Assumptions assumptions) {
        StrategyDefinition definition = BuiltInStrategies.library().find(strategy);
        return run(definition, settings, loaded("file:TEST/USD", candles, timeframe), assumptions);
    }

    static LoadedSeries loaded(String market, CandleSeries candles, Timeframe timeframe) {
        SeriesKey key = new SeriesKey(MarketId.parse(market), timeframe);
        return new LoadedSeries(key, candles.between(TimeRange.ALL), "made up", timeframe);
    }

    static BacktestRun run(
            StrategyDefinition definition,
            Map<String, String> settings,
            LoadedSeries loaded,
            Assumptions assumptions) {
        return new BacktestRunner("0.0.0-test", CLOCK)
                .run(definition, definition.values(settings), loaded, assumptions, JobControl.NONE);
    }

    /// Over hours, the first of which only warm up.
    static BacktestRun after(
            int warmup, String strategy, Map<String, String> settings, CandleSeries candles) {
        StrategyDefinition definition = BuiltInStrategies.library().find(strategy);
        TimeRange range = new TimeRange(candles.openTime()[warmup], Long.MAX_VALUE);
        RunData data = RunData.within(loaded("file:TEST/USD", candles, Timeframe.H1), range);
        return new BacktestRunner("0.0.0-test", CLOCK)
                .run(definition, definition.values(settings), data, COSTS, JobControl.NONE);
    }

    /// A random walk from 2016-01-01 on.
    static CandleSeries walk(Timeframe timeframe, int n, double price) {
        return drifting(timeframe, n, price, 0);
    }

    /// The same, falling or rising by `drift` a candle on average.
    static CandleSeries drifting(Timeframe timeframe, int n, double start, double drift) {
        Random random = new Random(42);
        CandleSeries.Builder out = CandleSeries.builder(n);
        double price = start;
        long time = Instant.parse("2016-01-01T00:00:00Z").toEpochMilli();
        for (int i = 0; i < n; i++) {
            double open = price;
            price *= Math.exp(drift + 0.01 * random.nextGaussian());
            double high = Math.max(open, price) * 1.002;
            double low = Math.min(open, price) * 0.998;
            out.add(time, open, high, low, price, 1 + random.nextInt(100));
            time = timeframe.next(time);
        }
        return out.build();
    }
}
