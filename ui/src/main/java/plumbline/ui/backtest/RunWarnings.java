package plumbline.ui.backtest;

import java.util.ArrayList;
import java.util.List;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.text.Numbers;
import plumbline.ui.text.Shown;
import plumbline.ui.text.Texts;

/// What speaks for and against a result, the gravest first.
final class RunWarnings {
    /// Below this many trades a mean says little about the next one.
    private static final int FEW_TRADES = 30;

    /// Shorter than this, a market has shown one of its faces only.
    private static final double SHORT_DAYS = 365;

    private static final double DAY_MS = 86_400_000;
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
        warnings.ruin();
        warnings.fewTrades();
        warnings.shortHistory();
        warnings.gaps();
        warnings.fills();
        warnings.costs();
        return warnings.all;
    }

    private void add(Kind kind, String explained, String key, Object... arguments) {
        all.add(new Warning(kind, Texts.of(key, arguments), Texts.of(explained)));
    }

    private void ruin() {
        if (run.result().ruined()) {
            add(Kind.BAD, "check.ruined.explained", "check.ruined");
        }
    }

    private void fewTrades() {
        int trades = run.result().trades().size();
        if (trades < FEW_TRADES) {
            String key = trades == 1 ? "check.fewTrades.one" : "check.fewTrades";
            add(Kind.WARN, "check.fewTrades.explained", key, trades);
        }
    }

    private void shortHistory() {
        double length = run.data().endMs() - run.data().fromMs();
        if (length < SHORT_DAYS * DAY_MS) {
            String text = Numbers.duration(length);
            add(Kind.WARN, "check.short.explained", "check.short", text);
        }
    }

    private void gaps() {
        String of = Numbers.fixed(run.data().candles() + run.data().missing(), 0);
        if (run.data().missing() == 0) {
            add(Kind.OK, "check.gaps.explained", "check.complete", of);
            return;
        }
        String gaps = Numbers.fixed(run.data().gaps(), 0);
        String missing = Numbers.fixed(run.data().missing(), 0);
        String key = run.data().gaps() == 1 ? "check.gap" : "check.gaps";
        add(Kind.WARN, "check.gaps.explained", key, gaps, missing, of);
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
        double gross = run.metrics().finalEquity() - run.assumptions().cash() + fees;
        if (fees == 0) {
            return;
        }
        String amount =
                Numbers.fixed(fees, Shown.moneyDecimals(fees)) + " " + run.data().market().quote();
        if (gross <= 0) {
            add(Kind.WARN, "check.fees.explained", "check.fees", amount);
            return;
        }
        double share = fees / gross;
        Kind kind = share > MUCH_OF_PROFIT ? Kind.WARN : Kind.INFO;
        add(kind, "check.fees.explained", "check.feeShare", amount, Numbers.percent(share, 0));
    }
}
