package plumbline.engine.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.engine.analytics.Drawdown;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.portfolio.EquityCurve;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.text.Fractions;

/// A run as tables: UTF-8, comma, decimal point, times in ISO-8601 UTC, every number with all its
/// digits. Columns are named as in the JSON result.
public final class ResultCsv {
    private static final List<String> TRADE_COLUMNS =
            List.of(
                    "market",
                    "side",
                    "quantity",
                    "entryTime",
                    "entryPrice",
                    "exitTime",
                    "exitPrice",
                    "profit",
                    "return",
                    "fees",
                    "entryReason",
                    "exitReason",
                    "mae",
                    "mfe",
                    "candles");

    private ResultCsv() {}

    /// A row for each trade.
    public static void trades(BacktestRun run, OutputStream out) throws IOException {
        Writer writer = writer(out);
        writer.write(String.join(",", TRADE_COLUMNS));
        writer.write('\n');
        for (Trade trade : run.result().trades()) {
            Map<String, Object> values = ResultWriter.trade(trade);
            for (int i = 0; i < TRADE_COLUMNS.size(); i++) {
                writer.write(i == 0 ? "" : ",");
                writer.write(cell(values.get(TRADE_COLUMNS.get(i))));
            }
            writer.write('\n');
        }
        writer.flush();
    }

    /// A row for each candle: `time,equity,drawdown`.
    static void equity(BacktestRun run, OutputStream out) throws IOException {
        EquityCurve curve = run.result().equity();
        double[] drawdown = Drawdown.curve(curve);
        Writer writer = writer(out);
        writer.write("time,equity,drawdown\n");
        for (int i = 0; i < curve.size(); i++) {
            writer.write(Instant.ofEpochMilli(curve.openTime()[i]).toString());
            writer.write(',');
            writer.write(Fractions.plain(curve.equity()[i]));
            writer.write(',');
            writer.write(Fractions.plain(drawdown[i]));
            writer.write('\n');
        }
        writer.flush();
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case Double number -> Double.isFinite(number) ? Fractions.plain(number) : "";
            case String text -> text(text);
            case null -> "";
            default -> value.toString();
        };
    }

    /// Quoted where it must be; a text that a spreadsheet would take for a formula is made one that
    /// it does not.
    static String text(String text) {
        String harmless =
                !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain =
                harmless.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
