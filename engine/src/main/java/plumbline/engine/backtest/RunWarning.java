package plumbline.engine.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.Numbers;

/// Something without which the figures of a run are easily misread.
///
/// @param text one sentence
public record RunWarning(Code code, String text) {
    /// Below so many trades their figures say little: the error of a mean of 30 is a fifth of their
    /// deviation.
    public static final int FEW_TRADES = 30;

    /// Below so many days figures a year are extrapolated.
    public static final int SHORT_DAYS = 365;

    private static final double SMALLEST_SHOWN = 0.005;

    /// What it is about.
    public enum Code {
        RUIN,
        FEW_TRADES,
        SHORT_HISTORY,
        GAPS,
        FIRST_INCOMPLETE,
        REVISED,
        WARMUP_SHORT;

        /// As it is written in results: `few-trades`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Those of a run, the gravest first.
    static List<RunWarning> of(BacktestRun run) {
        List<RunWarning> warnings = new ArrayList<>();
        if (run.result().ruined()) {
            warnings.add(new RunWarning(Code.RUIN, ruin(run)));
        }
        int trades = run.result().trades().size();
        if (trades < FEW_TRADES) {
            warnings.add(
                    new RunWarning(
                            Code.FEW_TRADES,
                            Numbers.counted(trades, "trade")
                                    + ": too few to say anything (under 30)."));
        }
        BacktestRun.DataUse data = run.data();
        double days = (data.endMs() - data.fromMs()) / (double) Timeframe.D1.millis();
        if (days < SHORT_DAYS) {
            warnings.add(
                    new RunWarning(
                            Code.SHORT_HISTORY,
                            Numbers.fixed(Math.floor(days * 10) / 10, days < 100 ? 1 : 0)
                                    + " days of candles: figures a year are extrapolated (under 365)."));
        }
        warnings.addAll(ofData(data));
        // a run that begins with the stored history has nothing before it, as everybody expects
        if (run.warmup().isShort() && run.warmup().given() > 0) {
            warnings.add(new RunWarning(Code.WARMUP_SHORT, warmup(run.warmup())));
        }
        return warnings;
    }

    private static List<RunWarning> ofData(BacktestRun.DataUse data) {
        List<RunWarning> warnings = new ArrayList<>();
        if (data.gaps() > 0) {
            warnings.add(
                    new RunWarning(
                            Code.GAPS,
                            Numbers.counted(data.gaps(), "gap")
                                    + " in the candles, "
                                    + Numbers.fixed(data.missing(), 0)
                                    + " missing: what happened there is not in the figures."));
        }
        if (data.firstIncomplete()) {
            warnings.add(
                    new RunWarning(
                            Code.FIRST_INCOMPLETE,
                            "The stored candles begin within the first "
                                    + data.timeframe()
                                    + " candle: it may lack its beginning."));
        }
        if (data.revised() > 0) {
            warnings.add(
                    new RunWarning(
                            Code.REVISED,
                            Numbers.counted(data.revised(), "candle")
                                    + " of "
                                    + data.market()
                                    + " were given otherwise by their source later, and replaced:"
                                    + " results from before are of other candles (plumbline data gaps)."));
        }
        return warnings;
    }

    private static String ruin(BacktestRun run) {
        double owed = run.result().writtenOff();
        String quote = run.data().market().quote();
        return "Ruined: all equity was lost and the run ended there"
                + (owed >= SMALLEST_SHOWN
                        ? "; "
                                + Numbers.fixed(owed, 2)
                                + " "
                                + quote
                                + " owed beyond zero were written off."
                        : ".");
    }

    private static String warmup(BacktestRun.Warmup warmup) {
        return "Warm-up short: "
                + Numbers.fixed(warmup.given(), 0)
                + " of "
                + Numbers.counted(warmup.needed(), "candle")
                + " before the range; its first decisions may differ.";
    }
}
