package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;

/// Files of the Rust implementation of Apache Arrow (parquet-wasm 0.8.0), which writes what DuckDB
/// does not: an index of pages, and pages of a few rows.
///
/// Minutes from 2024-01-01; row `i` opens at `100 + i % 7 / 4`, two above is the high, 1.5 below
/// the low (32 bits wide), 0.5 above the close, and its volume is `1.5 i`.
class ForeignParquetTest {
    @TempDir Path folder;

    static Path copy(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in =
                Objects.requireNonNull(ForeignParquetTest.class.getResourceAsStream(name), name)) {
            Files.copy(in, file);
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrow-rs-snappy-page-index.parquet", "arrow-rs-zstd-v2.parquet"})
    void isRead(String name) throws IOException {
        CandleSeries candles = Given.candles(Timeframe.M1, copy(name, folder));

        assertThat(candles.size()).isEqualTo(300);
        for (int i = 0; i < 300; i++) {
            double open = 100 + i % 7 * 0.25;
            assertThat(candles.candle(i))
                    .isEqualTo(
                            new Candle(
                                    1704067200000L + i * 60_000L,
                                    open,
                                    open + 2,
                                    open - 1.5,
                                    open + 0.5,
                                    i * 1.5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "arrow-rs-lz4.parquet")
    void orNamedWithTheWayItIsPacked(String name) throws IOException {
        assertThat(Given.faultsOf(Timeframe.M1, copy(name, folder)))
                .singleElement()
                .asString()
                .startsWith("it is packed with LZ4_RAW, which cannot be read");
    }
}
