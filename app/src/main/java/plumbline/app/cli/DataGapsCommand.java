package plumbline.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.app.Exchanges;
import plumbline.app.OpenHome;
import plumbline.engine.exchange.history.CandleDownload.Outcome;
import plumbline.engine.exchange.history.VenueSeries;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Numbers;
import plumbline.engine.upkeep.DataCheck;
import plumbline.engine.upkeep.DataCheck.Gaps;
import plumbline.engine.upkeep.Standing;

/// `data gaps`: which candles are missing.
@Command(
        name = "gaps",
        description = {
            "List the gaps of stored series: candles that are missing between the first and the last.",
            "A gap is 'open' until you say that its source has nothing for it: then it is 'confirmed', an",
            "outage, and data verify does not count it as a fault. It stays so when the candles are imported",
            "again. Candles that fill a gap close it."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline data gaps --market binance:BTC/USDT --timeframe 1m",
            "  plumbline data gaps --market binance:BTC/USDT --timeframe 1m --repair",
            "  plumbline data gaps --market binance:BTC/USDT --timeframe 1m --confirm --from 2021-04-20"
                    + " --to 2021-04-21"
        })
final class DataGapsCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 1000;

    private final CommandContext context;

    @Mixin SeriesSelection selection = new SeriesSelection();

    @Option(
            names = "--repair",
            description =
                    "Ask the exchange for every open gap and for time that was never asked for; what it does not"
                            + " have is confirmed.")
    boolean repair;

    @Option(
            names = "--confirm",
            description = "Note of the open gaps that their source has nothing; needs --market.")
    boolean confirm;

    @Option(names = "--reopen", description = "Take such notes back; needs --market.")
    boolean reopen;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "With --confirm or --reopen: only gaps that begin at this time or later.")
    @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "With --confirm or --reopen: only gaps that end by this time.")
    @Nullable String to;

    DataGapsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        requireSense();
        TimeRange range = Moments.range(from, to);
        List<Gaps> all = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        try (OpenHome home = context.openAsItIs()) {
            List<SeriesInfo> wanted = selection.of(home.candles().list());
            long candles = wanted.stream().mapToLong(SeriesInfo::candles).sum();
            long done = 0;
            for (SeriesInfo series : wanted) {
                context.terminal().progress("reading " + series.key(), done, candles);
                try {
                    all.add(home.check().gaps(series, context::isCancelled));
                } catch (StorageException e) { // of one series; the others can be told of
                    unread.add(ErrorText.of(e));
                }
                done += series.candles();
            }
            if (repair) {
                repair(home, all);
            }
            if (confirm || reopen) {
                mark(home.check(), all, range);
            }
            if (repair || confirm || reopen) {
                all.replaceAll(g ->
                        new Gaps(
                                g.series(),
                                Standing.of(home.issues(), g.series().key()),
                                g.months()));
            }
        }
        context.terminal().result(() -> document(all), () -> text(all));
        unread.forEach(why -> context.terminal().error("plumbline: " + why));
        return unread.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private void repair(OpenHome home, List<Gaps> all) {
        try (ExchangeCandles exchanges = new ExchangeCandles(context)) {
            for (Gaps one : all) {
                SeriesKey key = one.series().key();
                List<TimeRange> open =
                        Stream.concat(
                                        one.standing().open().stream(),
                                        one.standing().unasked().stream())
                                .map(gap -> new TimeRange(gap.fault().fromMs(), gap.fault().toMs()))
                                .sorted(Comparator.comparingLong(TimeRange::fromMs))
                                .toList();
                if (open.isEmpty()) {
                    continue;
                }
                if (!Exchanges.venues().contains(key.market().venue())) {
                    context.terminal()
                            .note(
                                    key
                                            + " is of no exchange that can be asked; import what is missing");
                    continue;
                }
                VenueSeries series = found(exchanges, key);
                if (series == null) {
                    continue;
                }
                Outcome outcome = exchanges.run(home, series, download -> download.fill(open));
                context.terminal()
                        .note(
                                key
                                        + ": "
                                        + Counts.of(outcome.stored().inserted(), "candle")
                                        + " came, "
                                        + Counts.of(outcome.outages().size(), "outage"));
                home.check().gaps(one.series(), context::isCancelled);
            }
        }
    }

    /// One that the exchange does not list any more does not keep the others from being repaired.
    private @Nullable VenueSeries found(ExchangeCandles exchanges, SeriesKey key) {
        try {
            return exchanges.find(key);
        } catch (CommandFailure e) {
            if (e.status() == ExitStatus.CANCELLED) {
                throw e;
            }
            context.terminal().note(key + " cannot be repaired: " + ErrorText.of(e));
            return null;
        }
    }

    private void requireSense() {
        if (repair && (confirm || reopen)) {
            throw CommandFailure.usage(
                    "--repair confirms by itself what the exchange does not have");
        }
        if (confirm && reopen) {
            throw CommandFailure.usage("--confirm and --reopen are opposites: give one of them");
        }
        if ((confirm || reopen) && selection.market == null) {
            throw CommandFailure.usage("give --market: which market's gaps are meant?");
        }
        if (!confirm && !reopen && (from != null || to != null)) {
            throw CommandFailure.usage(
                    "--from and --to say which gaps to --confirm or --reopen: give one of these");
        }
    }

    private void mark(DataCheck check, List<Gaps> all, TimeRange range) {
        int marked = 0;
        long already = 0;
        for (Gaps one : all) {
            SeriesKey key = one.series().key();
            marked += confirm ? check.confirm(key, range) : check.reopen(key, range);
            List<DataIssue> before = confirm ? one.standing().confirmed() : one.standing().open();
            already +=
                    before.stream()
                            .map(DataIssue::fault)
                            .filter(f -> f.fromMs() >= range.fromMs() && f.toMs() <= range.toMs())
                            .count();
        }
        if (marked + already == 0) {
            throw CommandFailure.failed(
                    "no gap lies wholly within that time, so none was "
                            + (confirm ? "confirmed" : "reopened")
                            + "; data gaps lists them. Time that was never asked for is no gap, and what was"
                            + " damaged here is no outage: import it");
        }
        context.terminal()
                .note(Counts.of(marked, "gap") + (confirm ? " confirmed" : " reopened") + ".");
    }

    private static long missing(List<Gaps> all) {
        return all.stream().mapToLong(g -> g.standing().missing()).sum();
    }

    private static int gaps(List<Gaps> all) {
        return all.stream().mapToInt(g -> g.standing().gaps().size()).sum();
    }

    private static int confirmed(List<Gaps> all) {
        return all.stream().mapToInt(g -> g.standing().confirmed().size()).sum();
    }

    private static Object document(List<Gaps> all) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("series", all.stream().map(DataGapsCommand::document).toList());
        document.put("gaps", gaps(all));
        document.put("confirmed", confirmed(all));
        document.put("missing", missing(all));
        document.put("neverAsked", all.stream().mapToInt(g -> g.standing().unasked().size()).sum());
        return document;
    }

    private static Map<String, Object> document(Gaps one) {
        Map<String, Object> document = Counts.document(one.series().key());
        Standing standing = one.standing();
        document.put("gaps", standing.gaps().stream().map(DataGapsCommand::document).toList());
        document.put("missing", standing.missing());
        document.put(
                "neverAsked", standing.unasked().stream().map(DataGapsCommand::document).toList());
        document.put(
                "replaced",
                standing.replaced().stream()
                        .map(issue ->
                                Map.of(
                                        "at", Moments.iso(issue.fault().fromMs()),
                                        "candles", issue.fault().candles(),
                                        "how", issue.fault().text()))
                        .toList());
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
            return "No gaps in " + Counts.of(all.size(), "series", "series") + "." + replaced(all);
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
                + Counts.of(gaps(all), "gap")
                + (confirmed(all) == 0 ? "" : " (" + confirmed(all) + " confirmed)")
                + ", "
                + Counts.of(missing(all), "candle")
                + " missing, in "
                + Counts.of(all.size(), "series", "series")
                + "."
                + unasked(all)
                + replaced(all);
    }

    private static Stream<DataIssue> byTime(Gaps one) {
        return Stream.concat(one.standing().gaps().stream(), one.standing().unasked().stream())
                .sorted(Comparator.comparingLong(i -> i.fault().fromMs()));
    }

    private static String unasked(List<Gaps> all) {
        long candles = all.stream().mapToLong(g -> g.standing().neverAsked()).sum();
        return candles == 0
                ? ""
                : "\n" + Counts.of(candles, "candle") + " between them were never asked for.";
    }

    private static String replaced(List<Gaps> all) {
        return all.stream()
                .flatMap(one -> one.standing().replaced().stream())
                .limit(MOST_SHOWN)
                .map(issue ->
                        "\n"
                                + issue.key()
                                + " "
                                + Moments.text(issue.fault().fromMs())
                                + ": "
                                + issue.fault().text())
                .collect(Collectors.joining());
    }

    private static String state(DataIssue gap) {
        if (gap.fault().kind() == Kind.UNASKED) {
            return "never asked for";
        }
        if (DataCheck.isOwnLoss(gap) && gap.state() == DataIssue.State.OPEN) {
            return "damaged";
        }
        return gap.state().name().toLowerCase(Locale.ROOT);
    }
}
