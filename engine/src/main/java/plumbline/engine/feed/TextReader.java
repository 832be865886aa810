package plumbline.engine.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.csv.CsvReader;
import plumbline.engine.feed.csv.TimestampParser;
import plumbline.engine.feed.json.JsonTable;
import plumbline.engine.feed.layout.FileLayout;
import plumbline.engine.feed.layout.LayoutException;
import plumbline.engine.feed.layout.LayoutFinder;
import plumbline.engine.feed.layout.LayoutOptions;
import plumbline.engine.feed.layout.OrderScan;
import plumbline.engine.feed.layout.Sample;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;

/// Reads rows of candles from one text: a file, what is packed in it, or a file of an archive. What
/// the text looks like is found first ([LayoutFinder]), then its rows are read.
///
/// One instance for one text.
final class TextReader {
    private static final Pattern PAGE =
            Pattern.compile(
                    "\\s*<(!doctype html|html|head|body|\\?xml)\\b.*", Pattern.CASE_INSENSITIVE);

    /// What is said of a web page.
    static final String IS_PAGE =
            "this is a web page, not a file of candles: what was saved is not what was wanted";

    private final Path place;
    private final LayoutOptions options;
    private final ReadingLimits limits;
    private final @Nullable Timeframe timeframe;
    private final Faults faults;
    private final Understood understood;

    /// A text from its start, once more.
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /// @param place where the text is, for messages
    /// @param faults where faults are put
    /// @param understood where is put what the text was found to be
    TextReader(
            Path place,
            LayoutOptions options,
            ReadingLimits limits,
            @Nullable Timeframe timeframe,
            Faults faults,
            Understood understood) {
        this.place = place;
        this.options = options;
        this.limits = limits;
        this.timeframe = timeframe;
        this.faults = faults;
        this.understood = understood;
    }

    /// All rows that can be used, in the order of the file; none of a text that is not what its
    /// first rows say.
    ///
    /// @param size of the text in bytes, or 0 if that is not known
    CandleRows read(InputStream in, Source again, long size) throws IOException {
        PushbackInputStream text = new PushbackInputStream(in, Sample.BYTES);
        Sample sample = Sample.of(text);
        try {
            if (isJson(sample)) {
                JsonTable.Rows rows = JsonTable.read(sample.rest(text), options.symbol());
                LayoutOptions said = rows.chosen() ? options.withoutSymbol() : options;
                byte[] bytes = rows.text();
                PushbackInputStream table =
                        new PushbackInputStream(new ByteArrayInputStream(bytes), Sample.BYTES);
                Source rowsAgain = () -> new ByteArrayInputStream(bytes);
                Sample first = Sample.of(table);
                FileLayout layout =
                        layout(said, first, rows.zone(), rowsAgain).ofJson(sample.encoding());
                return read(said, layout, first.rest(table), bytes.length, "json");
            }
            if (isPage(sample)) {
                return refused(1, IS_PAGE);
            }
            return read(
                    options, layout(options, sample, "", again), sample.rest(text), size, "csv");
        } catch (LayoutException e) {
            return refused(e.line(), ErrorText.of(e));
        } catch (JsonTable.JsonException e) {
            return refused(0, ErrorText.of(e));
        }
    }

    /// What most often lies between two rows of the text's first lines in milliseconds, 0 if it is
    /// none of candles.
    long step(InputStream in) throws IOException {
        PushbackInputStream text = new PushbackInputStream(in, Sample.BYTES);
        Sample sample = Sample.of(text);
        try {
            Sample rows =
                    isJson(sample)
                            ? rows(JsonTable.read(sample.rest(text), options.symbol()))
                            : sample;
            return new LayoutFinder(options, limits, timeframe).find(rows, "").stepMs();
        } catch (JsonTable.JsonException e) {
            return 0; // no candles
        } catch (LayoutException e) {
            return 0; // it is something else, such as a description
        }
    }

    private static Sample rows(JsonTable.Rows rows) throws IOException {
        return Sample.of(
                new PushbackInputStream(new ByteArrayInputStream(rows.text()), Sample.BYTES));
    }

    static boolean isPage(Sample sample) {
        return sample.lines().stream().limit(3).anyMatch(line -> PAGE.matcher(line).matches());
    }

    static boolean isJson(Sample sample) {
        String start = sample.start().strip();
        return start.startsWith("{") || start.startsWith("[");
    }

    private FileLayout layout(LayoutOptions said, Sample sample, String zone, Source again)
            throws IOException, LayoutException {
        FileLayout layout = new LayoutFinder(said, limits, timeframe).find(sample, zone);
        if (!layout.isOpen()) {
            return layout;
        }
        try (InputStream whole = again.open()) {
            return OrderScan.settle(layout, whole);
        }
    }

    private CandleRows read(
            LayoutOptions said, FileLayout layout, InputStream text, long size, String kind)
            throws IOException {
        TimestampParser times = layout.timeReader();
        CsvReader reader = new CsvReader(place, layout.rows(), times, limits, faults.of(place));
        CandleRows rows = reader.read(text, size);
        understood.add(place, layout, kind, reader.notes().texts());
        String misread = reader.misread();
        if (misread != null) {
            return refused(0, misread);
        }
        String several = several(said, reader.symbols());
        if (several != null) {
            return refused(0, several);
        }
        if (rows.size() == 0 && faults.isEmpty()) {
            return refused(0, "the file has no rows");
        }
        return rows;
    }

    /// What is wrong if rows are of several symbols, or of none that is wanted.
    static @Nullable String several(LayoutOptions options, Set<String> symbols) {
        String list = String.join(", ", symbols);
        String wanted = options.symbol().orElse(null);
        if (wanted == null) {
            return symbols.size() < 2
                    ? null
                    : "the file has rows of several symbols: "
                            + list
                            + "; choose one with --symbol";
        }
        if (symbols.isEmpty()) {
            return "nothing says which symbol the rows are of, so none can be chosen with --symbol; leave"
                    + " it out, or say which column it is with --columns";
        }
        boolean there =
                symbols.stream()
                        .anyMatch(s ->
                                s.toUpperCase(Locale.ROOT).equals(wanted.toUpperCase(Locale.ROOT)));
        return there || symbols.size() >= CsvReader.MOST_SYMBOLS
                ? null
                : "no row is of the symbol '" + wanted + "'; there are " + list;
    }

    /// Nothing of the text is used.
    private CandleRows refused(int line, String why) {
        faults.clear();
        faults.refuse(new FileFault(place, line, 0, why));
        return new CandleRows();
    }
}
