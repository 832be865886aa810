package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;

/// Compressed files, and the archives that Binance and LEAN keep.
class ArchiveImportTest {
    @TempDir Path folder;

    @Test
    void unpacksGzipAndZip() throws IOException {
        String text = Given.HEADER + Given.TWO_DAYS;
        CandleSeries plain = Given.candles(Timeframe.D1, Given.file(folder, "c.csv", text));

        CandleSeries gzip =
                Given.candles(Timeframe.D1, Given.file(folder, "c.csv.gz", Given.gzipped(text)));
        CandleSeries zip =
                Given.candles(
                        Timeframe.D1, Given.file(folder, "c.ZIP", Given.zipped("c.csv", text)));

        assertThat(gzip.fingerprint()).isEqualTo(plain.fingerprint());
        assertThat(zip.fingerprint()).isEqualTo(plain.fingerprint());
    }

    @Test
    void readsBinanceZips() throws IOException {
        String rows = "1704067200000000,1,2,1,2,5,1704067259999999,8,3,1,1,0\n";
        Path file =
                Given.file(
                        folder,
                        "BTCUSDT-1m-2024-01.zip",
                        Given.zipped("BTCUSDT-1m-2024-01.csv", rows));

        assertThat(Given.candles(Timeframe.M1, file).candle(0))
                .isEqualTo(new Candle(1704067200000L, 1, 2, 1, 2, 5));
    }

    /// With or without a header, packed or not, with a name that says nothing.
    @Test
    void whatComesFromBinanceIsNotedAsSuch() throws IOException {
        String row = "1704067200000,1,2,1,2,5,1704067259999,8,3,1,1,0\n";
        String header =
                "open_time,open,high,low,close,volume,close_time,quote_volume,count,"
                        + "taker_buy_volume,taker_buy_quote_volume,ignore\n";
        Path zip = Given.file(folder, "a.zip", Given.zipped("a.csv", row));

        assertThat(Given.read(Timeframe.M1, zip).source()).isEqualTo("binance");
        assertThat(Given.read(Timeframe.M1, Given.file(folder, "b.csv", header + row)).source())
                .isEqualTo("binance");
        String other = Given.HEADER + Given.TWO_DAYS;
        assertThat(Given.read(Timeframe.D1, Given.file(folder, "c.csv", other)).source())
                .isEqualTo("csv");
    }

    @Test
    void candlesOffTheGridAreCounted() throws IOException {
        String rows = "2024-01-01T00:00Z,1,2,1,2,5\n2024-01-01T01:30Z,1,2,1,2,5\n";
        Path file = Given.file(folder, "c.csv", Given.HEADER + rows);

        assertThat(Given.read(Timeframe.H1, file).notes())
                .singleElement()
                .asString()
                .contains("1 candle opens off the 1h grid, the first at 2024-01-01T01:30:00Z");
    }

    /// LEAN's minutes count milliseconds from the midnight of the date in the file's name.
    @Test
    void readsLeanMinutes() throws IOException {
        Path file =
                Given.file(
                        folder,
                        "minute/btcusdt/20250717_trade.zip",
                        Given.zipped(
                                "20250717_btcusdt_minute_trade.csv",
                                "0,10,12,9,11,5\n60000,11,12,10,10.5,2\n86340000,1,1,1,1,0"));

        CandleSeries candles = Given.candles(Timeframe.M1, file);

        assertThat(candles.openTime())
                .containsExactly(
                        ms("2025-07-17T00:00:00Z"),
                        ms("2025-07-17T00:01:00Z"),
                        ms("2025-07-17T23:59:00Z"));
        assertThat(candles.candle(1))
                .isEqualTo(new Candle(ms("2025-07-17T00:01:00Z"), 11, 12, 10, 10.5, 2));
    }

    @Test
    void readsLeanHoursAndDays() throws IOException {
        Path hours =
                Given.file(
                        folder,
                        "hour/btcusdt_trade.zip",
                        Given.zipped(
                                "btcusdt.csv",
                                "20170817 04:00,10,12,9,11,5\r\n20170817 05:00,11,12,10,11,2\r\n"));
        Path days =
                Given.file(
                        folder,
                        "daily/btcusdt_trade.zip",
                        Given.zipped("btcusdt.csv", "20170817 00:00,10,12,9,11,5\n"));

        assertThat(Given.candles(Timeframe.H1, hours).openTime())
                .containsExactly(ms("2017-08-17T04:00:00Z"), ms("2017-08-17T05:00:00Z"));
        assertThat(Given.candles(Timeframe.D1, days).openTime())
                .containsExactly(ms("2017-08-17T00:00:00Z"));
    }

    @Test
    void readsAFolderOfLeanDaysAsOneSeriesAndLeavesQuotesOut() throws IOException {
        for (String day : new String[] {"20250719", "20250717", "20250718"}) {
            Given.file(
                    folder,
                    "btcusdt/" + day + "_trade.zip",
                    Given.zipped(day + ".csv", "0,1,1,1,1,1\n60000,1,1,1,1,1\n"));
        }
        Given.file(folder, "btcusdt/20250717_quote.zip", Given.zipped("q.csv", "0,1,1\n"));
        Given.file(folder, "btcusdt/readme.md", "not candles");

        CandleImport.Content content = Given.read(Timeframe.M1, folder.resolve("btcusdt"));

        assertThat(content.faults()).isEmpty();
        assertThat(content.files()).isEqualTo(3);
        assertThat(content.source()).isEqualTo("lean");
        assertThat(content.candles().size()).isEqualTo(6);
        assertThat(content.candles().firstOpenMs()).isEqualTo(ms("2025-07-17T00:00:00Z"));
    }

