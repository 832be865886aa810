package plumbline.engine.feed.layout;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.csv.CsvLayout;
import plumbline.engine.feed.csv.TimeForm;
import plumbline.engine.feed.csv.TimeForm.DateOrder;
import plumbline.engine.feed.csv.TimeForm.Kind;
import plumbline.engine.feed.csv.TimestampParser;

/// What a text file of candles was found to be.
///
/// @param json how the JSON is encoded whose rows these are, `null` if it is a table itself
/// @param headerLine line of the header, 0 if there is none
/// @param orders what the order of day and month may be: one, or several if all rows must be looked
///   at
/// @param zone of times that name none
/// @param descending whether the newest row comes first
/// @param soon whether most of the first times lie in the first days of 1970
/// @param stepMs what most often lies between two of the first rows, 0 if there is but one
/// @param binance whether it is what Binance publishes
/// @param notes what a user should know
public record FileLayout(
        Sample sample,
        @Nullable Encoding json,
        CsvLayout rows,
        int headerLine,
        TimeForm times,
        Set<DateOrder> orders,
        ZoneId zone,
        boolean descending,
        boolean soon,
        long stepMs,
        boolean binance,
        List<String> notes) {

    /// Whether only the rest of the file can tell day from month.
    public boolean isOpen() {
        return orders.size() > 1;
    }

    /// The same with the order of day and month told.
    public FileLayout with(DateOrder order) {
        return new FileLayout(
                sample,
                json,
                rows,
                headerLine,
                TimeForm.of(order),
                Set.of(order),
                zone,
                descending,
                soon,
                stepMs,
                binance,
                notes);
    }

    /// The same as that of rows that stood in JSON.
    ///
    /// @param encoding of the JSON
    public FileLayout ofJson(Encoding encoding) {
        return new FileLayout(
                sample,
                encoding,
                rows,
                headerLine,
                times,
                orders,
                zone,
                descending,
                soon,
                stepMs,
                binance,
                notes);
    }

    public TimestampParser timeReader() {
        TimestampParser parser = new TimestampParser(times, zone, descending);
        if (binance && (times.kind() == Kind.MILLIS || times.kind() == Kind.MICROS)) {
            parser.withMillisAndMicros();
        }
        return soon ? parser : parser.without1970();
    }

    /// What was found, by name: `encoding`, of a table `separator` and `header`, `columns`,
    /// `times`, `zone`, `numbers`, `order`.
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("encoding", (json == null ? sample.encoding() : json).text());
        if (json == null) {
            facts.put("separator", separator());
            facts.put("header", headerLine == 0 ? "none" : "line " + headerLine);
        }
        facts.put("columns", rows.fields().text());
        facts.put("times", times.text());
        facts.put("zone", zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
        facts.put("numbers", rows.numbers().text());
        facts.put("order", descending ? "newest first" : "oldest first");
        return facts;
    }

    private String header() {
        return headerLine == 0 ? "no header" : "header in line " + headerLine;
    }

    private String separator() {
        if (sample.blanks() > 0) {
            return "blanks";
        }
        return switch (rows.delimiter()) {
            case '\t' -> "tab";
            case ';' -> "semicolon";
            case '|' -> "bar";
            default -> "comma";
        };
    }

    /// In one line, for people.
    public String text() {
        Map<String, String> facts = facts();
        return (json == null ? "" : "JSON, ")
                + facts.get("encoding")
                + (json == null ? ", " + separator() + ", " + header() : "")
                + "; "
                + facts.get("columns")
                + "; times: "
                + facts.get("times")
                + (times.kind().isEpoch() ? "" : ", " + facts.get("zone"))
                + "; "
                + facts.get("numbers")
                + "; "
                + facts.get("order");
    }
}
