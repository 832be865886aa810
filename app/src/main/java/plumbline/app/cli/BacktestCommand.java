package plumbline.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.app.BacktestDefaults;
import plumbline.app.OpenHome;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.JobControl;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.report.ReportFormat;
import plumbline.engine.report.ResultWriter;
import plumbline.engine.strategy.ParameterValues;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.library.BuiltInStrategies;

/// `backtest`: runs a strategy over stored candles.
@Command(
        name = "backtest",
        description = "Run a strategy over stored candles.",
        footer = {
            "",
            "Examples:",
            "  plumbline backtest sma-cross --market sample:BTC/USD --timeframe 15m",
            "  plumbline backtest ema-cross --market binance:BTC/USDT --timeframe 1h \\",
            "      --set fast=24 --set slow=72 --set stop=5%% --fee 0.1%% --out result/ --json"
        })
final class BacktestCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "STRATEGY", description = "A name from 'plumbline strategy list'.")
    String strategy = "";

    @Option(
            names = "--market",
            required = true,
            paramLabel = "M",
            description = "venue:BASE/QUOTE, as 'plumbline data list' shows it.")
    List<String> markets = List.of();

    @Option(
            names = "--timeframe",
            required = true,
            paramLabel = "TF",
            description = "One that is stored, or can be built of one that is.")
    String timeframe = "";

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First open time; indicators are fed from the candles before it.")
    @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Open time to stop before.")
    @Nullable String to;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the strategy; may be given several times.")
    List<String> settings = List.of();

    @Mixin final AssumptionOptions assumptionOptions = new AssumptionOptions();

    @Option(names = "--trades", description = "List the trades.")
    boolean trades;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write report and tables to this folder.")
    @Nullable Path out;

    @Option(
            names = "--report",
            paramLabel = "FORMAT",
            split = ",",
            description =
                    "What to write: pdf, csv, json, svg, png (default with --out: pdf,csv,json).")
    List<String> formats = List.of();

    BacktestCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (markets.size() != 1) {
            throw CommandFailure.usage(
                    "a run takes one market so far, " + markets.size() + " were given");
        }
        // everything that can be refused is looked at before the store is opened
        StrategyDefinition definition = BuiltInStrategies.library().find(strategy);
        ParameterValues values = definition.values(settings());
        SeriesKey key = SeriesOptions.key(markets.getFirst(), timeframe);
        Assumptions assumptions =
                assumptionOptions.read(BacktestDefaults.of(context.configuration()));
        TimeRange range = Moments.range(from, to);
        int warmup = definition.make(values).warmupCandles();
        Set<ReportFormat> wanted = wantedFormats();
        try (OpenHome home = context.openAsItIs()) {
            BacktestRun run =
                    home.runner()
                            .run(
                                    definition,
                                    values,
                                    home.load(key, range, warmup),
                                    assumptions,
                                    control());
            home.keep(run);
            List<Path> files = List.of();
            if (!wanted.isEmpty()) {
                Path folder = out != null ? out : home.reportFolder(run);
                files = OpenHome.reports().write(run, folder, wanted);
            }
            print(run, files);
        }
        return ExitStatus.DONE;
    }

    private void print(BacktestRun run, List<Path> files) {
        Terminal terminal = context.terminal();
        terminal.result(() -> ResultWriter.document(run), () -> RunText.of(run, trades));
        files.forEach(file -> terminal.note("wrote " + file));
    }

    private Map<String, String> settings() {
        Map<String, String> given = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw CommandFailure.usage("--set takes name=value, was '" + setting + "'");
            }
            given.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip());
        }
        return given;
    }

    private Set<ReportFormat> wantedFormats() {
        if (formats.isEmpty()) {
            return out == null ? Set.of() : ReportFormat.USUAL;
        }
        List<ReportFormat> wanted = new ArrayList<>();
        for (String format : formats) {
            wanted.add(ReportFormats.format(format));
        }
        return EnumSet.copyOf(wanted);
    }

    private JobControl control() {
        return new JobControl() {
            @Override
            public boolean cancelled() {
                return context.isCancelled();
            }

            @Override
            public void progress(int done, int total) {
                context.terminal().progress("backtest", done, total);
            }
        };
    }
}
