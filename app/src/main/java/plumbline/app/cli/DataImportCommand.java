package plumbline.app.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.app.Clocks;
import plumbline.app.OpenHome;
import plumbline.engine.feed.CandleFileFormat;
import plumbline.engine.feed.CandleImport;
import plumbline.engine.feed.FileFault;
import plumbline.engine.feed.ImportOptions;
import plumbline.engine.feed.Understanding;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.text.ErrorText;
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
            paramLabel = "TF",
            description =
                    "How long a candle is: 1m, 1h, 1d, ... (default: what most rows are apart).")
    String timeframe = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "auto, csv, binance, lean or parquet (default: auto).")
    String format = "auto";

    @Option(
            names = "--columns",
            paramLabel = "LIST",
            description =
                    "What each column is, in order: time,open,high,low,close,volume; also clock and"
                            + " symbol, and - for what is not wanted.")
    String columns = "";

    @Option(
            names = "--date-format",
            paramLabel = "FORM",
            description =
                    "How times are written: ymd, dmy, mdy, a pattern such as dd/MM/yyyy, or the unit of"
                            + " a count: s, ms, us, ns, excel.")
    String dateFormat = "";

    @Option(
            names = "--decimal",
            paramLabel = ".|,",
            description = "What stands before decimals; the other separates thousands.")
    String decimal = "";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "Time zone of times that name none: Europe/Berlin, EST, +02:00 (default: UTC).")
    String zone = "";

    @Option(
            names = "--time",
            paramLabel = "open|close",
            description = "Which end of its candle a time is (default: open).")
    String time = "";

    @Option(
            names = "--symbol",
            paramLabel = "S",
            description = "Whose rows are wanted, where a file has several's.")
    String symbol = "";

    @Option(
            names = "--member",
            paramLabel = "NAME",
            description = "Which file of an archive is wanted.")
    String member = "";

    @Option(
            names = "--skip-bad",
            description = "Import the rows that can be used; the others are listed and counted.")
    boolean skipBad;

    DataImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        CandleImport candleImport = candleImport();
        Terminal terminal = context.terminal();
        // the home first: a long read should not end at a store that cannot be opened
        try (OpenHome home = context.open()) {
            long start = System.nanoTime();
            CandleImport.Content content = read(candleImport);
            double readMs = (System.nanoTime() - start) / 1e6;
            content.understood().forEach(one -> terminal.note("read " + one));
            terminal.errors(content.faults(), content.faultCount(), MOST_FAULTS_SHOWN);
            content.notes().forEach(terminal::note);
            refuseFaults(content);
            SeriesKey key = content.key();
            UpsertResult stored = candleImport.store(content, home.candles());
            double allMs = (System.nanoTime() - start) / 1e6;
            home.note("import", key.toString(), audited(content));
            terminal.result(
                    () -> document(content, stored, readMs, allMs),
                    () -> text(content, stored, readMs, allMs));
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

    private CandleImport candleImport() {
        try {
            return new CandleImport(
                    SeriesOptions.market(market),
                    timeframe.isBlank()
                            ? Optional.empty()
                            : Optional.of(SeriesOptions.timeframe(timeframe)),
                    format(),
                    new ImportOptions(columns, dateFormat, decimal, zone, time, symbol, member),
                    Clocks.now());
        } catch (ImportOptions.OptionException e) {
            throw CommandFailure.usage(ErrorText.of(e));
        }
    }

    private void refuseFaults(CandleImport.Content content) {
        List<FileFault> faults = content.faults();
        boolean nothing = content.candles().isEmpty();
        if (!nothing && (faults.isEmpty() || skipBad && content.usable())) {
            return;
        }
        String count = Counts.of(content.faultCount(), "fault");
        String message = "nothing was imported: ";
        if (nothing) {
            message +=
                    "there is no row that can be used"
                            + (faults.isEmpty() ? "" : " (" + count + " above)");
        } else {
            message +=
                    count
                            + " listed above. "
                            + (content.usable()
                                    ? "Mend the file, or give --skip-bad to import the "
                                            + rows(content.candles().size())
                                            + " that can be used."
                                    : "Rows cannot be left out here: the file is not what it seems.");
        }
        throw new CommandFailure(
                ExitStatus.USAGE, message, faults.stream().map(DataImportCommand::fault).toList());
    }

    private static Map<String, Object> understood(Understanding one) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", one.first().toString());
        document.put("files", one.files());
        document.putAll(one.facts());
        return document;
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
            CandleImport.Content content, UpsertResult stored, double readMs, double allMs) {
        CandleSeries candles = content.candles();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("market", content.key().market().toString());
        document.put("timeframe", content.key().timeframe().code());
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
        document.put(
                "understood",
                content.understood().stream().map(DataImportCommand::understood).toList());
        document.put("notes", content.notes());
        document.put("readMs", readMs);
        document.put("elapsedMs", allMs);
        return document;
    }

    private static String text(
            CandleImport.Content content, UpsertResult stored, double readMs, double allMs) {
        CandleSeries candles = content.candles();
        String skipped =
                content.faults().isEmpty() ? "" : ", " + rows(content.faultCount()) + " skipped";
        return Numbers.fixed(candles.size(), 0)
                + " candles of "
                + content.key()
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
