package plumbline.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.app.BacktestDefaults;
import plumbline.app.OpenHome;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.JobControl;
import plumbline.engine.feed.SampleTrades;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.report.ReportFormat;
import plumbline.engine.report.ResultWriter;
import plumbline.engine.strategy.StrategyDefinition;

/// `demo`: the main job without a window, on the bundled candles.
@Command(
        name = "demo",
        description = {
            "Backtest a strategy on the bundled candles (real trades of Bitstamp, 2013) and write the",
            "report: PDF, CSV and JSON. Needs no network, no key and no display."
        },
        footer = {"", "Example:", "  plumbline demo --out out/"})
final class DemoCommand implements Callable<Integer> {
    private static final SeriesKey SERIES = new SeriesKey(SampleTrades.MARKET, Timeframe.M15);

    private final CommandContext context;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write (default: reports/ in the home folder).")
    @Nullable Path out;

    DemoCommand(CommandContext context) {
        this.context = context;
    }

    /// The same, for a start without arguments where there is no display.
    static int withoutWindow(CommandContext context) throws IOException {
        context.terminal()
                .note(
                        "plumbline: there is no display, so no window can be opened. This is the main job"
                                + " without one; 'plumbline --help' shows what else can be done.");
        return new DemoCommand(context).call();
    }

    @Override
    public Integer call() throws IOException {
        try (OpenHome home = context.open()) {
            StrategyDefinition strategy = home.strategies().find("ema-cross");
            BacktestRun run =
                    home.runner()
                            .run(
                                    strategy,
                                    strategy.values(Map.of()),
                                    home.load(SERIES, TimeRange.ALL),
                                    BacktestDefaults.of(context.configuration()),
                                    JobControl.cancelledBy(context::isCancelled));
            home.keep(run);
            Path folder = out != null ? out : home.reportFolder(run);
            List<Path> files = OpenHome.reports().write(run, folder, ReportFormat.USUAL);
            context.terminal()
                    .result(() -> ResultWriter.document(run), () -> RunText.of(run, false));
            files.forEach(file -> context.terminal().note("wrote " + file));
        }
        return ExitStatus.DONE;
    }
}
