package plumbline.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import plumbline.engine.analytics.Metrics;
import plumbline.engine.backtest.BacktestResult;
import plumbline.engine.backtest.Backtester;
import plumbline.engine.backtest.JobControl;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;
import plumbline.engine.strategy.Strategy;

/// CPU time of the whole process, garbage collection included, of the same run by Plumbline and by
/// ta4j in turns, and the ratio of the medians.
public final class PeerCpuTime {
    private static final int ROUNDS = 11;

    private PeerCpuTime() {}

    public static void main(String[] arguments) {
        CandleSeries candles = Candles.exactWalk(BacktestBenchmark.CANDLES);
        Ta4jCross ta4j = new Ta4jCross(candles, BacktestBenchmark.FEE);
        Strategy cross =
                BacktestBenchmark.strategy("sma-cross", Map.of("fast", "10", "slow", "50"));
        Supplier<Object> ours =
                () -> {
                    BacktestResult result =
                            Backtester.run(
                                    cross,
                                    BacktestBenchmark.MARKET,
                                    candles,
                                    BacktestBenchmark.ASSUMPTIONS,
                                    JobControl.NONE);
                    return Metrics.of(result.equity(), result.trades(), candles, Timeframe.M1, 365);
                };
        BacktestBenchmark.checkSameTrades(
                Backtester.run(
                                cross,
                                BacktestBenchmark.MARKET,
                                candles,
                                BacktestBenchmark.ASSUMPTIONS,
                                JobControl.NONE)
                        .trades(),
                ta4j.run(10, 50));
        double[] plumbline = new double[ROUNDS];
        double[] peer = new double[ROUNDS];
        for (int round = -4; round < ROUNDS; round++) {
            double a = cpuNanosPerCandle(ours, 20);
            double b = cpuNanosPerCandle(() -> ta4j.run(10, 50), 1);
            if (round >= 0) {
                plumbline[round] = a;
                peer[round] = b;
            }
        }
        Arrays.sort(plumbline);
        Arrays.sort(peer);
        double a = plumbline[ROUNDS / 2];
        double b = peer[ROUNDS / 2];
        System.out.printf(
                Locale.ROOT,
                "CPU time, ns a candle, medians of %d: Plumbline %.1f (%.0f M candles/s), ta4j %.1f;"
                        + " ratio %.1f%n",
                ROUNDS,
                a,
                1000 / a,
                b,
                b / a);
    }

    private static double cpuNanosPerCandle(Supplier<Object> work, int times) {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = system.getProcessCpuTime();
        Object last = null;
        for (int i = 0; i < times; i++) {
            last = work.get();
        }
        double spent = system.getProcessCpuTime() - start;
        if (last == null) {
            throw new IllegalStateException("nothing was computed");
        }
        return spent / times / BacktestBenchmark.CANDLES;
    }
}
