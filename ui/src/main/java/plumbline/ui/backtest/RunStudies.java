package plumbline.ui.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import plumbline.engine.backtest.Assumptions.Fill;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.indicator.Atr;
import plumbline.engine.indicator.Ema;
import plumbline.engine.indicator.RollingExtreme;
import plumbline.engine.indicator.Sma;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.PositionSide;
import plumbline.ui.chart.LineStudy;

/// What a run went by, as lines over its candles: averages, channels, and the stop of each trade. A
/// strategy that goes by something without a price (the RSI) has its stops only.
///
/// Threads: any thread but the FX thread; it looks at every candle.
final class RunStudies {
    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int STOP = 6;

    private final BacktestRun run;
    private final CandleSeries candles;
    private final Map<String, Object> values;
    private final List<LineStudy> lines = new ArrayList<>();

    private RunStudies(BacktestRun run) {
        this.run = run;
        candles = run.candles();
        values = run.strategy().parameters();
    }

    static List<LineStudy> of(BacktestRun run) {
        RunStudies studies = new RunStudies(run);
        studies.rules();
        studies.stops();
        return studies.lines;
    }

    private void rules() {
        switch (run.strategy().name()) {
            case "sma-cross" -> {
                average("SMA ", "fast", FIRST, Sma::compute);
                average("SMA ", "slow", SECOND, Sma::compute);
            }
            case "ema-cross" -> {
                average("EMA ", "fast", FIRST, Ema::compute);
                average("EMA ", "slow", SECOND, Ema::compute);
            }
            case "donchian-breakout" -> channels();
            default -> {}
        }
    }

    private interface Kernel {
        void compute(double[] in, int period, double[] out);
    }

    private void average(String name, String parameter, int series, Kernel kernel) {
        double[] out = new double[candles.size()];
        kernel.compute(candles.close(), whole(parameter), out);
        lines.add(new LineStudy(name + whole(parameter), series, out));
    }

    /// The lines that a close has to break: those as of the candle before.
    private void channels() {
        String side = String.valueOf(values.get("side"));
        int entry = whole("entry");
        int exit = whole("exit");
        boolean goesLong = !side.equals("short");
        boolean goesShort = !side.equals("long");
        if (goesLong) {
            channel("High ", entry, FIRST, candles.high(), RollingExtreme::highest);
            channel("Low ", exit, SECOND, candles.low(), RollingExtreme::lowest);
        }
        if (goesShort && !(goesLong && entry == exit)) {
            channel("Low ", entry, FIRST, candles.low(), RollingExtreme::lowest);
            channel("High ", exit, SECOND, candles.high(), RollingExtreme::highest);
        }
    }

    private void channel(String name, int period, int series, double[] in, Kernel kernel) {
        double[] out = new double[in.length];
        kernel.compute(in, period, out);
        System.arraycopy(out, 0, out, 1, Math.max(0, out.length - 1));
        out[0] = Double.NaN;
        lines.add(new LineStudy(name + period, series, out));
    }

    private void stops() {
        if (!(values.get("stop") instanceof Double stop) || stop == 0) {
            return;
        }
        double[] range = averageTrueRange();
        double[] out = new double[candles.size()];
        Arrays.fill(out, Double.NaN);
        for (Trade trade : run.result().trades()) {
            double distance =
                    range.length == 0
                            ? stop * trade.entryPrice()
                            : stop * range[Math.max(0, decidedAt(trade))];
            double away = trade.side() == PositionSide.LONG ? -distance : distance;
            Arrays.fill(out, trade.entryIndex(), trade.exitIndex() + 1, trade.entryPrice() + away);
        }
        lines.add(new LineStudy("Stop", STOP, out, true));
    }

    /// Empty if stops are not measured in it.
    private double[] averageTrueRange() {
        if (!values.containsKey("atr")) {
            return new double[0];
        }
        double[] range = new double[candles.size()];
        Atr.compute(candles.high(), candles.low(), candles.close(), whole("atr"), range);
        return range;
    }

    private int decidedAt(Trade trade) {
        return run.assumptions().fill() == Fill.CLOSE ? trade.entryIndex() : trade.entryIndex() - 1;
    }

    private int whole(String parameter) {
        return values.get(parameter) instanceof Integer value ? value : 1;
    }
}
