package plumbline.ui.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plumbline.engine.backtest.Assumptions.Fill;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.Decisions;
import plumbline.engine.strategy.PositionSide;
import plumbline.engine.strategy.Signal;
import plumbline.engine.strategy.Strategy;
import plumbline.engine.strategy.Study;
import plumbline.ui.chart.ChartStudy;
import plumbline.ui.chart.LineStudy;

/// What a run went by, for the chart: what its strategy says of itself, and the stop of each trade.
///
/// Threads: any thread but the FX thread; it looks at every candle.
final class RunStudies {
    private static final int STOP = 6;

    private final BacktestRun run;
    private final Strategy strategy;
    private final CandleSeries fed;
    private final int warmup;

    private RunStudies(BacktestRun run, Strategy strategy, CandleSeries stored) {
        this.run = run;
        this.strategy = strategy;
        warmup = run.warmup().given();
        int first = stored.firstAtOrAfter(run.candles().firstOpenMs());
        fed = stored.slice(first - warmup, first + run.candles().size());
    }

    /// @param strategy the one of the run
    /// @param stored the candles of the run and those before them that fed it
    static List<ChartStudy> of(BacktestRun run, Strategy strategy, CandleSeries stored) {
        return new RunStudies(run, strategy, stored).all();
    }

    private List<ChartStudy> all() {
        List<ChartStudy> all = new ArrayList<>();
        int series = 1;
        for (Study study : strategy.studies(fed)) {
            double[] values = Arrays.copyOfRange(study.values(), warmup, fed.size());
            LineStudy line = new LineStudy(study.name(), series++, values);
            all.add(
                    study.isPrice()
                            ? ChartStudy.overCandles(line)
                            : ChartStudy.inPane(line, study.levels()));
        }
        LineStudy stops = stops();
        if (!Arrays.stream(stops.values()).allMatch(Double::isNaN)) {
            all.add(ChartStudy.overCandles(stops));
        }
        return all;
    }

    private LineStudy stops() {
        double[] out = new double[run.candles().size()];
        Arrays.fill(out, Double.NaN);
        Decisions decisions = strategy.over(fed);
        for (Trade trade : run.result().trades()) {
            double distance = stopDistance(decisions, trade);
            double away = trade.side() == PositionSide.LONG ? -distance : distance;
            Arrays.fill(out, trade.entryIndex(), trade.exitIndex() + 1, trade.entryPrice() + away);
        }
        return new LineStudy("Stop", STOP, out, true);
    }

    /// `NaN` if the trade has no stop.
    private double stopDistance(Decisions decisions, Trade trade) {
        boolean isAtClose = run.assumptions().fill() == Fill.CLOSE;
        int entry = warmup + trade.entryIndex();
        int decided = Math.max(0, isAtClose ? entry : entry - 1);
        return decisions.at(decided, PositionSide.FLAT) instanceof Signal.Target target
                ? target.brackets().stop().fromEntry(trade.entryPrice())
                : Double.NaN;
    }
}
