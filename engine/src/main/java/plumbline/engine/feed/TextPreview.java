package plumbline.engine.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.csv.CsvReader;
import plumbline.engine.feed.json.JsonTable;
import plumbline.engine.feed.layout.Encoding;
import plumbline.engine.feed.layout.FileLayout;
import plumbline.engine.feed.layout.LayoutException;
import plumbline.engine.feed.layout.LayoutFinder;
import plumbline.engine.feed.layout.LayoutOptions;
import plumbline.engine.feed.layout.OrderScan;
import plumbline.engine.feed.layout.Sample;
import plumbline.engine.feed.layout.Table;
import plumbline.engine.feed.rows.CandleColumns;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;

/// Understands the first 64 KB of a text for a preview, in the way in which all of it is read
/// ([TextReader]).
final class TextPreview {
    /// Room for marks of the encoding, which are no part of a sample.
    private static final int MARKS = 64;

    private final LayoutOptions options;
    private final ReadingLimits limits;
    private final @Nullable Timeframe timeframe;
    private final PreviewBuilder preview;

    /// The start of a text.
    ///
    /// @param bytes as they are, rows of JSON as a table
    /// @param json how it is encoded if it is JSON, else `null`
    /// @param zone that JSON names beside its rows, empty if there is none
    /// @param whole whether that is all of it
    record Text(byte[] bytes, Sample sample, @Nullable Encoding json, String zone, boolean whole) {}

    TextPreview(
            LayoutOptions options,
            ReadingLimits limits,
            @Nullable Timeframe timeframe,
            PreviewBuilder preview) {
        this.options = options;
        this.limits = limits;
        this.timeframe = timeframe;
        this.preview = preview;
    }

    /// The start of what `in` has, and no more.
    ///
    /// @throws JsonTable.JsonException if it is JSON without rows
    static Text text(InputStream in, Optional<String> symbol)
            throws IOException, JsonTable.JsonException {
        byte[] bytes = in.readNBytes(Sample.BYTES + MARKS);
        Sample sample = sample(bytes);
        if (!TextReader.isJson(sample)) {
            return new Text(bytes, sample, null, "", sample.whole());
        }
        InputStream json = sample.text(new ByteArrayInputStream(bytes));
        JsonTable.Rows rows =
                sample.whole() ? JsonTable.read(json, symbol) : JsonTable.readStart(json, symbol);
        return new Text(
                rows.text(), sample(rows.text()), sample.encoding(), rows.zone(), sample.whole());
    }

    private static Sample sample(byte[] bytes) throws IOException {
        return Sample.of(new PushbackInputStream(new ByteArrayInputStream(bytes), Sample.BYTES));
    }

    void read(InputStream in) throws IOException {
        try {
            read(text(in, options.symbol()));
        } catch (JsonTable.JsonException e) {
            preview.kind = "json";
            preview.problem = ErrorText.of(e);
        }
    }

    void read(Text text) throws IOException {
        Sample sample = text.sample();
        preview.kind = text.json() == null ? "text" : "json";
        if (TextReader.isPage(sample)) {
            preview.kind = "";
            preview.problem = TextReader.IS_PAGE;
            return;
        }
        Table table = Table.of(sample.lines());
        try {
            FileLayout layout =
                    new LayoutFinder(options, limits, timeframe).find(sample, text.zone());
            if (text.json() != null) {
                layout = layout.ofJson(text.json());
            }
            preview.facts.putAll(layout.facts());
            understood(settled(layout, text), table, text);
        } catch (LayoutException e) {
            preview.problem = ErrorText.of(e);
            notUnderstood(table, sample);
        }
    }

    /// The layout with the order of day and month told, or as it is if the sample does not tell.
    private FileLayout settled(FileLayout layout, Text text) throws IOException {
        if (!layout.isOpen()) {
            return layout;
        }
        try {
            FileLayout told = OrderScan.settle(layout, new ByteArrayInputStream(text.bytes()));
            preview.facts.putAll(told.facts());
            return told;
        } catch (LayoutException e) {
            preview.facts.put("times", "dates, day or month first");
            preview.problem =
                    text.whole()
                            ? ErrorText.of(e)
                            : "day and month cannot be told apart in the first rows; all rows are"
                                    + " looked at when the file is imported, or say it with"
                                    + " --date-format";
            return layout;
        }
    }

