package plumbline.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.app.OpenHome;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.TimeRange;
import plumbline.engine.text.Nearest;
import plumbline.engine.text.Numbers;

/// `data verify`: looks for faults in what is stored.
@Command(
        name = "verify",
        description = {
            "Check stored candles: gaps, times off the grid, candles that break the rules.",
            "Exit status 3 if there is a fault."
        },
        footer = {"", "Example:", "  plumbline data verify --market binance:BTC/USDT"})
final class DataVerifyCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 100;

    private final CommandContext context;

    @Option(names = "--market", paramLabel = "M", description = "Only this market.")
    @Nullable String market;

    DataVerifyCommand(CommandContext context) {
        this.context = context;
    }

    /// A series and what is wrong with it.
    private record Checked(SeriesInfo series, List<Fault> faults) {}

    @Override
    public Integer call() {
        List<Checked> checked = new ArrayList<>();
        try (OpenHome home = context.open()) {
            for (SeriesInfo series : wanted(home.candles().list())) {
                if (context.isCancelled()) {
                    throw new CancellationException("cancelled");
                }
                checked.add(
                        new Checked(
                                series,
                                SeriesCheck.faults(
                                        home.candles().load(series.key(), TimeRange.ALL),
                                        series.key().timeframe())));
            }
        }
        context.terminal().result(() -> document(checked), () -> text(checked));
        boolean sound = checked.stream().allMatch(c -> c.faults().isEmpty());
        return sound ? ExitStatus.DONE : ExitStatus.FAULTS;
    }

    private List<SeriesInfo> wanted(List<SeriesInfo> all) {
        if (market == null) {
            return all;
        }
        MarketId id = SeriesOptions.market(market);
        List<SeriesInfo> wanted = all.stream().filter(s -> s.key().market().equals(id)).toList();
        if (wanted.isEmpty()) {
            throw CommandFailure.usage(
                    Nearest.unknown(
                            "market",
                            market,
                            all.stream()
                                    .map(s -> s.key().market().toString())
                                    .distinct()
                                    .toList()));
        }
        return wanted;
    }

    private static Object document(List<Checked> checked) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("series", checked.stream().map(DataVerifyCommand::document).toList());
        document.put("faults", checked.stream().mapToInt(c -> c.faults().size()).sum());
        return document;
    }

    private static Map<String, Object> document(Checked checked) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("market", checked.series().key().market().toString());
        document.put("timeframe", checked.series().key().timeframe().code());
        document.put("candles", checked.series().candles());
        document.put("faults", checked.faults().stream().map(DataVerifyCommand::document).toList());
        return document;
    }

    private static Map<String, Object> document(Fault fault) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", fault.kind().name().toLowerCase(Locale.ROOT));
        document.put("from", Moments.iso(fault.fromMs()));
        document.put("to", Moments.iso(fault.toMs()));
        document.put("candles", fault.candles());
        document.put("message", fault.text());
        return document;
    }

    private static String text(List<Checked> checked) {
        if (checked.isEmpty()) {
            return "Nothing is stored yet.";
        }
        StringBuilder text = new StringBuilder();
        for (Checked one : checked) {
            int faults = one.faults().size();
            text.append(text.isEmpty() ? "" : "\n")
                    .append(one.series().key())
                    .append(": ")
                    .append(Numbers.fixed(one.series().candles(), 0))
                    .append(" candles, ")
                    .append(
                            faults == 0
                                    ? "no fault"
                                    : faults == 1 ? "1 fault" : faults + " faults");
            one.faults().stream()
                    .limit(MOST_SHOWN)
                    .forEach(f -> text.append("\n  ").append(line(f)));
            if (faults > MOST_SHOWN) {
                text.append("\n  ... and ")
                        .append(faults - MOST_SHOWN)
                        .append(" more (all of them with --json)");
            }
        }
        return text.toString();
    }

    private static String line(Fault fault) {
        String kind = fault.kind().name().toLowerCase(Locale.ROOT);
        return Moments.text(fault.fromMs())
                + " to "
                + Moments.text(fault.toMs())
                + "  "
                + kind
                + ": "
                + fault.text();
    }
}
