package plumbline.engine.feed;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.csv.CsvLayout;
import plumbline.engine.feed.csv.CsvReader;
import plumbline.engine.feed.csv.TimeReader;
import plumbline.engine.feed.csv.TimestampParser;
import plumbline.engine.feed.parquet.ParquetTable;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.feed.rows.ReadingLimits;

/// One file of candles: finds out what it is and reads its rows.
final class CandleFile {
    private static final Pattern LEAN_DAY =
            Pattern.compile("(\\d{8})(?:_[a-z0-9]+)*_trade\\.zip", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEAN_WHOLE =
            Pattern.compile("[a-z0-9]+_trade\\.zip", Pattern.CASE_INSENSITIVE);

    private static final String PARQUET = ".parquet";
    private static final int DATE = 8;
    private static final long DAY_MS = 86_400_000L;

    private final Path path;
    private CandleFileFormat format;
    private final ZoneId zone;
    private final ReadingLimits limits;
    private final Faults faults = new Faults();

    /// @param format what it is said to be
    /// @param zone of times without one
    CandleFile(Path path, CandleFileFormat format, ZoneId zone, ReadingLimits limits)
            throws IOException {
        this.path = path;
        this.limits = limits;
        this.format = format == CandleFileFormat.AUTO ? guess(path) : format;
        this.zone = zone;
    }

    /// The candle files in `paths`: files as they are, folders with all that is in them, by name.
    ///
    /// @param notes where it is noted what stands there without its file
    /// @throws NoSuchFileException if one is not there
    static List<Path> in(List<Path> paths, List<String> notes) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> tree = Files.walk(path)) {
                    for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                        if (Checksum.is(file)) {
                            noteIfAlone(file, notes);
                        } else if (mayHoldCandles(file)) {
                            files.add(file);
                        }
                    }
                }
            } else if (Checksum.is(path) && Files.exists(path)) {
                noteIfAlone(path, notes);
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw new NoSuchFileException(path.toString());
            }
        }
        return files;
    }

    private static void noteIfAlone(Path checksum, List<String> notes) {
        if (!Files.exists(Checksum.fileOf(checksum))) {
            notes.add(checksum + ": the file that it is the checksum of is not there");
        }
    }

    private static boolean mayHoldCandles(Path path) {
        String name = name(path);
        boolean known = Stream.of(".csv", ".csv.gz", ".zip", PARQUET).anyMatch(name::endsWith);
        // LEAN keeps quotes and trades side by side; quotes are no candles of trades
        return known && !name.endsWith("_quote.zip") && !name.endsWith("_openinterest.zip");
    }

    private static CandleFileFormat guess(Path path) throws IOException {
        String name = name(path);
        if (name.endsWith(PARQUET) || ParquetTable.isParquet(path)) {
            return CandleFileFormat.PARQUET;
        }
        return LEAN_DAY.matcher(name).matches() || LEAN_WHOLE.matcher(name).matches()
                ? CandleFileFormat.LEAN
                : CandleFileFormat.CSV;
    }

    private static String name(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    Path path() {
        return path;
    }

    /// What it is; after [#read] as its content has it.
    CandleFileFormat format() {
        return format;
    }

    /// What could not be used, after [#read].
    Faults faults() {
        return faults;
    }

    /// The rows that can be used, in the order of the file.
    ///
    /// @throws IOException if the file cannot be read at all
    CandleRows read() throws IOException {
        FileFault damage = Checksum.fault(path);
        if (damage != null) {
            faults.add(damage);
            return new CandleRows();
        }
        return format == CandleFileFormat.PARQUET
                ? new ParquetReader(path, zone, limits, faults).read()
                : readText();
    }

    private CandleRows readText() throws IOException {
        try (InputStream in = open()) {
            if (in == null) {
                return refused("there is no file in this archive");
            }
            if (format == CandleFileFormat.LEAN && holdsShares()) {
                return refused(
                        "LEAN keeps share prices in ten-thousandths; only its crypto and forex"
                                + " files can be imported");
            }
            TimeReader timeReader = timeReader();
            if (timeReader == null) {
                return refused(name(path).substring(0, DATE) + " in the file's name is no date");
            }
            InputStream text =
                    in instanceof ZipInputStream ? new Inflated(in, Files.size(path)) : in;
            CsvReader reader = new CsvReader(path, layout(), timeReader, limits, faults.of(path));
            CandleRows rows = reader.read(text, textSize());
            format = reader.isBinance() ? CandleFileFormat.BINANCE : format;
            return in instanceof ZipInputStream zip && toNextFile(zip)
                    ? refused(
                            "there are several files in this archive, only archives of one can be"
                                    + " read; unpack it and import the folder")
                    : rows;
        } catch (EOFException e) {
            return refused("cannot be unpacked: the file is cut off");
        } catch (ZipException e) {
            return refused("cannot be unpacked: " + e.getMessage());
        }
    }

    /// Nothing of the file is used.
    private CandleRows refused(String why) {
        faults.add(new FileFault(path, 0, 0, why));
        return new CandleRows();
    }

    private boolean holdsShares() {
        return StreamSupport.stream(path.toAbsolutePath().spliterator(), false)
                .anyMatch(part -> Set.of("equity", "option").contains(part.toString()));
    }

    private @Nullable CsvLayout layout() {
        return format == CandleFileFormat.LEAN ? CsvLayout.ofLean() : null;
    }

    /// LEAN's minutes and seconds count milliseconds from the midnight of the file's date; `null`
    /// if that is none.
    private @Nullable TimeReader timeReader() {
        Matcher day = LEAN_DAY.matcher(name(path));
        if (format != CandleFileFormat.LEAN || !day.matches()) {
            return new TimestampParser(zone);
        }
        try {
            long midnight =
                    LocalDate.parse(day.group(1), DateTimeFormatter.BASIC_ISO_DATE)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli();
            return (bytes, from, to) -> {
                long sinceMidnight = TimestampParser.digits(bytes, from, to);
                return sinceMidnight < 0 || sinceMidnight >= DAY_MS
                        ? TimeReader.NONE
                        : midnight + sinceMidnight;
            };
        } catch (DateTimeParseException e) {
            return null; // said by the caller
        }
    }

    /// How long the text is, or 0 for a compressed file.
    private long textSize() throws IOException {
        String name = name(path);
        return name.endsWith(".gz") || name.endsWith(".zip") ? 0 : Files.size(path);
    }

    private @Nullable InputStream open() throws IOException {
        InputStream in = Files.newInputStream(path);
        String name = name(path);
        if (name.endsWith(".gz")) {
            return new Inflated(new GZIPInputStream(in, 1 << 16), Files.size(path));
        }
        if (!name.endsWith(".zip")) {
            return in;
        }
        // as a stream: the central directory of some archives is malformed, their content is not
        ZipInputStream zip = new ZipInputStream(new BufferedInputStream(in, 1 << 16));
        if (toNextFile(zip)) {
            return zip;
        }
        zip.close();
        return null;
    }

    private static boolean toNextFile(ZipInputStream zip) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            // macOS puts its own records beside each file
            if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
                return true;
            }
        }
        return false;
    }
}