    @Test
    void refusesLeanSharesAsTheirPricesAreScaled() throws IOException {
        Path file =
                Given.file(
                        folder,
                        "equity/usa/daily/spy_trade.zip",
                        Given.zipped("spy.csv", "20170817 00:00,100000,120000,90000,110000,5\n"));

        assertThat(Given.faultsOf(Timeframe.D1, file))
                .singleElement()
                .asString()
                .contains("ten-thousandths");
    }

    @Test
    void namesADateInALeanNameThatIsNone() throws IOException {
        Path file =
                Given.file(folder, "20251301_trade.zip", Given.zipped("x.csv", "0,10,12,9,11,5\n"));

        assertThat(Given.faultsOf(Timeframe.M1, file))
                .contains("20251301 in the file's name is no date");
        assertThat(Given.read(Timeframe.M1, file).candles().isEmpty()).isTrue();
    }

    @Test
    void namesWhatIsNoArchive() {
        Path gzip = Given.file(folder, "no.csv.gz", Given.HEADER + Given.TWO_DAYS);
        Path zip = Given.file(folder, "no.zip", Given.HEADER + Given.TWO_DAYS);

        assertThat(Given.faultsOf(Timeframe.D1, gzip))
                .containsExactly("cannot be unpacked: Not in GZIP format");
        assertThat(Given.faultsOf(Timeframe.D1, zip))
                .containsExactly("there is no file in this archive");
    }

    @Test
    void namesArchivesThatAreCutOff() throws IOException {
        StringBuilder text = new StringBuilder(Given.HEADER);
        for (int i = 0; i < 5000; i++) {
            text.append(1704067200 + i * 60L).append(",1,1,1,1,").append(i * 7919 % 1000);
            text.append('\n');
        }
        byte[] gzip = Given.gzipped(text.toString());
        byte[] zip = Given.zipped("m.csv", text.toString());
        Path half = Given.file(folder, "half.csv.gz", Arrays.copyOf(gzip, gzip.length / 2));
        Path halfZip = Given.file(folder, "half.zip", Arrays.copyOf(zip, zip.length / 2));

        assertThat(Given.faultsOf(Timeframe.M1, half))
                .contains("cannot be unpacked: the file is cut off");
        assertThat(Given.faultsOf(Timeframe.M1, halfZip))
                .contains("cannot be unpacked: the file is cut off");
    }

    private Path hoursAndMinutes() throws IOException {
        return Given.file(
                folder,
                "TEST.zip",
                Given.zipped(
                        "readme.txt",
                        "what this is",
                        "TEST_1.csv",
                        Given.HEADER + "1704067200,1,1,1,1,1\n1704067260,1,1,1,1,2\n",
                        "TEST_60.csv",
                        Given.HEADER + "1704067200,2,2,2,2,1\n1704070800,2,2,2,2,2\n"));
    }

    @Test
    void readsThoseFilesOfAnArchiveThatAreOfTheTimeframe() throws IOException {
        CandleImport.Content hours = Given.read(Timeframe.H1, hoursAndMinutes());

        assertThat(hours.faults()).isEmpty();
        assertThat(hours.candles().open()).containsExactly(2, 2);
        assertThat(hours.understood()).singleElement().asString().contains("TEST_60.csv");
        assertThat(Given.candles(Timeframe.M1, hoursAndMinutes()).open()).containsExactly(1, 1);
    }

    @Test
    void readsTheFileOfAnArchiveThatIsNamed() throws IOException {
        ImportOptions named = new ImportOptions("", "", "", "", "", "", "test_60.CSV");

        CandleImport.Content content = Given.read(Optional.empty(), named, hoursAndMinutes());

        assertThat(content.key().timeframe()).isEqualTo(Timeframe.H1);
        assertThat(content.candles().size()).isEqualTo(2);
    }

    @Test
    void namesTheFilesOfAnArchiveIfNoneCanBeChosen() throws IOException {
        String list = "the archive has several files: TEST_1.csv, TEST_60.csv";

        assertThat(Given.faultsOf(Timeframe.H4, hoursAndMinutes()))
                .containsExactly(list + "; say which with --member");
        assertThat(
                        Given.read(Optional.empty(), ImportOptions.NONE, hoursAndMinutes())
                                .faults()
                                .getFirst()
                                .message())
                .isEqualTo(list + "; say which with --member, or give --timeframe");
    }

    @Test
    void refusesTwoSeriesOfOneArchive() throws IOException {
        Path file =
                Given.file(
                        folder,
                        "two.zip",
                        Given.zipped(
                                "A.csv",
                                Given.HEADER + Given.TWO_DAYS,
                                "B.csv",
                                Given.HEADER + Given.TWO_DAYS.replace("12.5", "13")));

        CandleImport.Content content = Given.read(Timeframe.D1, file);

        assertThat(content.usable()).isFalse();
        assertThat(content.faults())
                .singleElement()
                .asString()
                .contains("B.csv:2: differs from the same candle in", "A.csv:2", "--member");
    }

    @Test
    void readsAnArchiveWithFoldersInIt() throws IOException {
        Path file =
                Given.file(
                        folder,
                        "folder.zip",
                        Given.zipped("data/", "", "data/c.csv", Given.HEADER + Given.TWO_DAYS));

        assertThat(Given.candles(Timeframe.D1, file).size()).isEqualTo(2);
    }

    private static long ms(String iso) {
        return Instant.parse(iso).toEpochMilli();
    }
}
