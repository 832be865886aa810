package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;

/// The many ways in which others write the same two candles as Parquet.
class ParquetImportTest {
    private static final String TWO_DAYS =
            "(values (timestamp '2024-01-01', 10, 12.5, 9.5, 11, 100),"
                    + " (timestamp '2024-01-02', 11, 13, 10.25, 12.75, 250.5))"
                    + " t(time, open, high, low, close, volume)";
    private static final Candle FIRST =
            new Candle(ms("2024-01-01T00:00:00Z"), 10, 12.5, 9.5, 11, 100);
    private static final Candle SECOND =
            new Candle(ms("2024-01-02T00:00:00Z"), 11, 13, 10.25, 12.75, 250.5);

    @TempDir Path folder;

    private Path days(String select) {
        return DuckDb.write(folder.resolve("days.parquet"), select);
    }

    private void isTheSame(String select) {
        CandleSeries candles = Given.candles(Timeframe.D1, days(select));

        assertThat(candles.size()).isEqualTo(2);
        assertThat(candles.candle(0)).isEqualTo(FIRST);
        assertThat(candles.candle(1)).isEqualTo(SECOND);
    }

    private List<String> faults(String select) {
        return Given.faultsOf(Timeframe.D1, days(select));
    }

    private static long ms(String iso) {
        return Instant.parse(iso).toEpochMilli();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp",
                "timestamp_s",
                "timestamp_ms",
                "timestamp_ns",
                "timestamptz",
                "date",
                "varchar"
            })
    void takesTimesOfAnyType(String type) {
        isTheSame("select * replace (time::" + type + " as time) from " + TWO_DAYS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "epoch(time)::bigint",
                "epoch(time)::integer",
                "epoch(time)::uinteger",
                "epoch_ms(time)",
                "epoch_us(time)",
                "epoch_ns(time)",
                "epoch_ms(time)::ubigint",
                "strftime(time, '%Y-%m-%dT%H:%M:%SZ')",
                "strftime(time, '%Y-%m-%d')",
                "epoch_ms(time)::varchar"
            })
    void tellsTheUnitOfANumberByItsSizeAndReadsText(String time) {
        isTheSame("select * replace (" + time + " as time) from " + TWO_DAYS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double",
                "float",
                "varchar",
                "decimal(5,2)",
                "decimal(18,8)",
                "decimal(38,10)",
            })
    void takesPricesOfAnyType(String type) {
        isTheSame(
                "select time, open::%1$s open, high::%1$s high, low::%1$s low, close::%1$s close, volume::%1$s volume from "
                                .formatted(type)
                        + TWO_DAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tinyint", "smallint", "integer", "bigint", "uinteger", "ubigint"})
    void takesWholeNumbersOfAnyWidth(String type) {
        CandleSeries candles =
                Given.candles(
                        Timeframe.D1,
                        days(
                                "select time, open::%1$s open, ceil(high)::%1$s high, floor(low)::%1$s low, open::%1$s close, 100::%1$s volume from "
                                                .formatted(type)
                                        + TWO_DAYS));

        assertThat(candles.candle(0)).isEqualTo(new Candle(FIRST.openTimeMs(), 10, 13, 9, 10, 100));
    }

    @Test
    void readsWholeNumbersWithoutASignBeyondTheLargestWithOne() {
        CandleSeries candles =
                Given.candles(
                        Timeframe.D1,
                        days(
                                "select * replace (18446744073709551615::ubigint as volume) from "
                                        + TWO_DAYS));

        assertThat(candles.volume()).containsExactly(0x1p64, 0x1p64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "29123.45 | 18, 8",
                "0.00000001 | 18, 8",
                "9999999999.99999999 | 18, 8",
                "12345678901234567890123456.789 | 38, 10",
                "0.1 | 4, 2"
            })
    void readsDecimalsAsTheNearestNumbers(String text, String type) {
        CandleSeries candles =
                Given.candles(
                        Timeframe.D1,
                        days(
                                "select * replace ('%s'::decimal(%s) as volume) from "
                                                .formatted(text, type)
                                        + TWO_DAYS));

        assertThat(candles.volume()[0]).isEqualTo(Double.parseDouble(text));
    }

    @Test
    void takesColumnsInAnyOrderAndCaseAndLeavesOthersOut() {
        isTheSame(
                "select 'GOOG' symbol, volume, close \"Close\", low \"LOW\", [1, 2] trades,"
                        + " {'a': 1, 'b': {'c': 2}} more, high \" High \", open, time \"Open Time\","
                        + " null nothing from "
                        + TWO_DAYS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp",
                "Date",
                "datetime",
                "open_time",
                "opentime",
                "__index_level_0__"
            })
    void takesAnyOfTheNamesOfTheTime(String name) {
        isTheSame("select * rename (time as \"" + name + "\") from " + TWO_DAYS);
    }

    @ParameterizedTest
    @CsvSource({
        "snappy, V1",
        "zstd, V1",
        "gzip, V1",
        "uncompressed, V1",
        "snappy, V2",
        "zstd, V2",
        "gzip, V2",
        "uncompressed, V2"
    })
    void readsWhatOthersPack(String codec, String version) throws IOException {
        CandleSeries candles = CandleExportTest.cents(30_000);
        Path csv = folder.resolve("given.csv");
        CandleExport.write(candles, csv);
        Path file =
                DuckDb.write(
                        folder.resolve("packed.parquet"),
                        "select * from read_csv('%s', types = {'time': 'TIMESTAMPTZ'})"
                                .formatted(csv),
                        "codec '%s', parquet_version '%s', row_group_size 8192"
                                .formatted(codec, version));

        assertThat(Given.candles(Timeframe.M1, file).fingerprint())
                .isEqualTo(candles.fingerprint());
    }

    @Test
    void readsTimesWithoutAZoneInTheGivenOne() {
        Path local = days("select * from " + TWO_DAYS);
        Path dates =
                DuckDb.write(
                        folder.resolve("dates.parquet"),
                        "select * replace (time::date as time) from " + TWO_DAYS);
        Path utc =
                DuckDb.write(
                        folder.resolve("utc.parquet"),
                        "select * replace (time::timestamptz as time) from " + TWO_DAYS);
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        long inBerlin = ms("2023-12-31T23:00:00Z");
        assertThat(Given.read(Timeframe.D1, berlin, local).candles().firstOpenMs())
                .isEqualTo(inBerlin);
        assertThat(Given.read(Timeframe.D1, berlin, dates).candles().firstOpenMs())
                .isEqualTo(inBerlin);
        assertThat(Given.read(Timeframe.D1, berlin, utc).candles().firstOpenMs())
                .isEqualTo(ms("2024-01-01T00:00:00Z"));
    }

    @Test
    void knowsTheFileWhateverItsName() throws IOException {
        Path file = days("select * from " + TWO_DAYS);
        Path other = Files.copy(file, folder.resolve("candles.dat"));

        CandleImport.Content content = Given.read(Timeframe.D1, other);

        assertThat(content.source()).isEqualTo("parquet");
        assertThat(content.candles().size()).isEqualTo(2);
    }

    @Test
    void findsTheFileInAFolder() {
        days("select * from " + TWO_DAYS);

        assertThat(Given.candles(Timeframe.D1, folder).size()).isEqualTo(2);
    }

    @Test
    void turnsNewestFirstRound() {
        isTheSame("select * from " + TWO_DAYS + " order by time desc");
    }

    @Test
    void namesEveryRowThatCannotBeUsed() {
        String rows =
                "(values (timestamp '2024-01-01', 10, 12, 9, 11, 5),"
                        + " (timestamp '2024-01-02', null, 12, 9, 11, 5),"
                        + " (null, 10, 12, 9, 11, 5),"
                        + " (timestamp '2024-01-04', 10, 8, 9, 11, 5),"
                        + " (timestamp '2024-01-05', 10, 'NaN'::double, 9, 11, 5),"
                        + " (timestamp '2024-01-06', 10, 12, 9, 11, -1),"
                        + " (timestamp '2024-01-01', 10, 12, 9, 11, 6)) t(time, open, high, low, close, volume)";

        assertThat(faults("select * from " + rows))
                .containsExactly(
                        "2:2: open is empty",
                        "3:1: time is empty",
                        "4: high 8.0 is below low 9.0",
                        "5: high is not a number",
                        "6: volume must not be below 0, is -1.0",
                        "7: repeats the time of line 1 with other values (local times, of which an hour may come twice, need --zone)");
    }

    @Test
    void namesTextThatIsNeitherNumberNorTime() {
        assertThat(faults("select * replace ('yesterday' as time) from " + TWO_DAYS + " limit 1"))
                .singleElement()
                .asString()
                .startsWith("time 'yesterday' is not a time in any form");
        assertThat(faults("select * replace ('0x1p3' as open) from " + TWO_DAYS + " limit 1"))
                .containsExactly("1:2: open '0x1p3' is not a number");
        assertThat(faults("select * replace (-1::bigint as time) from " + TWO_DAYS + " limit 1"))
                .isEmpty(); // a second before 1970
        assertThat(
                        faults(
                                "select * replace (timestamp '20000-01-01' as time) from "
                                        + TWO_DAYS
                                        + " limit 1"))
                .containsExactly("1:1: time 568971820800000 is not a time");
    }

    @Test
    void namesColumnsThatCannotBeUsed() {
        assertThat(faults("select time, open, high, low, volume from " + TWO_DAYS))
                .containsExactly(
                        "the file has no column 'close'; it has time, open, high, low, volume. Say"
                                + " which column is what with --columns");
        assertThat(faults("select 1 price, 2 size"))
                .containsExactly(
                        "the file has no column a time (time, timestamp, date, datetime, open_time),"
                                + " 'open', 'high', 'low'; it has price, size. Say which column is what"
                                + " with --columns");
        assertThat(faults("select *, open \" open\" from " + TWO_DAYS))
                .singleElement()
                .asString()
                .contains("'open' twice");
        assertThat(faults("select * replace (true as open) from " + TWO_DAYS))
                .containsExactly("column 'open' holds no numbers, its type is BOOLEAN");
        assertThat(faults("select * replace (1.5::float as time) from " + TWO_DAYS))
                .containsExactly("column 'time' holds no times, its type is FLOAT");
        assertThat(faults("select * replace ([open] as open) from " + TWO_DAYS))
                .containsExactly("column 'open' holds columns of its own");
        assertThat(faults("select * replace (time as volume) from " + TWO_DAYS))
                .singleElement()
                .asString()
                .startsWith("column 'volume' holds no numbers, its type is TIMESTAMP");
    }

    @Test
    void namesAFileWithoutRows() {
        assertThat(faults("select * from " + TWO_DAYS + " where open > 99"))
                .containsExactly("the file has no rows");
    }

    @Test
    void namesAWayOfPackingThatIsNotKnown() {
        Path file =
                DuckDb.write(
                        folder.resolve("brotli.parquet"),
                        "select * from " + TWO_DAYS,
                        "codec 'brotli'");

        assertThat(Given.faultsOf(Timeframe.D1, file))
                .containsExactly(
                        "it is packed with BROTLI, which cannot be read; write it again with"
                                + " snappy, zstd or gzip");
    }
}
