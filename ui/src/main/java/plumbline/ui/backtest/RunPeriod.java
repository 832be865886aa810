package plumbline.ui.backtest;

import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.RunData;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// Which candles of the chart a run trades on. Those before them feed its indicators.
sealed interface RunPeriod {

    /// What it is called where room is short.
    String title();

    /// The time that is meant on some candles.
    TimeRange on(CandleSeries candles, Timeframe timeframe);

    /// At most so many candles before it feed indicators.
    default int mostWarmup() {
        return Integer.MAX_VALUE;
    }

    /// The candles of a run.
    ///
    /// @throws IllegalArgumentException if there are none in the period
    default RunData of(LoadedSeries all) {
        TimeRange range = on(all.candles(), all.key().timeframe());
        if (all.candles().between(range).isEmpty()) {
            throw new IllegalArgumentException(
                    Texts.of("strip.period.nothing", all.key().market().pair(), dates(range)));
        }
        return RunData.within(all, range).withMostWarmup(mostWarmup());
    }

    /// `2013-11-18 – 2013-11-25`: the first and the last day.
    static String dates(TimeRange range) {
        return UtcTimes.date(range.fromMs())
                + " – "
                + UtcTimes.date(Math.max(range.fromMs(), range.toMs() - 1));
    }

    /// All candles there are.
    record All() implements RunPeriod {
        @Override
        public String title() {
            return Texts.of("strip.period.all");
        }

        @Override
        public TimeRange on(CandleSeries candles, Timeframe timeframe) {
            return TimeRange.ALL;
        }
    }

    /// The newest days.
    record Newest(int days) implements RunPeriod {
        static final int YEAR = 365;

        @Override
        public String title() {
            return days == YEAR
                    ? Texts.of("strip.period.year")
                    : Texts.of("strip.period.days", days);
        }

        @Override
        public TimeRange on(CandleSeries candles, Timeframe timeframe) {
            long to = candles.span(timeframe).toMs();
            return new TimeRange(to - days * Timeframe.D1.millis(), to);
        }
    }

    /// A time that somebody chose.
    record Between(TimeRange range, int mostWarmup) implements RunPeriod {
        Between(TimeRange range) {
            this(range, Integer.MAX_VALUE);
        }

        @Override
        public String title() {
            return Texts.of("strip.period.own");
        }

        @Override
        public TimeRange on(CandleSeries candles, Timeframe timeframe) {
            return range;
        }
    }

    /// The time of the run that is shown, else the one that is chosen; empty if none is.
    static TimeRange shownBy(BacktestViewModel model) {
        BacktestRun shown = model.runProperty().get();
        if (shown != null) {
            return new TimeRange(shown.data().fromMs(), shown.data().endMs());
        }
        return model.periodProperty().get() instanceof Between chosen
                ? chosen.range()
                : new TimeRange(0, 0);
    }

    /// What gives the same candles as a former run had.
    static RunPeriod like(FormerRun former, LoadedSeries shown) {
        TimeRange range = former.range();
        TimeRange all = shown.candles().span(shown.key().timeframe());
        boolean isAll = range.fromMs() <= all.fromMs() && range.toMs() >= all.toMs();
        return isAll ? new All() : new Between(range, former.warmup());
    }
}
