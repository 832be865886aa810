package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.market.CandleSeries;

/// What another program reads in an exported Parquet file.
class ParquetExportTest {
    private final CandleSeries candles = OddCandles.of(5, 150_000);

    @TempDir Path folder;
    private String file = "";

    @BeforeEach
    void export() throws IOException {
        Path path = folder.resolve("candles.parquet");
        CandleExport.write(candles, path);
        file = "'" + path + "'";
    }

    @Test
    void hasTheColumnsInTheirTypes() {
        assertThat(DuckDb.rows("select column_name, column_type from (describe from " + file + ")"))
                .containsExactly(
                        List.of("time", "TIMESTAMP WITH TIME ZONE"),
                        List.of("open", "DOUBLE"),
                        List.of("high", "DOUBLE"),
                        List.of("low", "DOUBLE"),
                        List.of("close", "DOUBLE"),
                        List.of("volume", "DOUBLE"));
        assertThat(
                        DuckDb.rows(
                                "select name, repetition_type, converted_type, logical_type from"
                                        + " parquet_schema("
                                        + file
                                        + ") where name = 'time'"))
                .singleElement()
                .asString()
                .contains("REQUIRED", "TIMESTAMP_MILLIS", "isAdjustedToUTC=1", "MILLIS");
    }

    @Test
    void hasEveryBitOfEveryCandle() {
        int[] row = {0};

        DuckDb.read(
                "select epoch_ms(time), open, high, low, close, volume from " + file,
                values -> {
                    int i = row[0]++;
                    assertThat(values.getLong(1)).isEqualTo(candles.openTime()[i]);
                    double[][] columns = {
                        candles.open(),
                        candles.high(),
                        candles.low(),
                        candles.close(),
                        candles.volume()
                    };
                    for (int c = 0; c < columns.length; c++) {
                        assertThat(Double.doubleToRawLongBits(values.getDouble(c + 2)))
                                .isEqualTo(Double.doubleToRawLongBits(columns[c][i]));
                    }
                });

        assertThat(row[0]).isEqualTo(candles.size());
    }

    @Test
    void hasTheSameCountsExtremesAndSums() throws IOException {
        CandleSeries plain = CandleExportTest.cents(150_000);
        Path path = folder.resolve("plain.parquet");
        CandleExport.write(plain, path);

        // in hundredths, so that sums are exact whatever their order
        assertThat(
                        DuckDb.rows(
                                "select count(*), min(epoch_ms(time)), max(epoch_ms(time)),"
                                        + " min(low), max(high), sum(round(open*100)::hugeint),"
                                        + " sum(round(close*100)::hugeint),"
                                        + " sum(round(volume*100)::hugeint) from '"
                                        + path
                                        + "'"))
                .containsExactly(
                        List.of(
                                "150000",
                                Long.toString(plain.firstOpenMs()),
                                Long.toString(plain.lastOpenMs()),
                                Double.toString(Arrays.stream(plain.low()).min().orElseThrow()),
                                Double.toString(Arrays.stream(plain.high()).max().orElseThrow()),
                                hundredths(plain.open()),
                                hundredths(plain.close()),
                                hundredths(plain.volume())));
    }

    private static String hundredths(double[] values) {
        return Long.toString(Arrays.stream(values).mapToLong(v -> Math.round(v * 100)).sum());
    }

    /// Readers pass over row groups that lie outside of the wanted times.
    @Test
    void saysWhichTimesEachRowGroupSpans() {
        int second = 1 << 17;

        assertThat(
                        DuckDb.rows(
                                "select row_group_id, row_group_num_rows,"
                                        + " epoch_ms(stats_min_value::timestamptz),"
                                        + " epoch_ms(stats_max_value::timestamptz),"
                                        + " stats_null_count, compression, encodings from"
                                        + " parquet_metadata("
                                        + file
                                        + ") where path_in_schema = 'time' order by 1"))
                .containsExactly(
                        group(0, second, 0, second - 1),
                        group(1, candles.size() - second, second, candles.size() - 1));
    }

    private List<String> group(int number, int rows, int first, int last) {
        return List.of(
                Integer.toString(number),
                Integer.toString(rows),
                Long.toString(candles.openTime()[first]),
                Long.toString(candles.openTime()[last]),
                "0",
                "GZIP",
                "PLAIN");
    }

    @Test
    void saysWhatWroteIt() {
        assertThat(DuckDb.rows("select created_by from parquet_file_metadata(" + file + ")"))
                .singleElement()
                .asString()
                .matches("\\[plumbline version .+]");
    }

    @Test
    void mayBeEmpty() throws IOException {
        Path empty = folder.resolve("empty.parquet");

        CandleExport.write(CandleSeries.empty(), empty);

        assertThat(DuckDb.rows("select count(*) from '" + empty + "'"))
                .containsExactly(List.of("0"));
    }
}
