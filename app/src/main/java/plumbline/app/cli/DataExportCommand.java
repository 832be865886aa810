package plumbline.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.app.OpenHome;
import plumbline.engine.feed.CandleBlocks;
import plumbline.engine.feed.CandleExport;
import plumbline.engine.feed.ExportFormat;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesKey;

/// `data export`: stored candles into a CSV or Parquet file.
@Command(
        name = "export",
        description =
                "Write candles to a file; its name says what it is: .csv, .csv.gz or .parquet.",
        footer = {
            "",
            "Examples:",
            "  plumbline data export --market binance:BTC/USDT --timeframe 1h --out btc.csv",
            "  plumbline data export --market binance:BTC/USDT --timeframe 1m --out btc.parquet"
        })
final class DataExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--market",
            required = true,
            paramLabel = "M",
            description = "venue:BASE/QUOTE.")
    String market = "";

    @Option(
            names = "--timeframe",
            required = true,
            paramLabel = "TF",
            description = "One that is stored, or can be built of one that is.")
    String timeframe = "";

    @Option(names = "--from", paramLabel = "DATE", description = "First open time.")
    @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Open time to stop before.")
    @Nullable String to;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write.")
    Path out = Path.of("");

    DataExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        SeriesKey key = SeriesOptions.key(market, timeframe);
        ExportFormat format = ExportFormat.of(out);
        try (OpenHome home = context.look()) {
            CandleSeries candles = home.load(key, Moments.range(from, to)).candles();
            long count =
                    CandleExport.write(
                            CandleBlocks.of(candles),
                            out,
                            format,
                            done -> progress(done, candles.size()),
                            context::isCancelled);
            context.terminal()
                    .result(
                            () -> document(key, count),
                            () -> Counts.of(count, "candle") + " of " + key + " in " + out);
        }
        return ExitStatus.DONE;
    }

    private void progress(long done, long all) {
        context.terminal().progress("writing candles", done, all);
    }

    private Map<String, Object> document(SeriesKey key, long count) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("market", key.market().toString());
        document.put("timeframe", key.timeframe().code());
        document.put("candles", count);
        document.put("file", out.toString());
        return document;
    }
}
