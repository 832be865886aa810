package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.engine.market.Timeframe;

/// Small files after public reports of what people have, from a folder outside of the project, with
/// what a user expects of each. Skipped where the folder is not.
class CasesTest {
    private static Path file(String name) {
        String folder = System.getProperty("plumbline.testdata", "");
        Path file = Path.of(folder).resolve("cases").resolve(name);
        assumeTrue(
                !folder.isEmpty() && Files.exists(file),
                "no cases: set -Dplumbline.testdata to the folder that holds cases/" + name);
        return file;
    }

    private static ImportOptions options(String all) {
        String[] byName = {"", "", "", "", "", "", ""};
        String[] names = {"columns", "date-format", "decimal", "zone", "time", "symbol", "member"};
        for (String one : all == null ? new String[0] : all.split(" ")) {
            for (int i = 0; i < names.length; i++) {
                if (one.startsWith(names[i] + "=")) {
                    byName[i] = one.substring(names[i].length() + 1);
                }
            }
        }
        return new ImportOptions(
                byName[0], byName[1], byName[2], byName[3], byName[4], byName[5], byName[6]);
    }

    private static CandleImport.Content read(String name, String options) {
        return Given.read(Optional.empty(), options(options), file(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01-no-volume.csv | | 1h | 6 | 2024-01-08T08:00:00Z",
                "02-tv-indicators.csv | | 1h | 6 | 2024-01-08T14:30:00Z",
                "03-yf-multiindex.csv | | 1d | 5 | 2024-01-08T00:00:00Z",
                "05-kaggle-nan.csv | | 1m | 5 | 2012-01-01T06:40:00Z",
                "06-cdd-old.csv | | 1h | 6 | 2019-10-01T12:00:00Z",
                "08-kraken-ohlcvt.csv | | 1m | 6 | 2023-07-10T00:00:00Z",
                "09-kraken-several.zip | member=ZZTUSD_60.csv | 1h | 4 | 2023-07-10T00:00:00Z",
                "10-freqtrade.json | | 5m | 5 | 2024-01-01T00:00:00Z",
                "11-mt5-bars.csv | | 1h | 6 | 2024-01-02T00:00:00Z",
                "13-date-time-columns.csv | | 1m | 6 | 2011-12-08T18:49:00Z",
                "14-tick-volume.csv | | 1h | 6 | 2023-05-11T15:00:00Z",
                "15-dukascopy-gmt.csv | | 1d | 6 | 2020-01-02T00:00:00Z",
                "17-histdata-ascii.csv | zone=EST | 1m | 6 | 2012-02-01T05:00:00Z",
                "20-nasdaq.csv | | 1d | 4 | 2022-03-12T00:00:00Z",
                "22-decimal-comma.csv | | 1d | 5 | 2023-10-09T00:00:00Z",
                "23-german-thousands.csv | | 1d | 5 | 2016-07-04T00:00:00Z",
                "25-quoted-thousands.csv | | 1d | 5 | 2018-01-15T00:00:00Z",
                "26-us-dates.csv | | 1d | 5 | 2016-09-12T00:00:00Z",
                "29-ib-zone.csv | | 30m | 6 | 2025-07-14T13:30:00Z",
                "30-digits-datetime.csv | | 1h | 6 | 2024-11-19T00:00:00Z",
                "33-ms-1973.csv | | 1d | 62 | 1972-12-25T00:00:00Z",
                "35-utf16le.csv | | 1d | 5 | 2014-01-01T00:00:00Z",
                "37-comment-lines.csv | | 1d | 5 | 2024-01-08T00:00:00Z",
                "39-binance-off-grid.csv | | 1m | 15 | 2018-02-08T00:20:00Z",
                "40-flat-file.csv | symbol=ZZB | 1m | 4 | 2025-04-16T08:00:00Z",
                "42-many-symbols.csv | symbol=bbb2 | 1d | 6 | 2024-04-01T00:00:00Z",
                "44-bitmex-close-time.csv | time=close | 1m | 120 | 2019-01-01T00:00:00Z",
                "45-local-days-dst.csv | zone=America/New_York | 1d | 8 | 2020-03-05T05:00:00Z",
                "47-fold-hour.csv | zone=America/New_York | 1h | 8 | 2020-11-01T03:00:00Z",
                "50-us-hourly.csv | | 1h | 105 | 2024-02-26T14:30:00Z",
                "52-fx-sunday.csv | | 1h | 360 | 2020-01-05T22:00:00Z",
                "54-tiny-prices.csv | | 1h | 60 | 2024-05-06T12:00:00Z",
                "55-scientific.csv | | 1h | 3 | 2024-05-06T12:00:00Z",
                "57-float-noise.csv | | 1d | 12 | 2006-05-08T00:00:00Z",
                "62-one-letter.csv | | 1m | 6 | 2017-01-01T00:00:00Z",
                "63-jesse-table.csv | | 1m | 6 | 2020-06-13T00:00:00Z",
                "67-folder | | 1d | 6 | 2020-01-01T00:00:00Z",
                "67-folder-txt | | 1d | 6 | 2020-01-01T00:00:00Z",
                "73-ccxt-no-header.csv | | 1h | 6 | 2021-08-16T00:00:00Z",
                "76-no-trade-minutes.csv | | 1m | 23 | 2023-07-10T00:00:00Z",
            })
    void isTaken(String name, String options, String timeframe, int candles, String first) {
        CandleImport.Content content = read(name, options);

        assertThat(content.faults()).isEmpty();
        assertThat(content.key().timeframe().code()).isEqualTo(timeframe);
        assertThat(content.candles().size()).isEqualTo(candles);
        assertThat(java.time.Instant.ofEpochMilli(content.candles().firstOpenMs()))
                .hasToString(first);
    }

    /// @param usable whether leaving rows out is offered
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "09-kraken-several.zip | false | ZZTUSD_1.csv, ZZTUSD_60.csv; say which with --member",
                "32-excel-scientific.csv | false | the last 7 digits are lost",
                "40-flat-file.csv | false | ZZA, ZZB; choose one with --symbol",
                "42-many-symbols.csv | false | AAA1, BBB2; choose one with --symbol",
                "56-zero-row.csv | true | 5: high must be above 0",
                "59-close-above-high.csv | true | 3: high 73.5 is below close 95.6",
                "69-empty-volume.csv | true | 3:6: volume is empty",
                "70-freqtrade.feather | false | this is a Feather file",
                "70-book.xlsx | false | this is an Excel workbook; save the sheet as CSV",
            })
    void isNamed(String name, boolean usable, String why) {
        CandleImport.Content content = read(name, "");

        assertThat(content.faults().getFirst().toString()).contains(why);
        assertThat(content.usable()).isEqualTo(usable);
    }

    @Test
    void thousandsAndVolumesAreWhatTheySay() {
        assertThat(read("23-german-thousands.csv", "").candles().candle(1).open()).isEqualTo(1205);
        assertThat(read("11-mt5-bars.csv", "").candles().candle(0).volume()).isEqualTo(7639);
        assertThat(read("05-kaggle-nan.csv", "").candles().candle(0).volume()).isEqualTo(0.8694);
        assertThat(read("06-cdd-old.csv", "").candles().candle(5).volume()).isEqualTo(42.96);
        assertThat(read("25-quoted-thousands.csv", "").candles().candle(0).volume())
                .isEqualTo(3_516_000);
    }

    @Test
    void theLaterOfTwoDownloadsWins() {
        CandleImport.Content both =
                Given.read(Timeframe.H1, file("61-unfinished-a.csv"), file("61-unfinished-b.csv"));

        assertThat(both.faults()).isEmpty();
        assertThat(both.candles().size()).isEqualTo(8);
        assertThat(both.candles().candle(4).volume()).isEqualTo(2372);
    }
}
