package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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

    @ParameterizedTest
    @ValueSource(strings = {"out.csv", "out.csv.gz"})
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
}