    /// Rows as they stand there, under what the user says of their columns.
    private void notUnderstood(Table table, Sample sample) {
        boolean isText = sample.lines().stream().limit(50).noneMatch(l -> l.indexOf('\0') >= 0);
        if (!isText) {
            preview.kind = "";
            return;
        }
        int width = 0;
        int count = Math.min(table.rows().size(), PreviewBuilder.ROWS);
        for (Table.Row row : table.rows().subList(0, count)) {
            width = Math.max(width, row.fields().size());
            preview.rows.add(new ImportPreview.Row(row.line(), row.fields(), Optional.empty(), ""));
        }
        preview.roles(
                CandleColumns.of(options.columns().orElse(List.of()).toArray(String[]::new)),
                width);
    }

    private void understood(FileLayout layout, Table table, Text text) throws IOException {
        if (layout.isOpen()) {
            show(layout, table, new CandleRows(), new Faults()); // which day a row is, is not known
            return;
        }
        byte[] lines =
                (String.join("\n", text.sample().lines()) + '\n').getBytes(StandardCharsets.UTF_8);
        Faults faults = new Faults();
        CsvReader reader =
                new CsvReader(
                        preview.file,
                        layout.rows(),
                        layout.timeReader(),
                        limits,
                        faults.of(preview.file));
        CandleRows rows = reader.read(new ByteArrayInputStream(lines), lines.length);
        rows.sort();
        preview.symbols = List.copyOf(reader.symbols());
        judge(layout, reader, rows, faults, text.whole());
        show(layout, table, rows, faults);
    }

    /// Finds out how long a candle is, and what the import would refuse.
    private void judge(
            FileLayout layout, CsvReader reader, CandleRows rows, Faults faults, boolean whole) {
        FileMerge.Part part =
                new FileMerge.Part(preview.file, preview.file, rows, FileMerge.Times.of(layout));
        Optional<Timeframe> told = Spacing.timeframe(List.of(part));
        preview.told(told);
        String misread = reader.misread();
        String several = TextReader.several(options, reader.symbols());
        boolean mayFollow = options.symbol().isPresent() && !whole;
        Timeframe used = timeframe == null ? told.orElse(null) : timeframe;
        if (misread != null) {
            preview.problem = misread;
        } else if (several != null && !mayFollow) {
            preview.problem = several;
        } else if (rows.size() == 0 && !faults.isEmpty()) {
            preview.problem = faults.first().getFirst().message();
        } else if (used == null) {
            preview.problem = Spacing.unknown(List.of(part));
        } else {
            Faults spacing = new Faults();
            if (!Spacing.check(preview.file, rows, used, spacing, new ArrayList<>())) {
                preview.problem = spacing.first().getFirst().message();
            }
        }
        if (used != null) {
            preview.settleTimes(part, used, options.closes());
        }
    }

    private void show(FileLayout layout, Table table, CandleRows rows, Faults faults) {
        Map<Integer, Integer> byLine = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            byLine.put(rows.line(i), i);
        }
        Map<Long, String> faultOf = new HashMap<>();
        faults.first().forEach(fault -> faultOf.putIfAbsent(fault.line(), fault.message()));
        int symbol = layout.rows().fields().at(CandleColumns.SYMBOL);
        int width = 0;
        for (Table.Row row : table.rows()) {
            boolean isRow = row.line() >= layout.rows().firstLine();
            if (!isRow) {
                titles(layout, row);
            } else if (preview.rows.size() < PreviewBuilder.ROWS && isWanted(row, symbol)) {
                Integer at = byLine.get(row.line());
                preview.rows.add(
                        new ImportPreview.Row(
                                row.line(),
                                row.fields(),
                                Optional.ofNullable(at).map(i -> PreviewBuilder.candle(rows, i)),
                                faultOf.getOrDefault((long) row.line(), "")));
                width = Math.max(width, row.fields().size());
            }
        }
        preview.roles(layout.rows().fields(), Math.max(width, preview.titles.size()));
    }

    /// The header; with columns as the user says, the row just above the first.
    private void titles(FileLayout layout, Table.Row row) {
        boolean isHeader = row.line() == layout.headerLine();
        boolean isAbove =
                options.columns().isPresent() && row.line() == layout.rows().firstLine() - 1;
        if (isHeader || isAbove) {
            preview.titles = row.fields();
        }
    }

    private boolean isWanted(Table.Row row, int symbol) {
        return symbol < 0
                || options.symbol().isEmpty()
                || row.at(symbol).equalsIgnoreCase(options.symbol().get());
    }
}
