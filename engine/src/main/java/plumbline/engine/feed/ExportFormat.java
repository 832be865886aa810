package plumbline.engine.feed;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What candles are written as.
public enum ExportFormat {
    /// Text: `time,open,high,low,close,volume`.
    CSV(".csv"),
    /// The same, packed with gzip.
    CSV_GZ(".csv.gz"),
    /// Columns as data tools read them fastest.
    PARQUET(".parquet");

    private final String ending;

    ExportFormat(String ending) {
        this.ending = ending;
    }

    /// How names of such files end.
    public String ending() {
        return ending;
    }

    /// The format that the file's name asks for.
    ///
    /// @throws IllegalArgumentException if it asks for none; the message names the known endings
    public static ExportFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "cannot tell what to write to '"
                                        + file
                                        + "': its name must end in "
                                        + endings()));
    }

    /// `.csv, .csv.gz or .parquet`.
    public static String endings() {
        String all =
                Arrays.stream(values()).map(ExportFormat::ending).collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return all.substring(0, last) + " or " + all.substring(last + 2);
    }
}
