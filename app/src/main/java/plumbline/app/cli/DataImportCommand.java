package plumbline.app.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.app.Clocks;
import plumbline.app.OpenHome;
import plumbline.engine.feed.CandleFileFormat;
import plumbline.engine.feed.CandleImport;
import plumbline.engine.feed.FileFault;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.text.Numbers;
import plumbline.engine.text.Suggestions;

/// `data import`: files of candles into the store, all of them or nothing.
@Command(
        name = "import",
        description = {
            "Import candles from CSV and Parquet files, Binance kline files and LEAN zips, or from"
                    + " folders of them.",
            "If a row cannot be used, every such row is listed and nothing is imported.",
            "A file with a .CHECKSUM beside it, as Binance publishes them, is checked first."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline data import GOOG.csv --market file:GOOG/USD --timeframe 1d",
            "  plumbline data import minute/btcusdt --market binance:BTC/USDT --timeframe 1m",
            "  plumbline data import btc.parquet --market binance:BTC/USDT --timeframe 1h"
        })
final class DataImportCommand implements Callable<Integer> {
    private static final int MOST_FAULTS_SHOWN = 1000;

    private final CommandContext context;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files and folders.")
    List<Path> files = List.of();

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
            description = "How long a candle is: 1m, 1h, 1d, ...")
    String timeframe = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "auto, csv, binance, lean or parquet (default: auto).")
    String format = "auto";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Time zone of times that name none (default: UTC).")
    String zone = "UTC";

    @Option(
            names = "--skip-bad",
            description = "Import the rows that can be used; the others are listed and counted.")
    boolean skipBad;

    DataImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        SeriesKey key = SeriesOptions.key(market, timeframe);
        CandleImport candleImport = new CandleImport(key, format(), zone(), Clocks.now());
        Terminal terminal = context.terminal();
        // the home first: a long read should not end at a store that cannot be opened
        try (OpenHome home = context.open()) {
            long start = System.nanoTime();
            CandleImport.Content content = read(candleImport);
            double readMs = (System.nanoTime() - start) / 1e6;
            terminal.errors(content.faults(), content.faultCount(), MOST_FAULTS_SHOWN);
            content.notes().forEach(terminal::note);
            refuseFaults(content);
            UpsertResult stored = candleImport.store(content, home.candles());
            double allMs = (System.nanoTime() - start) / 1e6;
            home.note("import", key.toString(), audited(content));
            terminal.result(
                    () -> document(key, content, stored, readMs, allMs),
                    () -> text(key, content, stored, readMs, allMs));
        }
        return ExitStatus.DONE;
    }

    /// What was imported, so that it can be imported again.
    private String audited(CandleImport.Content content) {
        CandleSeries candles = content.candles();
        return Counts.of(candles.size(), "candle")
                + " from "
                + Moments.text(candles.firstOpenMs())
                + " to "
                + Moments.text(candles.lastOpenMs())
                + " ("
                + content.source()
                + ": "
                + String.join(", ", files.stream().map(f -> f.toAbsolutePath().toString()).toList())
                + ")";
    }

    private CandleImport.Content read(CandleImport candleImport) throws IOException {
        try {
            return candleImport.read(
                    files,
                    context::isCancelled,
                    done -> context.terminal().progress("reading files", done, Math.max(done, 1)));
        } catch (NoSuchFileException e) {
            throw CommandFailure.usage(
                    "there is no file " + e.getFile() + "; nothing was imported");
        }
    }

    private CandleFileFormat format() {
        return java.util.Arrays.stream(CandleFileFormat.values())
                .filter(f -> f.code().equals(format))
                .findFirst()
                .orElseThrow(() ->
                        CommandFailure.usage(
                                "--format: "
                                        + Suggestions.unknown(
                                                "format", format, CandleFileFormat.codes())));
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw CommandFailure.usage(
                    "--zone must be a time zone like UTC or Europe/Berlin, was '" + zone + "'");
        }
    }

    private void refuseFaults(CandleImport.Content content) {
        List<FileFault> faults = content.faults();
        boolean nothing = content.candles().isEmpty();
        if (faults.isEmpty() && !nothing || skipBad && !nothing) {
            return;
        }
        String count = Counts.of(content.faultCount(), "fault");
        String message =
                nothing
                        ? "nothing was imported: there is no row that can be used"
                                + (faults.isEmpty() ? "" : " (" + count + " above)")
                        : "nothing was imported: "
                                + count
                                + " listed above. Mend the file, or give --skip-bad to import the "
                                + rows(content.candles().size())
                                + " that can be used.";
        throw new CommandFailure(
                ExitStatus.USAGE, message, faults.stream().map(DataImportCommand::fault).toList());
    }

    private static String rows(long count) {
        return Numbers.fixed(count, 0) + (count == 1 ? " row" : " rows");
    }

    private static Map<String, Object> fault(FileFault fault) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", fault.file().toString());
        document.put("line", fault.line());
        document.put("column", fault.column());
        document.put("message", fault.message());
        return document;
    }

    private Map<String, Object> document(
            SeriesKey key,
            CandleImport.Content content,
            UpsertResult stored,
            double readMs,
            double allMs) {
        CandleSeries candles = content.candles();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("market", key.market().toString());
        document.put("timeframe", key.timeframe().code());
        document.put("format", content.source());
        document.put("files", content.files());
        document.put("candles", candles.size());
        document.put("from", Moments.iso(candles.firstOpenMs()));
        document.put("to", Moments.iso(candles.lastOpenMs()));
        document.put("inserted", stored.inserted());
        document.put("updated", stored.updated());
        document.put("unchanged", stored.unchanged());
        document.put("skipped", content.faultCount());
        document.put("faults", content.faults().stream().map(DataImportCommand::fault).toList());
        document.put("notes", content.notes());
        document.put("readMs", readMs);
        document.put("elapsedMs", allMs);
        return document;
    }

    private static String text(
            SeriesKey key,
            CandleImport.Content content,
            UpsertResult stored,
            double readMs,
            double allMs) {
        CandleSeries candles = content.candles();
        String skipped =
                content.faults().isEmpty() ? "" : ", " + rows(content.faultCount()) + " skipped";
        return Numbers.fixed(candles.size(), 0)
                + " candles of "
                + key
                + " from "
                + Moments.text(candles.firstOpenMs())
                + " to "
                + Moments.text(candles.lastOpenMs())
                + ": "
                + Numbers.fixed(stored.inserted(), 0)
                + " new, "
                + Numbers.fixed(stored.updated(), 0)
                + " changed, "
                + Numbers.fixed(stored.unchanged(), 0)
                + " as they were"
                + skipped
                + ".\nRead in "
                + Numbers.fixed(readMs, 0)
                + " ms, stored in "
                + Numbers.fixed(allMs - readMs, 0)
                + " ms.";
    }
}
