package plumbline.engine.feed;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import plumbline.engine.feed.layout.LayoutOptions;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.market.Candle;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;

/// What a file of candles is understood as, from its first 64 KB, before any of it is imported.
///
/// @param file that was looked at
/// @param kind `text`, `json`, `parquet` or `lean`; empty if it is none of them
/// @param facts by name, as those of [Understanding]; also `member` for a file of an archive,
///   `rows` for how many a Parquet file has, and `time` for what times are: `open` or `close`
/// @param titles of the columns, empty if the file does not name them
/// @param roles what each column was taken for: `time`, `clock`, `open`, `high`, `low`, `close`,
///   `volume`, `symbol`, or empty
/// @param rows the first of them
/// @param timeframe that most rows are apart
/// @param symbols of the rows, the first twenty
/// @param members the files of an archive that may hold candles
/// @param problem why it cannot be imported like that, in words that name the options that settle
///   it; empty if nothing is known to be wrong
public record ImportPreview(
        Path file,
        String kind,
        Map<String, String> facts,
        List<String> titles,
        List<String> roles,
        List<Row> rows,
        Optional<Timeframe> timeframe,
        List<String> symbols,
        List<String> members,
        String problem) {

    /// One row of the file.
    ///
    /// @param line from 1; the number of the row in a Parquet file
    /// @param fields as they stand in the file
    /// @param candle what they mean
    /// @param fault why they mean none, empty if they do or nothing is known
    public record Row(long line, List<String> fields, Optional<Candle> candle, String fault) {}

    /// The options that settle the problem, the likeliest first.
    public List<ImportOption> settledBy() {
        return ImportOption.namedIn(problem);
    }

    /// Understands the first candle file of `paths`. Blocks, but not for long. Whatever is there,
    /// the answer is a preview; what is wrong is its problem.
    ///
    /// @param paths files and folders, at least one
    /// @param timeframe how long a candle is said to be
    /// @param now rows that open later than a day after it are faults
    /// @param cancelled whether nobody waits for it any more
    /// @throws java.util.concurrent.CancellationException if `cancelled` says so
    public static ImportPreview of(
            List<Path> paths,
            CandleFileFormat format,
            Optional<Timeframe> timeframe,
            ImportOptions options,
            Instant now,
            BooleanSupplier cancelled) {
        ReadingLimits limits = ReadingLimits.at(now.toEpochMilli(), cancelled);
        LayoutOptions said = LayoutOptions.NONE;
        String wrong = "";
        try {
            said = options.layout();
        } catch (ImportOptions.OptionException e) {
            wrong = ErrorText.of(e);
        }
        ImportPreview found =
                new PreviewReader(format, said, limits, timeframe.orElse(null)).first(paths);
        return wrong.isEmpty() ? found : found.refused(wrong, options.columns());
    }

    /// The rows of the file with what the user says of the columns, which does not do yet.
    private ImportPreview refused(String why, String columns) {
        List<String> said = new ArrayList<>(columns.isBlank() ? roles : roles(columns));
        while (said.size() < roles.size()) {
            said.add("");
        }
        List<Row> bare =
                rows.stream()
                        .map(row -> new Row(row.line(), row.fields(), Optional.empty(), ""))
                        .toList();
        return new ImportPreview(
                file, kind, facts, titles, said, bare, timeframe, symbols, members, why);
    }

    private static List<String> roles(String columns) {
        return Arrays.stream(columns.split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .map(name -> name.equals("-") ? "" : name)
                .toList();
    }
}
