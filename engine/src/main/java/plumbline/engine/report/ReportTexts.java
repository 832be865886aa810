package plumbline.engine.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plumbline.engine.analytics.Metrics;
import plumbline.engine.analytics.TradeStatistics;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.RunWarning;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.Numbers;

/// The words and numbers of the summary page. Says what was measured, not what to do.
final class ReportTexts {
    private static final double DAY = Timeframe.D1.millis();
    private static final int HASH_DIGITS = 16;
    private static final int MOST_PARAMETER_TEXT = 72;
    private static final int MOST_TITLE_NUMBERS = 3;
    private static final int MOST_TITLE = 36;
    private static final int LETTERS_A_LINE = 38;
    private static final double LINE_MM = 3.3;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final BacktestRun run;
    private final Metrics ours;
    private final Metrics hold;
    private final TradeStatistics trades;
    private final String quote;

    ReportTexts(BacktestRun run, Metrics hold) {
        this.run = run;
        this.ours = run.metrics();
        this.hold = hold;
        this.trades = TradeStatistics.of(run.result().trades());
        this.quote = run.data().market().quote();
    }

    String title() {
        String numbers =
                run.strategy().parameters().values().stream()
                        .filter(Integer.class::isInstance)
                        .map(Object::toString)
                        .limit(MOST_TITLE_NUMBERS)
                        .collect(Collectors.joining("/"));
        return numbers.isEmpty() ? run.strategy().title() : run.strategy().title() + " " + numbers;
    }

    String subtitle() {
        double days = (run.data().endMs() - run.data().fromMs()) / DAY;
        String span =
                days >= 730
                        ? Numbers.fixed(days / 365, 1) + " years"
                        : days >= 60
                                ? Numbers.fixed(days / 30.4, 0) + " months"
                                : Numbers.fixed(days, 1) + " days";
        return "Backtest on "
                + run.data().market().pair()
                + ", candles of "
                + run.data().timeframe()
                + ", "
                + span
                + " ("
                + run.data().source()
                + ")";
    }

    /// Label and value, in rows of four.
    List<List<Map<String, Object>>> provenance() {
        AssumptionText assumed = AssumptionText.of(run);
        double cash = run.assumptions().cash();
        return List.of(
                List.of(
                        field("Strategy", strategy()),
                        field("Market", market()),
                        field("Period", period()),
                        field("Start capital", Numbers.fixed(cash, 2) + " " + quote)),
                List.of(
                        field("Parameters", parameters()),
                        field("Costs", assumed.costs()),
                        field("Fills", assumed.fills()),
                        field("Quantities", assumed.quantities())),
                List.of(
                        hash("Data hash", run.data().hash()),
                        hash("Run hash", run.identity().hash()),
                        field("Engine", "plumbline " + run.identity().engineVersion()),
                        field("Created", MINUTE.format(utc(run.identity().createdAt())) + " UTC")));
    }

    private String strategy() {
        return run.strategy().name() + ", version " + run.strategy().version();
    }

    private String market() {
        return run.data().market() + ", " + run.data().source();
    }

    /// What long names take beyond one line each, in millimetres.
    double extraHeight() {
        int first = Math.max(lines(strategy()), lines(market()));
        return (first + lines(parameters()) - 2) * LINE_MM;
    }

    private static int lines(String value) {
        return 1 + (value.length() - 1) / LETTERS_A_LINE;
    }

    boolean isTitleLong() {
        return title().length() > MOST_TITLE;
    }

    private static Map<String, Object> field(String label, String value) {
        return Map.of("label", label, "value", value, "mono", false);
    }

    private static Map<String, Object> hash(String label, String value) {
        String digits = value.substring(value.indexOf(':') + 1).substring(0, HASH_DIGITS);
        int half = HASH_DIGITS / 2;
        return Map.of(
                "label",
                label,
                "value",
                digits.substring(0, half) + " " + digits.substring(half),
                "mono",
                true);
    }

    private String period() {
        Instant from = Instant.ofEpochMilli(run.data().fromMs());
        Instant to = Instant.ofEpochMilli(run.data().toMs());
        return DATE.format(utc(from))
                + " to "
                + DATE.format(utc(to))
                + ", "
                + run.data().timeframe();
    }

    private String parameters() {
        String text = run.strategy().parameterText();
        if (text.length() <= MOST_PARAMETER_TEXT) {
            return text.isEmpty() ? "none" : text;
        }
        int end = text.lastIndexOf(", ", MOST_PARAMETER_TEXT);
        String shown = end < 0 ? "" : text.substring(0, end);
        long more = Arrays.stream(text.substring(end + 1).split(", ")).count();
        return shown + " and " + more + " more";
    }

    /// See [TrustFacts].
    List<Map<String, Object>> facts() {
        return new TrustFacts(run, trades).all();
    }

    String verdictHead() {
        return run.result().ruined() ? "Invalid." : "Not proven.";
    }

    /// What was measured, and why it proves nothing yet.
    String verdict() {
        if (run.result().ruined()) {
            return "The account was ruined: all equity was lost on "
                    + DATE.format(utc(lastEquityTime()))
                    + ", and the run ended there."
                    + (run.result().writtenOff() > 0
                            ? " What was owed beyond zero, "
                                    + money(run.result().writtenOff())
                                    + " "
                                    + quote
                                    + ", is written off."
                            : "");
        }
        String held = "buying and holding returned " + percent(hold.totalReturn(), 1);
        String result =
                run.result().trades().isEmpty()
                        ? "The strategy made no trade in this period, while " + held + "."
                        : "The account "
                                + (ours.totalReturn() >= 0 ? "gained " : "lost ")
                                + percent(Math.abs(ours.totalReturn()), 1)
                                + " after costs with "
                                + Numbers.counted(ours.trades(), "trade")
                                + ", while "
                                + held
                                + ".";
        return result + " Look-ahead and luck were not checked.";
    }

