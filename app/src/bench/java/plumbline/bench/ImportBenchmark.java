package plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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

/// Reading a CSV file of 1,000,000 candles from disk into columns, every check included; once with
/// ISO times under a header, once in Binance's twelve columns.
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

    @TearDown
    public void delete() throws IOException {
        Files.deleteIfExists(iso);
        Files.deleteIfExists(binance);
        Files.deleteIfExists(folder);
    }

    @Benchmark
    public CandleSeries isoTimes() throws IOException {
        return read(iso);
    }

    @Benchmark
    public CandleSeries binanceColumns() throws IOException {
        return read(binance);
    }

    private static CandleSeries read(Path file) throws IOException {
        CandleImport.Content content =
                new CandleImport(
                                KEY.market(),
                                Optional.of(KEY.timeframe()),
                                CandleFileFormat.AUTO,
                                ImportOptions.NONE,
                                Instant.now())
                        .read(List.of(file), () -> false, _ -> {});
        if (content.candles().size() != 1_000_000 || !content.faults().isEmpty()) {
            throw new IllegalStateException("read " + content.candles().size() + " candles");
        }
        return content.candles();
    }
}
