package plumbline.engine.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a file is by its first bytes, whatever its name says. A kind that cannot be read says what
/// it is and what to do.
enum FileKind {
    TEXT(""),
    PARQUET("", "PAR1"),
    GZIP("", "\u001F\u008B"),
    ZIP("", "PK\u0003\u0004", "PK\u0005\u0006"),
    FEATHER(
            "this is a Feather file; write it as Parquet or CSV, for example in Python with"
                    + " pandas.read_feather(\"FILE\").to_parquet(\"FILE.parquet\")",
            "ARROW1",
            "FEA1"),
    HDF(
            "this is an HDF5 file; write its table as Parquet or CSV, for example in Python with"
                    + " pandas.read_hdf(\"FILE\").to_parquet(\"FILE.parquet\")",
            "\u0089HDF"),
    SQLITE(
            "this is an SQLite database; write its table as CSV, for example with sqlite3 -header"
                    + " -csv FILE \"select * from TABLE\"",
            "SQLite format 3"),
    OLD_EXCEL(
            "this is an old Excel workbook (.xls); save the sheet as CSV and import that",
            "\u00D0\u00CF\u0011\u00E0"),
    PICKLE(
            "this is a Python pickle; write it as Parquet or CSV, for example with"
                    + " pandas.read_pickle(\"FILE\").to_parquet(\"FILE.parquet\")",
            "\u0080\u0002",
            "\u0080\u0003",
            "\u0080\u0004",
            "\u0080\u0005"),
    PDF("this is a PDF document, not a file of candles", "%PDF"),
    BZIP2("this is packed with bzip2; unpack it and import what is in it", "BZh"),
    XZ("this is packed with xz; unpack it and import what is in it", "\u00FD7zXZ"),
    ZSTD(
            "this is packed with zstd; unpack it and import what is in it",
            "\u0028\u00B5\u002F\u00FD"),
    SEVEN_ZIP("this is a 7z archive; unpack it and import what is in it", "7z\u00BC\u00AF"),
    RAR("this is a RAR archive; unpack it and import what is in it", "Rar!");

    private static final int LONGEST = 16;

    private final String wayOut;
    private final byte[][] starts;

    FileKind(String wayOut, String... starts) {
        this.wayOut = wayOut;
        this.starts =
                Arrays.stream(starts)
                        .map(start -> start.getBytes(StandardCharsets.ISO_8859_1))
                        .toArray(byte[][]::new);
    }

    static FileKind of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(LONGEST));
        }
    }

    private static FileKind of(byte[] head) {
        for (FileKind kind : values()) {
            for (byte[] start : kind.starts) {
                if (head.length >= start.length
                        && Arrays.equals(head, 0, start.length, start, 0, start.length)) {
                    return kind;
                }
            }
        }
        return TEXT;
    }

    /// What it is and what to do, or `null` if it can be read.
    @Nullable String wayOut() {
        return wayOut.isEmpty() ? null : wayOut;
    }
}
