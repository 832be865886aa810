package plumbline.app.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.IssueRepository.Settled;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.upkeep.DataCheck.Checked;
import plumbline.engine.upkeep.Standing;
import plumbline.engine.upkeep.StoreFacts;

/// What `data verify` prints.
///
/// @param lost what is open of series of which no candle is left
/// @param aside what was put aside, if that was asked for
record VerifyReport(
        List<Checked> checked, List<DataIssue> lost, StoreFacts store, @Nullable Aside aside) {
    private static final int MOST_SHOWN = 100;

    /// What was put aside of each damaged series.
    record Aside(Map<SeriesKey, List<TimeRange>> ranges) {}

    /// Faults of candles and of the store.
    long faults() {
        return checked.stream().mapToLong(c -> c.faults().size()).sum()
                + lost.size()
                + store.warnings().size();
    }

    private long blocks() {
        return checked.stream().mapToLong(c -> c.verdict().blocks()).sum();
    }

    private Map<Kind, Integer> kinds() {
        Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
        for (Checked one : checked) {
            one.faults().forEach(f -> kinds.merge(f.kind(), 1, Integer::sum));
        }
        lost.forEach(i -> kinds.merge(i.fault().kind(), 1, Integer::sum));
        return kinds;
    }

    Object document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("series", checked.stream().map(VerifyReport::document).toList());
        document.put("lost", lost.stream().map(VerifyReport::document).toList());
        document.put("blocks", blocks());
        document.put("faults", faults());
        Map<String, Object> kinds = new LinkedHashMap<>();
        kinds().forEach((kind, count) -> kinds.put(code(kind), count));
        document.put("kinds", kinds);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("kind", store.kind());
        facts.put("place", store.place());
        facts.put("warnings", store.warnings());
        document.put("store", facts);
        if (aside != null) {
            document.put("putAside", putAside(aside));
        }
        return document;
    }

    private static List<Object> putAside(Aside aside) {
        List<Object> all = new ArrayList<>();
        aside.ranges()
                .forEach((key, ranges) -> {
                    for (TimeRange range : ranges) {
                        Map<String, Object> document = Counts.document(key);
                        document.put("from", Moments.iso(range.fromMs()));
                        document.put("to", Moments.iso(range.toMs()));
                        all.add(document);
                    }
                });
        return all;
    }

    private static Map<String, Object> document(Checked one) {
        Map<String, Object> document = Counts.document(one.series().key());
        document.put("candles", one.series().candles());
        document.put("blocks", one.verdict().blocks());
        document.put("faults", one.faults().stream().map(VerifyReport::document).toList());
        document.put("confirmed", documents(one.standing().confirmed()));
        document.put("neverAsked", documents(one.standing().unasked()));
        document.put("notes", one.verdict().notes());
        Settled settled = one.settled();
        document.put(
                "ledger",
                Map.of(
                        "opened", settled.opened(),
                        "known", settled.known(),
                        "resolved", settled.resolved()));
        return document;
    }

    private static Map<String, Object> document(DataIssue lost) {
        Map<String, Object> document = Counts.document(lost.key());
        document.putAll(document(lost.fault()));
        return document;
    }

    private static List<Object> documents(List<DataIssue> issues) {
        return issues.stream().<Object>map(i -> document(i.fault())).toList();
    }

    private static Map<String, Object> document(Fault fault) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", code(fault.kind()));
        document.put("from", Moments.iso(fault.fromMs()));
        document.put("to", Moments.iso(fault.toMs()));
        document.put("candles", fault.candles());
        document.put("message", fault.text());
        return document;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        for (Checked one : checked) {
            series(one, lines);
        }
        lost.forEach(i -> lines.add(i.key() + ": no candle is left\n  " + line(i.fault())));
        store.warnings().forEach(warning -> lines.add("The store: " + warning));
        if (aside != null) {
            repaired(aside, lines);
        }
        lines.add(checked.isEmpty() && lost.isEmpty() ? "Nothing is stored yet." : total());
        return String.join("\n", lines);
    }

    private static void series(Checked one, List<String> lines) {
        List<Fault> faults = one.faults();
        lines.add(
                one.series().key()
                        + ": "
                        + Counts.of(one.series().candles(), "candle")
                        + ", "
                        + (faults.isEmpty() ? "no fault" : Counts.of(faults.size(), "fault"))
                        + told(one.standing()));
        one.verdict().notes().forEach(note -> lines.add("  " + note));
        faults.stream().limit(MOST_SHOWN).forEach(f -> lines.add("  " + line(f)));
        if (faults.size() > MOST_SHOWN) {
            lines.add(
                    "  ... and "
                            + (faults.size() - MOST_SHOWN)
                            + " more (all of them with --json)");
        }
    }

    /// What is no fault and should be known.
    private static String told(Standing standing) {
        int confirmed = standing.confirmed().size();
        return (confirmed == 0 ? "" : "; " + Counts.of(confirmed, "gap") + " confirmed")
                + (standing.neverAsked() == 0
                        ? ""
                        : "; " + Counts.of(standing.neverAsked(), "candle") + " never asked for");
    }

    private static String line(Fault fault) {
        return Moments.text(fault.fromMs())
                + " to "
                + Moments.text(fault.toMs())
                + "  "
                + code(fault.kind())
                + ": "
                + fault.text();
    }

    private String total() {
        String kinds =
                kinds().entrySet().stream()
                        .map(e -> e.getValue() + " " + code(e.getKey()))
                        .collect(Collectors.joining(", "));
        if (!store.warnings().isEmpty()) {
            kinds += (kinds.isEmpty() ? "" : ", ") + store.warnings().size() + " of the file";
        }
        int opened = checked.stream().mapToInt(c -> c.settled().opened()).sum();
        int known = checked.stream().mapToInt(c -> c.settled().known()).sum();
        int resolved = checked.stream().mapToInt(c -> c.settled().resolved()).sum();
        return Counts.of(blocks(), "block")
                + " checked: "
                + (faults() == 0 ? "no fault" : Counts.of(faults(), "fault"))
                + (kinds.isEmpty() ? "" : " (" + kinds + ")")
                + ". In the ledger: "
                + opened
                + " new, "
                + known
                + " known before, "
                + resolved
                + " gone.";
    }

    private static void repaired(Aside aside, List<String> lines) {
        if (aside.ranges().isEmpty()) {
            lines.add("Nothing is damaged, so nothing was put aside.");
            return;
        }
        aside.ranges()
                .forEach((key, ranges) -> {
                    ranges.forEach(range -> lines.add("Put aside of " + key + " " + span(range)));
                    lines.add(
                            "  To have it again: plumbline data import FILE --market "
                                    + key.market()
                                    + " --timeframe "
                                    + key.timeframe());
                });
        lines.add("What was put aside is kept in the database; a backup may hold it whole.");
    }

    /// `from 2024-01-01 00:00 to 2024-01-02 00:00`.
    static String span(TimeRange range) {
        return "from " + Moments.text(range.fromMs()) + " to " + Moments.text(range.toMs());
    }

    private static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
