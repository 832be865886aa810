package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;

/// What is exported as Parquet comes back.
class ParquetRoundTripTest {

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyBitComesBack(long seed) throws IOException {
        CandleSeries candles = OddCandles.of(seed, 1 + new Random(seed).nextInt(3000));
        Path file = Files.createTempFile("plumbline", ".parquet");
        try {
            CandleExport.write(candles, file);

            assertThat(Given.candles(Timeframe.M1, file).fingerprint())
                    .isEqualTo(candles.fingerprint());
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void soItDoesOverSeveralRowGroups(@TempDir Path folder) throws IOException {
        CandleSeries candles = OddCandles.of(1, 400_000);
        Path file = folder.resolve("many.parquet");

        CandleExport.write(candles, file);

        assertThat(Given.candles(Timeframe.M1, file).fingerprint())
                .isEqualTo(candles.fingerprint());
        assertThat(DuckDb.rows("select num_row_groups from parquet_file_metadata('" + file + "')"))
                .singleElement()
                .asString()
                .isEqualTo("[4]");
    }

    @Test
    void theFileDoesNotDependOnHowTheBlocksAreCut(@TempDir Path folder) throws IOException {
        CandleSeries candles = OddCandles.of(2, 200_000);
        Path whole = folder.resolve("whole.parquet");
        Path pieces = folder.resolve("pieces.parquet");
        CandleBlocks blocks =
                sink -> {
                    for (int from = 0; from < candles.size(); from += 7919) {
                        sink.accept(candles.slice(from, Math.min(from + 7919, candles.size())));
                        sink.accept(CandleSeries.empty());
                    }
                };

        CandleExport.write(candles, whole);
        long count = CandleExport.write(blocks, pieces, ExportFormat.PARQUET, _ -> {}, () -> false);

        assertThat(count).isEqualTo(candles.size());
        assertThat(pieces).hasSameBinaryContentAs(whole);
    }
}
