package plumbline.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.app.OpenHome;
import plumbline.app.cli.VerifyReport.Aside;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.upkeep.DataCheck;
import plumbline.engine.upkeep.DataCheck.Checked;

/// `data verify`: looks for faults in what is stored.
@Command(
        name = "verify",
        description = {
            "Check stored candles: every block against its checksum, order and rules of candles, times off",
            "the grid, duplicates, gaps; and the file of the database. Exit status 3 if there is a fault.",
            "Time that was never asked for, and gaps that are confirmed (data gaps --confirm), are told and"
                    + " are no faults."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline data verify --market binance:BTC/USDT",
            "  plumbline data verify --repair"
        })
final class DataVerifyCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin SeriesSelection selection = new SeriesSelection();

    @Option(
            names = "--repair",
            description =
                    "Put damaged stretches aside, so that the rest can be read and they can be had again;"
                            + " nothing is thrown away.")
    boolean repair;

    DataVerifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (OpenHome home = context.openAsItIs()) {
            List<SeriesInfo> wanted = selection.of(home.candles().list());
            List<Checked> checked =
                    home.check().verify(wanted, context.terminal()::progress, context::isCancelled);
            Map<SeriesKey, List<TimeRange>> aside = repair ? repaired(home, checked) : Map.of();
            VerifyReport report =
                    new VerifyReport(
                            checked,
                            selection.isAll() ? home.check().ofEmptySeries() : List.of(),
                            home.facts(),
                            repair ? new Aside(aside) : null);
            context.terminal().result(report::document, report::text);
            return report.faults() == 0 ? ExitStatus.DONE : ExitStatus.FAULTS;
        }
    }

    /// What was put aside of each series that has damage.
    private Map<SeriesKey, List<TimeRange>> repaired(OpenHome home, List<Checked> checked) {
        Map<SeriesKey, List<TimeRange>> aside = new LinkedHashMap<>();
        DataCheck check = home.check();
        for (Checked one : checked) {
            SeriesKey key = one.series().key();
            if (one.faults().stream().map(Fault::kind).noneMatch(Kind.DAMAGED::equals)) {
                continue;
            }
            List<TimeRange> ranges = check.repair(key, context::isCancelled);
            for (TimeRange range : ranges) {
                String detail = "put aside what is damaged " + VerifyReport.span(range);
                home.note("repair", key.toString(), detail);
            }
            aside.put(key, ranges);
        }
        return aside;
    }
}
