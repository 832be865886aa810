package plumbline.app.cli;

import java.util.List;
import java.util.Locale;
import plumbline.engine.analytics.Metrics;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.market.PriceDecimals;
import plumbline.engine.market.Timeframe;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.report.AssumptionText;
import plumbline.engine.text.Numbers;

/// A run as text for people.
final class RunText {
    private static final double DAY = Timeframe.D1.millis();

    private RunText() {}

    static String of(BacktestRun run, boolean withTrades) {
        StringBuilder text = new StringBuilder();
        head(text, run);
        text.append("\n\n").append(figures(run));
        warnings(text, run);
        if (withTrades && !run.result().trades().isEmpty()) {
            text.append("\n\n").append(trades(run));
        }
        return text.toString();
    }

    private static void head(StringBuilder text, BacktestRun run) {
        BacktestRun.DataUse data = run.data();
        text.append(run.strategy().title())
                .append(
                        run.strategy().parameters().isEmpty()
                                ? ""
                                : " (" + run.strategy().parameterText() + ")")
                .append(" on ")
                .append(data.market())
                .append(' ')
                .append(data.timeframe())
                .append(" (")
                .append(data.source())
                .append(")\n")
                .append(Moments.text(data.fromMs()))
                .append(" to ")
                .append(Moments.text(data.endMs()))
                .append(" UTC, ")
                .append(Numbers.fixed(data.candles(), 0))
                .append(" candles, ")
                .append(data.gaps())
                .append(data.gaps() == 1 ? " gap" : " gaps")
                .append(
                        data.gaps() > 0
                                ? " (" + Numbers.fixed(data.missing(), 0) + " missing)"
                                : "")
                .append('\n')
                .append(AssumptionText.of(run).line());
    }

    /// Of the amounts of a run: what shows its cash.
    private static int moneyDecimals(BacktestRun run) {
        return Numbers.moneyDecimals(run.assumptions().cash());
    }

    private static Table figures(BacktestRun run) {
        int places = moneyDecimals(run);
        Metrics m = run.metrics();
        String quote = run.data().market().quote();
        Table table =
                new Table("Result", ">Value", "", "Trades", ">Value")
                        .row(
                                "Final equity " + quote,
                                Numbers.fixed(m.finalEquity(), places),
                                "",
                                "Trades",
                                Numbers.fixed(m.trades(), 0))
                        .row(
                                "Total return",
                                Numbers.signedPercent(m.totalReturn(), 2),
                                "",
                                "Win rate",
                                Numbers.percent(m.winRate(), 1))
                        .row(
                                "Buy and hold",
                                Numbers.signedPercent(m.buyAndHoldReturn(), 2),
                                "",
                                "Profit factor",
                                Numbers.fixed(m.profitFactor(), 2))
                        .row(
                                "Growth a year",
                                Numbers.signedPercent(m.cagr(), 2),
                                "",
                                "Expectancy",
                                Numbers.signedPercent(m.expectancy(), 2))
                        .row(
                                "Volatility a year",
                                Numbers.percent(m.volatility(), 2),
                                "",
                                "Time in the market",
                                Numbers.percent(m.exposure(), 1));
        ratios(table, m, quote, places);
        return table;
    }

    private static void ratios(Table table, Metrics m, String quote, int places) {
        table.row(
                        "Sharpe ratio",
                        Numbers.fixed(m.sharpe(), 2),
                        "",
                        "Fees " + quote,
                        Numbers.fixed(m.fees(), places))
                .row(
                        "Sortino ratio",
                        Numbers.fixed(m.sortino(), 2),
                        "",
                        "Max. drawdown",
                        Numbers.percent(m.maxDrawdown(), 2))
                .row(
                        "Calmar ratio",
                        Numbers.fixed(m.calmar(), 2),
                        "",
                        "Longest drawdown",
                        Numbers.duration(m.maxDrawdownDays() * DAY)
                                + (m.maxDrawdownOpen() ? "+" : ""));
    }

    private static void warnings(StringBuilder text, BacktestRun run) {
        text.append('\n');
        run.warnings().forEach(warning -> text.append("\n! ").append(warning.text()));
        int ambiguous = run.result().ambiguousCandles();
        if (ambiguous > 0) {
            text.append("\n! ")
                    .append(Counts.of(ambiguous, "candle"))
                    .append(" touched both stop and take-profit; the stop was taken first.");
        }
        int unfilled = run.result().unfilledEntries();
        if (unfilled > 0) {
            text.append("\n! ")
                    .append(Counts.of(unfilled, "entry was", "entries were"))
                    .append(" left out: the equity did not cover a single unit.");
        }
        text.append("\nrun ")
                .append(run.identity().shortId())
                .append(String.format(Locale.ROOT, ", %.1f ms", run.identity().elapsedMs()))
                .append(run.warmup().isShort() ? "" : "; warm-up pass")
                .append("; look-ahead and luck were not checked");
    }

    private static Table trades(BacktestRun run) {
        List<Trade> trades = run.result().trades();
        int decimals = Math.max(2, PriceDecimals.of(run.candles()));
        int places = quantityDecimals(trades);
        int money = moneyDecimals(run);
        Table table =
                new Table(
                        ">#",
                        "Side",
                        "Entry",
                        "Exit",
                        ">Quantity",
                        ">Entry price",
                        ">Exit price",
                        ">Profit",
                        ">Return",
                        "Exit by");
        for (int i = 0; i < trades.size(); i++) {
            Trade trade = trades.get(i);
            table.row(
                    String.valueOf(i + 1),
                    trade.side().code(),
                    Moments.text(trade.entryTimeMs()),
                    Moments.text(trade.exitTimeMs()),
                    Numbers.fixed(trade.quantity(), places),
                    Numbers.fixed(trade.entryPrice(), decimals),
                    Numbers.fixed(trade.exitPrice(), decimals),
                    Numbers.signed(trade.profit(), money),
                    Numbers.signedPercent(trade.returnFraction(), 2),
                    trade.exitReason());
        }
        return table;
    }

    /// Six, or as many as show four digits of the smallest.
    private static int quantityDecimals(List<Trade> trades) {
        double smallest = trades.stream().mapToDouble(Trade::quantity).min().orElse(1);
        return Math.max(6, 3 - (int) Math.floor(Math.log10(smallest)));
    }
}
