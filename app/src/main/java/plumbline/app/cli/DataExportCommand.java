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
import plumbline.engine.feed.CandleExport;
import plumbline.engine.feed.MarketData;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.text.Numbers;

/// `data export`: stored candles into a CSV file.
@Command(
        name = "export",
        description = "Write candles to a CSV file; a name that ends in .gz is compressed.",
        footer = {
            "",
            "Example:",
            "  plumbline data export --market binance:BTC/USDT --timeframe 1h --out btc.csv"
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
        try (OpenHome home = context.open()) {
            MarketData.Loaded loaded = home.load(key, Moments.range(from, to));
            CandleExport.write(loaded.candles(), out);
            int count = loaded.candles().size();
            context.terminal()
                    .result(
                            () -> document(key, count),
                            () -> Numbers.fixed(count, 0) + " candles of " + key + " in " + out);
        }
        return ExitStatus.DONE;
    }

    private Map<String, Object> document(SeriesKey key, int count) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("market", key.market().toString());
        document.put("timeframe", key.timeframe().code());
        document.put("candles", count);
        document.put("file", out.toString());
        return document;
    }
}
