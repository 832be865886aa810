package plumbline.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import plumbline.engine.feed.CandleExport;
import plumbline.engine.feed.CandleFileFormat;
import plumbline.engine.feed.CandleImport;
import plumbline.engine.feed.ImportOptions;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;

/// Reading a text file of 1,000,000 candles from disk into columns, every check included: with ISO
/// times under a header, in Binance's twelve columns, and as spreadsheets, terminals and people of
/// other zones write them.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
public class ImportBenchmark {
    private static final SeriesKey KEY = new SeriesKey(MarketId.parse("bench:A/USD"), Timeframe.M1);

    private Path folder;
    private Path iso;
    private Path binance;
    private Path german;
    private Path terminal;
    private Path start;
    private Path local;

    @Setup
    public void write() throws IOException {
        CandleSeries candles = Candles.walk(1_000_000);
        folder = Files.createTempDirectory("plumbline-bench");
        iso = folder.resolve("iso.csv");
        CandleExport.write(candles, iso);
        binance = folder.resolve("binance.csv");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < candles.size(); i++) {
            long time = candles.openTime()[i];
            rows.append(time)
                    .append(',')
                    .append(candles.open()[i])
                    .append("000000,")
                    .append(candles.high()[i])
                    .append("000000,")
                    .append(candles.low()[i])
                    .append("000000,")
                    .append(candles.close()[i])
                    .append("000000,")
                    .append(candles.volume()[i])
                    .append("00,")
                    .append(time + 59_999)
                    .append(",1234567.12345678,321,0.51230000,12345.12345678,0\n");
        }
        Files.writeString(binance, rows);
    }

    @Setup
    public void writeOtherLayouts() throws IOException {
        CandleSeries candles = Candles.walk(1_000_000);
        Path other = Files.createTempDirectory("plumbline-bench");
        german = other.resolve("german.csv");
        terminal = other.resolve("terminal.csv");
        start = other.resolve("start.csv");
        local = other.resolve("local.csv");
        DateTimeFormatter dayFirst = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");
        DateTimeFormatter twoColumns = DateTimeFormatter.ofPattern("yyyy.MM.dd\tHH:mm:ss");
        StringBuilder semicolons = new StringBuilder("Datum;Open;High;Low;Close;Volume\n");
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        StringBuilder isoLocal = new StringBuilder("time,open,high,low,close,volume\n");
        StringBuilder tabs =
                new StringBuilder("<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<VOL>\n");
        for (int i = 0; i < candles.size(); i++) {
            LocalDateTime time =
                    LocalDateTime.ofEpochSecond(candles.openTime()[i] / 1000, 0, ZoneOffset.UTC);
            semicolons.append(dayFirst.format(time)).append(values(candles, i, ';', ','));
            isoLocal.append(iso(candles.openTime()[i], berlin))
                    .append(values(candles, i, ',', '.'));
            tabs.append(twoColumns.format(time)).append(values(candles, i, '\t', '.'));
        }
        Files.writeString(german, semicolons);
        Files.writeString(terminal, tabs);
        Files.writeString(local, isoLocal);
        Files.writeString(
                start, semicolons.substring(0, semicolons.lastIndexOf("\n", (1 << 16) - 1) + 1));
    }

    /// What a clock in that zone shows.
    private static String iso(long ms, ZoneId zone) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofInstant(Instant.ofEpochMilli(ms), zone));
    }

    private static String values(CandleSeries candles, int i, char separator, char decimal) {
        StringBuilder row = new StringBuilder();
        for (double[] column :
                new double[][] {
                    candles.open(), candles.high(), candles.low(), candles.close(), candles.volume()
                }) {
            row.append(separator)
                    .append(BigDecimal.valueOf(column[i]).toPlainString().replace('.', decimal));
        }
        return row.append('\n').toString();
    }

    @TearDown
    public void delete() throws IOException {
        Files.deleteIfExists(iso);
        Files.deleteIfExists(binance);
        Files.deleteIfExists(folder);
        for (Path file : List.of(german, terminal, local, start)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(german.getParent());
    }

    @Benchmark
    public CandleSeries isoTimes() throws IOException {
        return read(iso, ImportOptions.NONE);
    }

    @Benchmark
    public CandleSeries binanceColumns() throws IOException {
        return read(binance, ImportOptions.NONE);
    }

    @Benchmark
    public CandleSeries dayFirstDecimalComma() throws IOException {
        return read(german, ImportOptions.NONE);
    }

    @Benchmark
    public CandleSeries dateAndClock() throws IOException {
        return read(terminal, ImportOptions.NONE);
    }

    /// The times are taken as those of clocks in Berlin: they have no zone.
    @Benchmark
    public CandleSeries localZone() throws IOException {
        return read(local, ImportOptions.in(ZoneId.of("Europe/Berlin")));
    }

    /// What a file is, is found out from so much of it: 64 KB, some 1,000 rows, which are read too.
    @Benchmark
    public CandleSeries understanding() throws IOException {
        return content(start, ImportOptions.NONE).candles();
    }

    private static CandleImport.Content content(Path file, ImportOptions options)
            throws IOException {
        return new CandleImport(
                        KEY.market(),
                        Optional.of(KEY.timeframe()),
                        CandleFileFormat.AUTO,
                        options,
                        Instant.now())
                .read(List.of(file), () -> false, _ -> {});
    }

    private static CandleSeries read(Path file, ImportOptions options) throws IOException {
        CandleImport.Content content = content(file, options);
        if (content.candles().size() != 1_000_000 || !content.faults().isEmpty()) {
            throw new IllegalStateException("read " + content.candles().size() + " candles");
        }
        return content.candles();
    }
}
