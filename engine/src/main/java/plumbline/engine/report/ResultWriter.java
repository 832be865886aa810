package plumbline.engine.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.engine.analytics.Metrics;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.Assumptions.Units;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.RunWarning;
import plumbline.engine.portfolio.Trade;

/// The result document of a run: the contract with other programs. `docs/results.md` explains it.
///
/// What is not computed yet (look-ahead, the statistics of luck) says so or is `null`.
public final class ResultWriter {
    private static final String NOT_RUN = "not-run";

    private ResultWriter() {}

    /// The whole document as text; the same run gives the same bytes.
    public static String text(BacktestRun run) {
        return Json.text(document(run));
    }

    /// The whole document as a tree, see [Json].
    public static Map<String, Object> document(BacktestRun run) {
        Map<String, Object> document = summary(run);
        document.put("trades", run.result().trades().stream().map(ResultWriter::trade).toList());
        return document;
    }

    /// The document without the trades.
    static Map<String, Object> summary(BacktestRun run) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run", identity(run));
        document.put("strategy", strategy(run));
        document.put("data", List.of(data(run)));
        document.put("assumptions", assumptions(run));
        document.put("metrics", metrics(run.metrics()));
        document.put("checks", checks(run));
        document.put("warnings", run.warnings().stream().map(ResultWriter::warning).toList());
        document.put("ruined", run.result().ruined());
        document.put("writtenOff", run.result().writtenOff());
        document.put("unfilledEntries", run.result().unfilledEntries());
        return document;
    }

    private static Map<String, Object> identity(BacktestRun run) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", run.identity().id());
        document.put("hash", run.identity().hash());
        document.put("engine", run.identity().engineVersion());
        document.put("createdAt", run.identity().createdAt().toString());
        document.put("elapsedMs", run.identity().elapsedMs());
        document.put("candlesPerSecond", run.candlesPerSecond());
        return document;
    }

    private static Map<String, Object> strategy(BacktestRun run) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", run.strategy().name());
        document.put("version", run.strategy().version());
        document.put("hash", run.strategy().hash());
        document.put("parameters", run.strategy().parameters());
        return document;
    }

    private static Map<String, Object> data(BacktestRun run) {
        BacktestRun.DataUse data = run.data();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("market", data.market().toString());
        document.put("timeframe", data.timeframe().code());
        document.put("from", time(data.fromMs()));
        document.put("to", time(data.toMs()));
        document.put("candles", data.candles());
        document.put("warmupCandles", run.warmup().given());
        document.put("gaps", data.gaps());
        document.put("missing", data.missing());
        document.put("hash", data.hash());
        document.put("source", data.source());
        return document;
    }

    private static Map<String, Object> assumptions(BacktestRun run) {
        Assumptions assumptions = run.assumptions();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("cash", assumptions.cash());
        document.put("fee", assumptions.fee());
        document.put("slippage", assumptions.slippage());
        document.put("impact", "none");
        document.put("fill", assumptions.fill().code());
        document.put("units", assumptions.units().code());
        if (assumptions.units() == Units.LOT) {
            document.put("lot", assumptions.lot());
        }
        document.put("leverage", assumptions.leverage());
        document.put("periodsPerYear", assumptions.periodsPerYear());
        document.put("sameCandleOrder", "stop-first");
        document.put("ambiguousCandles", run.result().ambiguousCandles());
        return document;
    }

    private static Map<String, Object> metrics(Metrics metrics) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("finalEquity", metrics.finalEquity());
        document.put("totalReturn", metrics.totalReturn());
        document.put("cagr", metrics.cagr());
        document.put("volatility", metrics.volatility());
        document.put("sharpe", metrics.sharpe());
        document.put("sortino", metrics.sortino());
        document.put("calmar", metrics.calmar());
        document.put("maxDrawdown", metrics.maxDrawdown());
        document.put("maxDrawdownDays", metrics.maxDrawdownDays());
        document.put("maxDrawdownOpen", metrics.maxDrawdownOpen());
        document.put("trades", metrics.trades());
        document.put("winRate", metrics.winRate());
        document.put("profitFactor", metrics.profitFactor());
        document.put("expectancy", metrics.expectancy());
        document.put("exposure", metrics.exposure());
        document.put("fees", metrics.fees());
        document.put("funding", metrics.funding());
        document.put("buyAndHoldReturn", metrics.buyAndHoldReturn());
        return document;
    }

    private static Map<String, Object> warning(RunWarning warning) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", warning.code().code());
        document.put("text", warning.text());
        return document;
    }

    private static Map<String, @Nullable Object> checks(BacktestRun run) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("lookahead", NOT_RUN);
        document.put("warmup", run.warmup().text());
        document.put("probabilisticSharpe", null);
        document.put("deflatedSharpe", null);
        document.put("trials", 1);
        return document;
    }

    /// One trade, named as in the CSV table too.
    static Map<String, Object> trade(Trade trade) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("market", trade.market().toString());
        document.put("side", trade.side().code());
        document.put("quantity", trade.quantity());
        document.put("entryTime", time(trade.entryTimeMs()));
        document.put("entryPrice", trade.entryPrice());
        document.put("exitTime", time(trade.exitTimeMs()));
        document.put("exitPrice", trade.exitPrice());
        document.put("profit", trade.profit());
        document.put("return", trade.returnFraction());
        document.put("fees", trade.fees());
        document.put("entryReason", trade.entryReason());
        document.put("exitReason", trade.exitReason());
        document.put("mae", trade.mae());
        document.put("mfe", trade.mfe());
        document.put("candles", trade.candles());
        return document;
    }

    private static String time(long timeMs) {
        return Instant.ofEpochMilli(timeMs).toString();
    }
}
