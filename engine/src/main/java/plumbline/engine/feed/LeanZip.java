package plumbline.engine.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.csv.CsvLayout;
import plumbline.engine.feed.csv.CsvReader;
import plumbline.engine.feed.csv.TimeReader;
import plumbline.engine.feed.csv.TimestampParser;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.feed.rows.ReadingLimits;

/// A zip as LEAN keeps it. Its minutes and seconds count milliseconds from the midnight of the date
/// in the file's name.
final class LeanZip {
    private static final Pattern DAY =
            Pattern.compile("(\\d{8})(?:_[a-z0-9]+)*_trade\\.zip", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE =
            Pattern.compile("[a-z0-9]+_trade\\.zip", Pattern.CASE_INSENSITIVE);
    private static final int DATE = 8;
    private static final long DAY_MS = 86_400_000L;

    private final Path path;
    private final ZoneId zone;
    private final ReadingLimits limits;
    private final Faults faults;

    /// @param zone of the times of hours and days
    /// @param faults where faults are put
    LeanZip(Path path, ZoneId zone, ReadingLimits limits, Faults faults) {
        this.path = path;
        this.zone = zone;
        this.limits = limits;
        this.faults = faults;
    }

    /// Whether a zip is LEAN's, by its name or because the user says so.
    static boolean isOne(Path path, CandleFileFormat format) {
        String name = name(path);
        return format == CandleFileFormat.LEAN
                || format == CandleFileFormat.AUTO
                        && (DAY.matcher(name).matches() || WHOLE.matcher(name).matches());
    }

    private static String name(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /// All rows that can be used, in the order of the file.
    CandleRows read() throws IOException {
        if (holdsShares()) {
            return refused(
                    "LEAN keeps share prices in ten-thousandths; only its crypto and forex"
                            + " files can be imported");
        }
        TimeReader times = times();
        if (times == null) {
            return refused(name(path).substring(0, DATE) + " in the file's name is no date");
        }
        try (Archive archive = new Archive(path)) {
            if (!archive.next()) {
                return refused("there is no file in this archive");
            }
            CandleRows rows =
                    new CsvReader(path, CsvLayout.ofLean(), times, limits, faults.of(path))
                            .read(archive.content(), 0);
            if (archive.next()) {
                return refused("there are several files in this archive, LEAN's have one");
            }
            return rows;
        }
    }

    private CandleRows refused(String why) {
        faults.refuse(new FileFault(path, 0, 0, why));
        return new CandleRows();
    }

    private boolean holdsShares() {
        return StreamSupport.stream(path.toAbsolutePath().spliterator(), false)
                .anyMatch(part -> Set.of("equity", "option").contains(part.toString()));
    }

    /// `null` if the date in the name is none.
    private @Nullable TimeReader times() {
        Matcher day = DAY.matcher(name(path));
        if (!day.matches()) {
            return new TimestampParser(zone);
        }
        try {
            long midnight =
                    LocalDate.parse(day.group(1), DateTimeFormatter.BASIC_ISO_DATE).toEpochDay()
                            * DAY_MS;
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
}
