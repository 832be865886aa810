package plumbline.engine.report;

import java.util.List;
import java.util.Map;
import plumbline.engine.analytics.TradeStatistics;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.RunWarning;
import plumbline.engine.text.Numbers;

/// Five things on which trust in a result rests: each with a name, a state, a number and a line,
/// and a value at the line's end that is not broken.
final class TrustFacts {
    private static final int MOST_QUOTE = 5;

    private final BacktestRun run;
    private final TradeStatistics trades;
    private final String quote;

    TrustFacts(BacktestRun run, TradeStatistics trades) {
        this.run = run;
        this.trades = trades;
        this.quote = run.data().market().quote();
    }

    List<Map<String, Object>> all() {
        return List.of(
                notRun("Look-ahead", "no trade was checked on data cut off"),
                data(),
                notRun("Luck", "trials were not counted, nor chance estimated"),
                costs(),
                sample());
    }

    private Map<String, Object> data() {
        BacktestRun.DataUse data = run.data();
        double present = data.candles() / (double) (data.candles() + data.missing());
        String gaps =
                data.gaps() == 0
                        ? "no gaps"
                        : Numbers.counted(data.gaps(), "gap")
                                + ", "
                                + Numbers.counted(data.missing(), "candle");
        return measured("Data", Numbers.percent(present, 2), "of candles present; " + gaps, "");
    }

    private Map<String, Object> costs() {
        double fees = run.metrics().fees();
        double part = run.feeShare();
        boolean brief = quote.length() <= MOST_QUOTE;
        String paid = fees < 1e8 ? Numbers.fixed(fees, 0) : Numbers.compact(fees);
        String share =
                Double.isNaN(part)
                        ? "of fees; there was no profit before fees"
                        : "of fees: " + Numbers.percent(part, 0) + " of the profit before fees";
        return measured(
                "Costs",
                brief ? paid + " " + quote : paid,
                brief ? share : quote + " " + share,
                "");
    }

    private Map<String, Object> sample() {
        int count = run.metrics().trades();
        String number = Numbers.counted(count, "trade");
        int ambiguous = run.result().ambiguousCandles();
        String doubt = ambiguous > 0 ? Numbers.counted(ambiguous, "ambiguous candle") + "; " : "";
        return count < RunWarning.FEW_TRADES
                ? measured("Sample", number, doubt + "too few to say anything", "")
                : measured(
                        "Sample",
                        number,
                        doubt + "without the " + TradeStatistics.BEST + " best:",
                        money(trades.netProfitWithoutBest()));
    }

    private String money(double value) {
        return (Math.abs(value) < 1e8 ? Numbers.signed(value, 0) : Numbers.compact(value))
                + " "
                + quote;
    }

    private static Map<String, Object> notRun(String name, String line) {
        return fact(name, "Not run", Numbers.NONE, line, "");
    }

    private static Map<String, Object> measured(
            String name, String number, String line, String value) {
        return fact(name, "", number, line, value);
    }

    private static Map<String, Object> fact(
            String name, String state, String number, String line, String value) {
        return Map.of(
                "name",
                name,
                "state",
                state,
                "number",
                number,
                "line",
                line,
                "value",
                value,
                "notRun",
                !state.isEmpty());
    }
}
