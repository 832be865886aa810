package plumbline.engine.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Timeframe;

/// Files of candles for tests, and what the import makes of them.
final class Given {
    static final MarketId MARKET = MarketId.parse("file:TEST/USD");

    /// Later than what tests make up.
    static final Instant NOW = Instant.parse("2200-01-01T00:00:00Z");

    static final String HEADER = "time,open,high,low,close,volume\n";

    /// Two days that are right, whatever is done with them.
    static final String TWO_DAYS =
            """
            2024-01-01,10,12.5,9.5,11,100
            2024-01-02,11,13,10.25,12.75,250.5
            """;

    private Given() {}

    /// A file as it is.
    static Path file(Path folder, String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(Path folder, String name, String content) {
        return file(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzipped(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /// An archive of files: name, content, name, content.
    static byte[] zipped(String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndContents[i]));
                out.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /// An import of days that has read nothing yet.
    static CandleImport days(Instant now) {
        return new CandleImport(
                MARKET, Optional.of(Timeframe.D1), CandleFileFormat.AUTO, ImportOptions.NONE, now);
    }

    static CandleImport.Content read(Timeframe timeframe, Path... files) {
        return read(timeframe, ZoneOffset.UTC, files);
    }

    static CandleImport.Content read(Timeframe timeframe, ZoneId zone, Path... files) {
        return read(Optional.of(timeframe), ImportOptions.in(zone), files);
    }

    static CandleImport.Content read(
            Optional<Timeframe> timeframe, ImportOptions options, Path... files) {
        CandleImport candleImport =
                new CandleImport(MARKET, timeframe, CandleFileFormat.AUTO, options, NOW);
        try {
            return candleImport.read(List.of(files), () -> false, _ -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The candles of files without a fault.
    static CandleSeries candles(Timeframe timeframe, Path... files) {
        CandleImport.Content content = read(timeframe, files);
        if (!content.faults().isEmpty()) {
            throw new AssertionError("faults: " + content.faults());
        }
        return content.candles();
    }

    /// The faults of a daily CSV file, without its name: `3:2: ...`.
    static List<String> faults(Path folder, String text) {
        return faultsOf(Timeframe.D1, file(folder, "bad.csv", text));
    }

    /// The faults of a file, without its name.
    static List<String> faultsOf(Timeframe timeframe, Path file) {
        return read(timeframe, file).faults().stream()
                .map(fault -> fault.toString().replace(file + ":", "").strip())
                .toList();
    }
}
