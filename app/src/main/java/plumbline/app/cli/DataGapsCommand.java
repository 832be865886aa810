package plumbline.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import plumbline.app.OpenHome;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.text.Numbers;
import plumbline.engine.upkeep.DataCheck.Gaps;

/// `data gaps`: which candles are missing.
@Command(
        name = "gaps",
        description = {
            "List the gaps of stored series: candles that are missing between the first and the last.",
            "A gap is 'confirmed' if its source was asked again and has nothing, else 'open'."
        },
        footer = {"", "Example:", "  plumbline data gaps --market binance:BTC/USDT --timeframe 1m"})
final class DataGapsCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 1000;

    private final CommandContext context;

    @Mixin SeriesSelection selection = new SeriesSelection();

    DataGapsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Gaps> all = new ArrayList<>();
        try (OpenHome home = context.look()) {
            List<SeriesInfo> wanted = selection.of(home.candles().list());
            long candles = wanted.stream().mapToLong(SeriesInfo::candles).sum();
            long done = 0;
            for (SeriesInfo series : wanted) {
                context.terminal().progress("reading " + series.key(), done, candles);
                all.add(home.check().gaps(series, context::isCancelled));
                done += series.candles();
            }
        }
        context.terminal().result(() -> document(all), () -> text(all));
        return ExitStatus.DONE;
    }

    private static long missing(List<Gaps> all) {
        return all.stream().mapToLong(Gaps::missing).sum();
    }

    private static Object document(List<Gaps> all) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("series", all.stream().map(DataGapsCommand::document).toList());
        document.put("gaps", all.stream().mapToInt(g -> g.gaps().size()).sum());
        document.put("missing", missing(all));
        document.put("neverAsked", all.stream().mapToInt(g -> g.unasked().size()).sum());
        return document;
    }

    private static Map<String, Object> document(Gaps one) {
        Map<String, Object> document = Counts.document(one.series().key());
        document.put("gaps", one.gaps().stream().map(DataGapsCommand::document).toList());
        document.put("missing", one.missing());
        document.put("neverAsked", one.unasked().stream().map(DataGapsCommand::document).toList());
        return document;
    }

    private static Map<String, Object> document(DataIssue gap) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("from", Moments.iso(gap.fault().fromMs()));
        document.put("to", Moments.iso(gap.fault().toMs()));
        document.put("missing", gap.fault().candles());
        document.put("state", state(gap));
        document.put("foundAt", gap.foundAt().toString());
        return document;
    }

    private static String text(List<Gaps> all) {
        if (all.isEmpty()) {
            return "Nothing is stored yet.";
        }
        List<DataIssue> gaps = all.stream().flatMap(DataGapsCommand::byTime).toList();
        if (gaps.isEmpty()) {
            return "No gaps in " + Counts.of(all.size(), "series", "series") + ".";
        }
        Table table = new Table("Market", "Timeframe", "From", "To", ">Missing", "State");
        gaps.stream()
                .limit(MOST_SHOWN)
                .forEach(gap ->
                        table.row(
                                gap.key().market().toString(),
                                gap.key().timeframe().code(),
                                Moments.text(gap.fault().fromMs()),
                                Moments.text(gap.fault().toMs()),
                                Numbers.fixed(gap.fault().candles(), 0),
                                state(gap)));
        String more =
                gaps.size() > MOST_SHOWN
                        ? "\n... and " + (gaps.size() - MOST_SHOWN) + " more (all with --json)"
                        : "";
        return table
                + more
                + "\n"
                + Counts.of(all.stream().mapToInt(g -> g.gaps().size()).sum(), "gap")
                + ", "
                + Counts.of(missing(all), "candle")
                + " missing, in "
                + Counts.of(all.size(), "series", "series")
                + "."
                + unasked(all);
    }

    private static Stream<DataIssue> byTime(Gaps one) {
        return Stream.concat(one.gaps().stream(), one.unasked().stream())
                .sorted(Comparator.comparingLong(i -> i.fault().fromMs()));
    }

    private static String unasked(List<Gaps> all) {
        long candles =
                all.stream()
                        .flatMap(g -> g.unasked().stream())
                        .mapToLong(i -> i.fault().candles())
                        .sum();
        return candles == 0
                ? ""
                : "\n" + Counts.of(candles, "candle") + " between them were never asked for.";
    }

    private static String state(DataIssue gap) {
        if (gap.fault().kind() == Kind.UNASKED) {
            return "never asked for";
        }
        return gap.state().name().toLowerCase(Locale.ROOT);
    }
}
