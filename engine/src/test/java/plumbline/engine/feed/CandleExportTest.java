package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;

class CandleExportTest {
    @TempDir Path folder;

    /// Prices of every size, with all their binary digits.
    private static CandleSeries wild() {
        Random random = new Random(11);
        CandleSeries.Builder out = CandleSeries.builder(5000);
        for (int i = 0; i < 5000; i++) {
            double low = Math.pow(10, random.nextDouble(-12, 12));
            double high = low * (1 + random.nextDouble());
            double open = low + (high - low) * random.nextDouble();
            double close = low + (high - low) * random.nextDouble();
            double volume = random.nextInt(5) == 0 ? 0 : Math.pow(10, random.nextDouble(-9, 15));
            out.add(
                    i * 60_000L - 1_000_000_000L,
                    Math.clamp(open, low, high),
                    high,
                    low,
                    Math.clamp(close, low, high),
                    volume);
        }
        return out.build();
    }

    /// Minutes of prices in hundredths, as most markets have them.
    static CandleSeries cents(int count) {
        Random random = new Random(3);
        CandleSeries.Builder out = CandleSeries.builder(count);
        int price = 3_000_000;
        for (int i = 0; i < count; i++) {
            int open = price;
            price = Math.max(1000, price + random.nextInt(-500, 501));
            out.add(
                    1_704_067_200_000L + i * 60_000L,
                    open / 100.0,
                    (Math.max(open, price) + random.nextInt(300)) / 100.0,
                    (Math.min(open, price) - random.nextInt(300)) / 100.0,
                    price / 100.0,
                    random.nextInt(100_000) / 100.0);
        }
        return out.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.csv", "out.csv.gz", "out.parquet", "OUT.CSV"})
    void comesBackBitForBit(String name) throws IOException {
        CandleSeries candles = wild();
        Path file = folder.resolve("new folder").resolve(name);

        CandleExport.write(candles, file);

        assertThat(Given.candles(Timeframe.M1, file).fingerprint())
                .isEqualTo(candles.fingerprint());
    }

    @Test
    void isPlainTextWithoutExponents() throws IOException {
        CandleSeries candles =
                CandleSeries.builder(1)
                        .add(1704067200000L, 1e-9, 1e22, 1e-10, 0.1 + 0.2, 0)
                        .build();
        Path file = folder.resolve("out.csv");

        CandleExport.write(candles, file);

        assertThat(file)
                .hasContent(
                        """
                        time,open,high,low,close,volume
                        2024-01-01T00:00:00Z,0.000000001,10000000000000000000000,0.0000000001,0.30000000000000004,0
                        """);
    }

    @Test
    void leavesWhatWasThereIfItCannotBeWritten() throws IOException {
        Path inTheWay = Files.createDirectory(folder.resolve("out.csv"));

        assertThatThrownBy(() -> CandleExport.write(wild(), inTheWay))
                .isInstanceOf(IOException.class);

        assertThat(inTheWay).isDirectory();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(inTheWay);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"out", "out.txt", "out.gz", "csv", "out.parquet.bak"})
    void refusesNamesThatAskForNoKnownFormat(String name) {
        assertThatThrownBy(() -> CandleExport.write(wild(), folder.resolve(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("its name must end in .csv, .csv.gz or .parquet");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void tellsHowFarItIs(ExportFormat format) throws IOException {
        CandleSeries candles = cents(100_000);
        List<Long> done = new ArrayList<>();

        long count =
                CandleExport.write(
                        CandleBlocks.of(candles), file(format), format, done::add, () -> false);

        assertThat(count).isEqualTo(100_000);
        assertThat(done).isSorted().hasSizeGreaterThan(1).endsWith(100_000L);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void leavesNothingWhenCancelled(ExportFormat format) throws IOException {
        Files.writeString(file(format), "before");
        List<Long> done = new ArrayList<>();

        assertThatThrownBy(() ->
                        CandleExport.write(
                                CandleBlocks.of(cents(300_000)),
                                file(format),
                                format,
                                done::add,
                                () -> !done.isEmpty()))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("no file was written");

        assertThat(done).hasSize(1);
        assertThat(file(format)).hasContent("before");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file(format));
        }
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void leavesNothingWhenTheSourceFails(ExportFormat format) {
        CandleBlocks broken =
                sink -> {
                    sink.accept(cents(10));
                    throw new IllegalStateException("the store is gone");
                };

        assertThatThrownBy(() ->
                        CandleExport.write(broken, file(format), format, _ -> {}, () -> false))
                .hasMessage("the store is gone");

        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void refusesBlocksThatAreNotInOrder(ExportFormat format) {
        CandleBlocks twice =
                sink -> {
                    sink.accept(cents(10));
                    sink.accept(cents(10));
                };

        assertThatThrownBy(
                        () -> CandleExport.write(twice, file(format), format, _ -> {}, () -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in order of time");

        assertThat(folder).isEmptyDirectory();
    }

    /// 2,000,000 candles are 96 MB in memory; a block of them is 1 MB.
    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void holdsNoMoreThanABlock(ExportFormat format) throws IOException {
        CandleSeries block = cents(20_000);
        long[] largest = {0};
        CandleBlocks blocks =
                sink -> {
                    for (int i = 0; i < 100; i++) {
                        sink.accept(later(block, i));
                        largest[0] = Math.max(largest[0], used());
                    }
                };
        long before = used();

        CandleExport.write(blocks, file(format), format, _ -> {}, () -> false);

        assertThat(largest[0] - before).isLessThan(50_000_000L);
    }

    private static CandleSeries later(CandleSeries block, int times) {
        long[] time = block.openTime().clone();
        for (int i = 0; i < time.length; i++) {
            time[i] += times * 60_000L * time.length;
        }
        return CandleSeries.of(
                time, block.open(), block.high(), block.low(), block.close(), block.volume());
    }

    /// Bytes that are alive.
    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Path file(ExportFormat format) {
        return folder.resolve("out" + format.ending());
    }
}
