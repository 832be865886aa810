package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;

/// What is exported is read back bit for bit, and nothing has to be said of it: neither what the
/// file is nor how long its candles are.
class RoundTripTest {
    private static final int SEEDS = 20;

    @TempDir private Path folder;

    static Stream<Arguments> formatsAndSeeds() {
        return Stream.of(ExportFormat.values())
                .flatMap(format ->
                        IntStream.range(0, SEEDS).mapToObj(seed -> Arguments.of(format, seed)));
    }

    @ParameterizedTest
    @MethodSource("formatsAndSeeds")
    void comesBack(ExportFormat format, int seed) throws IOException {
        CandleSeries candles = OddCandles.of(seed, 10 + seed * 37);
        Path file = folder.resolve("out" + format.ending());

        CandleExport.write(candles, file);
        CandleImport.Content content = Given.read(Optional.empty(), ImportOptions.NONE, file);

        assertThat(content.faults()).isEmpty();
        assertThat(content.key().timeframe()).isEqualTo(Timeframe.M1);
        assertThat(content.candles().fingerprint()).isEqualTo(candles.fingerprint());
    }

    @ParameterizedTest
    @MethodSource("formatsAndSeeds")
    void oneCandleNeedsItsTimeframe(ExportFormat format, int seed) throws IOException {
        CandleSeries candle = OddCandles.of(seed, 1);
        Path file = folder.resolve("out" + format.ending());

        CandleExport.write(candle, file);

        assertThat(Given.read(Timeframe.M1, file).candles().fingerprint())
                .isEqualTo(candle.fingerprint());
    }

    @Test
    void manyCandlesComeBackToo() throws IOException {
        CandleSeries candles = OddCandles.of(77, 200_000);
        for (ExportFormat format : ExportFormat.values()) {
            Path file = folder.resolve("many" + format.ending());

            CandleExport.write(candles, file);

            assertThat(
                            Given.read(Optional.empty(), ImportOptions.NONE, file)
                                    .candles()
                                    .fingerprint())
                    .as(format.name())
                    .isEqualTo(candles.fingerprint());
        }
    }
}
