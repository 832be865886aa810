package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;

/// The many ways in which the same two candles are written.
class CsvImportTest {
    private static final Candle FIRST =
            new Candle(ms("2024-01-01T00:00:00Z"), 10, 12.5, 9.5, 11, 100);
    private static final Candle SECOND =
            new Candle(ms("2024-01-02T00:00:00Z"), 11, 13, 10.25, 12.75, 250.5);

    @TempDir Path folder;
    private CandleSeries expected = CandleSeries.empty();

    @BeforeEach
    void readThePlainForm() {
        expected = read(Given.HEADER + Given.TWO_DAYS);

        assertThat(expected.size()).isEqualTo(2);
        assertThat(expected.candle(0)).isEqualTo(FIRST);
        assertThat(expected.candle(1)).isEqualTo(SECOND);
    }

    private CandleSeries read(String text) {
        return Given.candles(Timeframe.D1, Given.file(folder, "candles.csv", text));
    }

    private void isTheSame(String text) {
        assertThat(read(text).fingerprint()).isEqualTo(expected.fingerprint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"time", "timestamp", "date", "datetime", "open_time", "Date", "TIMESTAMP"})
    void takesAnyOfTheNamesOfTheTime(String name) {
        isTheSame(name + ",OPEN,High,low,Close,Volume\n" + Given.TWO_DAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open_time_ms", "Open time", "opentime"})
    void takesOtherSpellingsOfTheTime(String name) {
        isTheSame(name + ",open,high,low,close,volume\n" + Given.TWO_DAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Unnamed: 0", "\"\""})
    void takesAFirstColumnWithoutANameForTheTime(String name) {
        isTheSame(name + ",open,high,low,close,volume\n" + Given.TWO_DAYS);
    }

    @Test
    void takesColumnsInAnyOrderAndLeavesOthersOut() {
        isTheSame(
                """
                symbol,Volume,Close,Low,Adj Close,High,Open,Date,note
                GOOG,100,11,9.5,11.1,12.5,10,2024-01-01,
                GOOG,250.5,12.75,10.25,12.8,13,11,2024-01-02,"a, b"
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void takesOtherDelimiters(String delimiter) {
        isTheSame((Given.HEADER + Given.TWO_DAYS).replace(",", delimiter));
    }

    @Test
    void takesQuotedFields() {
        isTheSame(
                """
                "time","open","high","low","close","volume"
                "2024-01-01","10","12.5","9.5","11","100"
                "2024-01-02",11,"13",10.25,"12.75",250.5
                """);
    }

    @Test
    void takesSpacesAroundFields() {
        isTheSame(
                """
                time , open, high, low, close, volume
                2024-01-01, 10, 12.5 , 9.5, 11, 100
                2024-01-02 ,11, 13, 10.25, 12.75, 250.5\s
                """);
    }

    @Test
    void takesWindowsLineEnds() {
        isTheSame((Given.HEADER + Given.TWO_DAYS).replace("\n", "\r\n"));
    }

    @Test
    void takesAByteOrderMark() {
        isTheSame("\uFEFF" + Given.HEADER + Given.TWO_DAYS);
    }

    @Test
    void skipsBlankLines() {
        isTheSame("\n" + Given.HEADER + "\n" + Given.TWO_DAYS.replace("\n", "\n\r\n\n"));
    }

    @Test
    void needsNoNewlineAtTheEnd() {
        isTheSame(Given.HEADER + Given.TWO_DAYS.stripTrailing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.CryptoDataDownload.com",
                "Timestamps are UTC timezone,https://www.CryptoDataDownload.com"
            })
    void skipsABannerAboveTheHeader(String banner) {
        isTheSame(banner + "\n" + Given.HEADER + Given.TWO_DAYS);
    }

    @Test
    void turnsNewestFirstRound() {
        String[] days = Given.TWO_DAYS.split("\n", -1);

        isTheSame(Given.HEADER + days[1] + "\n" + days[0] + "\n");
    }

    @Test
    void bringsAnyOrderIntoOrder() {
        CandleSeries candles =
                read(
                        Given.HEADER
                                + """
                                2024-01-03,1,1,1,1,3
                                2024-01-01,1,1,1,1,1
                                2024-01-04,1,1,1,1,4
                                2024-01-02,1,1,1,1,2
                                """);

        assertThat(candles.volume()).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, 2024-01-02",
        "20240101, 20240102",
        "2024-01-01T00:00, 2024-01-02T00:00",
        "2024-01-01T00:00:00, 2024-01-02T00:00:00",
        "2024-01-01 00:00:00, 2024-01-02 00:00:00",
        "2024-01-01T00:00:00Z, 2024-01-02T00:00:00Z",
        "2024-01-01T00:00:00.000Z, 2024-01-02T00:00:00.000Z",
        "2024-01-01 00:00:00.000000, 2024-01-02 00:00:00.000000",
        "2024-01-01T02:00:00+02:00, 2024-01-02T02:00:00+02:00",
        "2024-01-01 00:00:00+00:00, 2024-01-02 00:00:00+00:00",
        "2023-12-31 19:00:00-05:00, 2024-01-01 19:00:00-05:00",
        "2024-01-01 00:00:00 UTC, 2024-01-02 00:00:00 UTC",
        "1704067200, 1704153600",
        "1704067200.0, 1704153600.0",
        "1704067200000, 1704153600000",
        "1704067200000000, 1704153600000000",
        "1704067200000000000, 1704153600000000000",
    })
    void takesTimesInManyForms(String first, String second) {
        isTheSame(
                Given.HEADER
                        + Given.TWO_DAYS
                                .replace("2024-01-01", first)
                                .replace("2024-01-02", second));
    }

    /// New York is five hours behind UTC in January and four in July.
    @Test
    void readsTimesWithoutAZoneInTheZoneThatIsGiven() {
        Path file =
                Given.file(
                        folder,
                        "zone.csv",
                        Given.HEADER
                                + """
                                2024-01-01T09:30,1,1,1,1,1
                                2024-07-01T09:30:00,1,1,1,1,1
                                2024-07-02T09:30:00Z,1,1,1,1,1
                                """);

        CandleImport.Content content =
                Given.read(Timeframe.H1, ZoneId.of("America/New_York"), file);

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().openTime())
                .containsExactly(
                        ms("2024-01-01T14:30:00Z"),
                        ms("2024-07-01T13:30:00Z"),
                        ms("2024-07-02T09:30:00Z"));
    }

    @Test
    void takesFloatingPointTimesOfFractionsOfASecond() {
        CandleSeries candles =
                Given.candles(
                        Timeframe.S1,
                        Given.file(folder, "s.csv", Given.HEADER + "1704067200.5,1,1,1,1,1\n"));

        assertThat(candles.openTime()).containsExactly(1704067200_500L);
    }

    /// Line 1 of data.binance.vision's BTCUSDT-1d-2024-01, and the same day as written from 2025
    /// on.
    @ParameterizedTest
    @ValueSource(strings = {"1704067200000", "1704067200000000"})
    void takesBinanceKlinesWithoutAHeader(String openTime) {
        String row =
                openTime
                        + ",42283.58000000,44184.10000000,42180.77000000,44179.55000000,27174.29903000"
                        + ",1704153599999,1169995682.78,1074151,14089.66,606737213.08,0\n";

        CandleSeries candles = read(row);

        assertThat(candles.size()).isEqualTo(1);
        assertThat(candles.candle(0))
                .isEqualTo(
                        new Candle(
                                ms("2024-01-01T00:00:00Z"),
                                42283.58,
                                44184.1,
                                42180.77,
                                44179.55,
                                27174.29903));
    }

    @Test
    void takesBinanceKlinesWithAByteOrderMarkAndNoHeader() {
        assertThat(read("\uFEFF1704067200000,1,2,1,2,5,1704153599999,8,3,1,1,0\n").size())
                .isEqualTo(1);
    }

    @Test
    void takesBinanceKlinesWithBinancesHeader() {
        CandleSeries candles =
                read(
                        """
                        open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore
                        1704067200000,1,2,1,2,5,1704153599999,8,3,1,1,0
                        """);

        assertThat(candles.candle(0))
                .isEqualTo(new Candle(ms("2024-01-01T00:00:00Z"), 1, 2, 1, 2, 5));
    }

    @Test
    void takesFilesOfManyBlocks() {
        int rows = 40_000;
        StringBuilder text = new StringBuilder(Given.HEADER);
        for (int i = 0; i < rows; i++) {
            double price = 100 + i / 100.0;
            text.append(i * 60L + 1704067200L).append(',').append(price).append(',');
            text.append(price + 1).append(',').append(price - 1).append(',').append(price);
            text.append(',').append(i).append('\n');
        }
        assertThat(text.toString().getBytes(StandardCharsets.UTF_8).length)
                .isGreaterThan(4 * (1 << 18));

        CandleSeries candles =
                Given.candles(Timeframe.M1, Given.file(folder, "m.csv", text.toString()));

        assertThat(candles.size()).isEqualTo(rows);
        for (int i = 0; i < rows; i++) {
            double price = 100 + i / 100.0;
            assertThat(candles.candle(i))
                    .isEqualTo(
                            new Candle(
                                    (i * 60L + 1704067200L) * 1000,
                                    price,
                                    price + 1,
                                    price - 1,
                                    price,
                                    i));
        }
    }

    private static long ms(String iso) {
        return Instant.parse(iso).toEpochMilli();
    }
}
