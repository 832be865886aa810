package plumbline.app.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.app.OpenHome;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.JobControl;
import plumbline.engine.backtest.RunRepository;
import plumbline.engine.backtest.RunRepository.StoredRun;
import plumbline.engine.report.ReportFormat;
import plumbline.engine.report.Reports;
import plumbline.engine.report.ResultReader;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Suggestions;

/// `report`: makes a run again from what is known of it, proves that it is the same, and writes it
/// down.
@Command(
        name = "report",
        description = {
            "Write the report of a run. The run is made again from its strategy, assumptions and candles,",
            "and must come out the same."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline report last --out report.pdf",
            "  plumbline report result.json --out result.pdf --out trades.csv"
        })
final class ReportCommand implements Callable<Integer> {
    private static final int SHORTEST_ID = 4;
    private static final List<String> TEMPLATES = List.of("one-page");

    private final CommandContext context;

    @Parameters(
            paramLabel = "RUN",
            description = "A run's id or how it begins, 'last', or a result file (JSON).")
    String run = "";

    @Option(
            names = "--template",
            paramLabel = "NAME",
            description = "one-page (default: one-page).")
    String template = "one-page";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "What to write, by its ending: .pdf, .csv, .json, .svg, .png; without one, a folder for"
                            + " PDF, CSV and JSON.")
    List<Path> out = List.of();

    ReportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (!TEMPLATES.contains(template)) {
            throw CommandFailure.usage(
                    "--template: " + Suggestions.unknown("template", template, TEMPLATES));
        }
        try (OpenHome home = context.look()) {
            ResultReader document = document(home.runs());
            BacktestRun again = named(document, home);
            List<Path> files = write(again);
            context.terminal()
                    .result(
                            () ->
                                    Map.of(
                                            "run",
                                            again.identity().id(),
                                            "files",
                                            files.stream().map(Path::toString).toList()),
                            () ->
                                    "run "
                                            + again.identity().shortId()
                                            + " made again, the same in every figure; wrote "
                                            + String.join(
                                                    ", ",
                                                    files.stream().map(Path::toString).toList()));
        }
        return ExitStatus.DONE;
    }

    private ResultReader document(RunRepository runs) throws IOException {
        Path file = Path.of(run);
        if (!Files.isRegularFile(file)) {
            return ResultReader.parse(stored(runs));
        }
        try {
            return ResultReader.parse(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw CommandFailure.usage(file + ": this is not a result of Plumbline: it is no text");
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(file + ": " + ErrorText.of(e));
        }
    }

    private String stored(RunRepository runs) {
        Optional<StoredRun> stored = run.equals("last") ? runs.last() : runs.find(run);
        return stored.or(() -> begun(runs)).map(StoredRun::result).orElseThrow(() -> unknown(runs));
    }

    /// The one run whose id begins with what was given.
    private Optional<StoredRun> begun(RunRepository runs) {
        List<String> ids = run.length() < SHORTEST_ID ? List.of() : runs.idsStartingWith(run);
        if (ids.size() > 1) {
            throw CommandFailure.usage(
                    "'" + run + "' begins the ids of several runs: " + String.join(", ", ids));
        }
        return ids.stream().findFirst().flatMap(runs::find);
    }

    private CommandFailure unknown(RunRepository runs) {
        List<String> known = runs.newestIds(1000);
        if (run.equals("last") || known.isEmpty()) {
            return CommandFailure.usage(
                    "no run '"
                            + run
                            + "': none was made in this home yet; 'plumbline backtest' makes one");
        }
        return CommandFailure.usage(
                Suggestions.to(run, known).isEmpty()
                        ? "no run and no file '" + run + "'; the newest run is " + known.getFirst()
                        : Suggestions.unknown("run", run, known));
    }

    private BacktestRun named(ResultReader document, OpenHome home) {
        try {
            return again(document, home);
        } catch (IllegalArgumentException e) { // of something that the document says
            throw CommandFailure.usage(run + ": " + ErrorText.of(e));
        }
    }

    private BacktestRun again(ResultReader document, OpenHome home) {
        StrategyDefinition definition = home.strategies().find(document.strategy());
        BacktestRun again =
                home.runner()
                        .run(
                                definition,
                                definition.values(document.parameters()),
                                home.load(document.series(), document.range(), document.warmup())
                                        .withMostWarmup(document.warmup()),
                                document.assumptions(),
                                JobControl.cancelledBy(context::isCancelled));
        if (!again.identity().hash().equals(document.runHash())) {
            String why =
                    again.data().hash().equals(document.dataHash())
                            ? "it was made with Plumbline "
                                    + document.engineVersion()
                                    + ", or with another version of the strategy"
                                    + (document.warmup() > 0
                                            ? ", or the candles before the range have changed since"
                                            : "")
                            : "the candles of " + document.series() + " have changed since";
            throw CommandFailure.failed(
                    "the run "
                            + run
                            + " cannot be made again as it was: "
                            + why
                            + ". Nothing was written; run the backtest anew for a report on what there is"
                            + " now.");
        }
        return again;
    }

    private List<Path> write(BacktestRun again) throws IOException {
        Reports reports = OpenHome.reports();
        List<Path> files = new ArrayList<>();
        for (Path target : out) {
            if (Files.isDirectory(target) || !target.getFileName().toString().contains(".")) {
                files.addAll(reports.write(again, target, ReportFormat.USUAL));
            } else {
                reports.writeFile(again, target);
                files.add(target);
            }
        }
        return files;
    }
}