    private Instant lastEquityTime() {
        long[] time = run.result().equity().openTime();
        return Instant.ofEpochMilli(time[time.length - 1]);
    }

    /// Name, unit, strategy, buy and hold.
    List<Map<String, Object>> keyFigures() {
        return List.of(
                row("Final equity", quote, money(ours.finalEquity()), money(hold.finalEquity())),
                row("Total return", "%", signed(ours.totalReturn()), signed(hold.totalReturn())),
                row("Growth a year (CAGR)", "%", signed(ours.cagr()), signed(hold.cagr())),
                row(
                        "Volatility",
                        "% a year",
                        hundred(ours.volatility()),
                        hundred(hold.volatility())),
                row("Sharpe ratio", "", two(ours.sharpe()), two(hold.sharpe())),
                row("Sortino ratio", "", two(ours.sortino()), two(hold.sortino())),
                row("Calmar ratio", "", two(ours.calmar()), two(hold.calmar())),
                row("Max. drawdown", "%", hundred(ours.maxDrawdown()), hundred(hold.maxDrawdown())),
                row("Longest drawdown", "days", days(ours), days(hold)),
                row("Time in the market", "%", hundred(ours.exposure()), Numbers.fixed(100, 2)),
                row("Profit factor", "", two(ours.profitFactor()), Numbers.NONE),
                row("Trades", "", Numbers.fixed(ours.trades(), 0), Numbers.NONE));
    }

    private static Map<String, Object> row(String name, String unit, String ours, String hold) {
        return Map.of("name", name, "unit", unit, "ours", ours, "hold", hold, "part", false);
    }

    /// A part of the figure above it, in money.
    private Map<String, Object> part(String name, double profit) {
        return Map.of("name", name, "unit", quote, "ours", Numbers.signed(profit, 2), "part", true);
    }

    private static String days(Metrics metrics) {
        return Numbers.fixed(metrics.maxDrawdownDays(), 1) + (metrics.maxDrawdownOpen() ? "+" : "");
    }

    /// Name, unit and value.
    List<Map<String, Object>> tradeFigures() {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(row("Trades, long / short", "", trades.longs() + " / " + trades.shorts(), ""));
        rows.add(row("Win rate", "%", hundred(ours.winRate()), ""));
        rows.add(
                row(
                        "Mean win / mean loss",
                        "%",
                        signed(trades.meanWin()) + " / " + signed(trades.meanLoss()),
                        ""));
        rows.add(row("Expectancy", "% a trade", signed(ours.expectancy()), ""));
        rows.add(row("Net profit", quote, Numbers.signed(trades.netProfit(), 2), ""));
        if (trades.longs() > 0 && trades.shorts() > 0) {
            rows.add(part("from longs", trades.netProfitLongs()));
            rows.add(part("from shorts", trades.netProfitShorts()));
        }
        rows.add(
                part(
                        "without the " + TradeStatistics.BEST + " best",
                        ours.trades() > TradeStatistics.BEST
                                ? trades.netProfitWithoutBest()
                                : Double.NaN));
        rows.add(row("Fees paid", quote, Numbers.fixed(ours.fees(), 2), ""));
        rows.add(row("Median time held", "", Numbers.duration(trades.medianHeldMs()), ""));
        rows.add(
                row(
                        "Longest losing streak",
                        "trades",
                        Numbers.fixed(trades.longestLosingStreak(), 0),
                        ""));
        return rows;
    }

    /// What has to be known beside the figures; the ruin is in the verdict already.
    String warnings() {
        return run.warnings().stream()
                .filter(w -> w.code() != RunWarning.Code.RUIN)
                .map(RunWarning::text)
                .collect(Collectors.joining(" "));
    }

    String notes() {
        StringBuilder notes = new StringBuilder("+: not recovered at the end.");
        if (Double.isNaN(ours.cagr())) {
            notes.append(" Growth a year is not stated of less than 30 days.");
        }
        if (run.result().unfilledEntries() > 0) {
            int left = run.result().unfilledEntries();
            notes.append(' ')
                    .append(Numbers.fixed(left, 0))
                    .append(left == 1 ? " entry was" : " entries were")
                    .append(" left out, as the equity did not cover a single unit.");
        }
        return notes.toString();
    }

    String footer() {
        return "Net of fees and slippage; no funding, borrowing or market impact. Times UTC. Ratios of daily"
                + " returns, annualised over "
                + AssumptionText.of(run).days()
                + "; risk-free rate 0 %.";
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static String money(double value) {
        return Numbers.fixed(value, 2);
    }

    private static String two(double value) {
        return Numbers.fixed(value, 2);
    }

    private static String hundred(double fraction) {
        return Numbers.fixed(fraction * 100, 2);
    }

    private static String signed(double fraction) {
        return Numbers.signed(fraction * 100, 2);
    }

    private static String percent(double fraction, int decimals) {
        return Numbers.percent(fraction, decimals);
    }
}
