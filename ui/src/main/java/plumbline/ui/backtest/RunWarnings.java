package plumbline.ui.backtest;

import java.util.ArrayList;
import java.util.List;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.RunWarning;
import plumbline.engine.text.Numbers;
import plumbline.ui.text.Texts;

/// What speaks for and against a result, the gravest first.
final class RunWarnings {
    /// Fees that took more of the profit are worth a second look.
    private static final double MUCH_OF_PROFIT = 0.5;

    private final BacktestRun run;
    private final List<Warning> all = new ArrayList<>();

    /// How grave a warning is; `OK` speaks for the result.
    enum Kind {
        BAD,
        WARN,
        INFO,
        OK
    }

    /// @param explained what it means
    record Warning(Kind kind, String text, String explained) {}

    private RunWarnings(BacktestRun run) {
        this.run = run;
    }

    /// The warnings of a run.
    static List<Warning> of(BacktestRun run) {
        RunWarnings warnings = new RunWarnings(run);
        warnings.carried();
        warnings.fills();
        warnings.costs();
        return warnings.all;
    }

    private void add(Kind kind, String explained, String key, Object... arguments) {
        all.add(new Warning(kind, Texts.of(key, arguments), Texts.of(explained)));
    }

    /// What every result carries with it, and that there are no gaps if there are none.
    private void carried() {
        for (RunWarning warning : run.warnings()) {
            Kind kind = warning.code() == RunWarning.Code.RUIN ? Kind.BAD : Kind.WARN;
            all.add(new Warning(kind, text(warning.code()), warning.text()));
        }
        if (run.data().gaps() == 0) {
            String of = Numbers.fixed(run.data().candles(), 0);
            add(Kind.OK, "check.complete.explained", "check.complete", of);
        }
    }

    private String text(RunWarning.Code code) {
        return switch (code) {
            case RUIN -> Texts.of("check.ruin");
            case FEW_TRADES -> {
                int trades = run.result().trades().size();
                yield Texts.of("check.fewTrades", Numbers.counted(trades, "trade"));
            }
            case SHORT_HISTORY -> {
                double length = run.data().endMs() - (double) run.data().fromMs();
                yield Texts.of("check.shortHistory", Numbers.duration(length));
            }
            case GAPS ->
                    Texts.of(
                            "check.gaps",
                            Numbers.counted(run.data().gaps(), "gap"),
                            Numbers.fixed(run.data().missing(), 0),
                            Numbers.fixed(run.data().candles() + run.data().missing(), 0));
            case FIRST_INCOMPLETE -> Texts.of("check.firstIncomplete");
            case REVISED ->
                    Texts.of("check.revised", Numbers.counted(run.data().revised(), "candle"));
            case WARMUP_SHORT ->
                    Texts.of(
                            "check.warmupShort",
                            Numbers.fixed(run.warmup().given(), 0),
                            Numbers.fixed(run.warmup().needed(), 0));
        };
    }

    private void fills() {
        int ambiguous = run.result().ambiguousCandles();
        if (ambiguous > 0) {
            add(Kind.INFO, "check.ambiguous.explained", "check.ambiguous", ambiguous);
        }
        int unfilled = run.result().unfilledEntries();
        if (unfilled > 0) {
            add(Kind.WARN, "check.unfilled.explained", "check.unfilled", unfilled);
        }
    }

    private void costs() {
        double fees = run.metrics().fees();
        if (fees == 0) {
            return;
        }
        String amount =
                Numbers.fixed(fees, Numbers.moneyDecimals(fees))
                        + " "
                        + run.data().market().quote();
        double share = run.feeShare();
        if (Double.isNaN(share)) {
            add(Kind.WARN, "check.fees.explained", "check.fees", amount);
            return;
        }
        Kind kind = share > MUCH_OF_PROFIT ? Kind.WARN : Kind.INFO;
        add(kind, "check.fees.explained", "check.feeShare", amount, Numbers.percent(share, 0));
    }
}
