package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that say beside their rows what these are, are cut by blanks, change their unit, or are no
/// candles.
class NamedKindsTest {
    @TempDir Path folder;

    private CandleImport.Content read(String name, String text) {
        return Given.read(Optional.empty(), ImportOptions.NONE, Given.file(folder, name, text));
    }

    /// Alpha Vantage and Twelve Data.
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"Meta Data": {"1. Information": "Intraday", "6. Time Zone": "US/Eastern"},
                 "Time Series (60min)": {
                  "2024-01-05 10:00:00": {"1. open": "2", "2. high": "3", "3. low": "1", "4. close": "2", "5. volume": "7"},
                  "2024-01-05 09:00:00": {"1. open": "2", "2. high": "3", "3. low": "1", "4. close": "2", "5. volume": "7"}}}
                """,
                """
                {"meta": {"symbol": "AAA", "interval": "1h", "exchange_timezone": "America/New_York"},
                 "values": [
                  {"datetime": "2024-01-05 10:00:00", "open": "2", "high": "3", "low": "1", "close": "2", "volume": "7"},
                  {"datetime": "2024-01-05 09:00:00", "open": "2", "high": "3", "low": "1", "close": "2", "volume": "7"}]}
                """
            })
    void theZoneBesideTheRowsHolds(String json) {
        CandleImport.Content content = read("a.json", json);

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().candle(0).openTimeMs())
                .isEqualTo(Instant.parse("2024-01-05T14:00:00Z").toEpochMilli());
        assertThat(content.notes()).anyMatch(n -> n.contains("stands beside the rows"));
    }

    /// A day of trading is the same wherever one looks from.
    @Test
    void theZoneBesideDatesDoesNotMoveThem() {
        CandleImport.Content content =
                read(
                        "a.json",
                        """
                        {"meta": {"exchange_timezone": "America/New_York"}, "values": [
                          {"datetime": "2024-01-05", "open": "2", "high": "3", "low": "1", "close": "2"},
                          {"datetime": "2024-01-04", "open": "2", "high": "3", "low": "1", "close": "2"}]}
                        """);

        assertThat(content.candles().candle(0).openTimeMs())
                .isEqualTo(Instant.parse("2024-01-04T00:00:00Z").toEpochMilli());
    }

    @Test
    void aZoneThatIsNotKnownIsAsked() {
        CandleImport.Content content =
                read(
                        "a.json",
                        """
                        {"timezone": "Mars/Olympus", "values": [
                          {"datetime": "2024-01-05 01:00", "open": "2", "high": "3", "low": "1", "close": "2"},
                          {"datetime": "2024-01-05 02:00", "open": "2", "high": "3", "low": "1", "close": "2"}]}
                        """);

        assertThat(content.faults().getFirst().message()).contains("'Mars/Olympus'", "--zone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date Time Open High Low Close Volume\n",
                "  Date   Time    Open   High   Low  Close    Volume  \n",
                "",
            })
    void fieldsBetweenBlanks(String header) {
        String rows =
                IntStream.range(0, 10)
                        .mapToObj(i ->
                                "2024-01-05   %02d:00 %d  %d.5 %d  %d   7 \r\n"
                                        .formatted(i, 10 + i, 12 + i, 9 + i, 11 + i))
                        .collect(Collectors.joining());

        CandleImport.Content content = read("a.txt", header + rows);

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().size()).isEqualTo(10);
        assertThat(content.candles().candle(9).high()).isEqualTo(21.5);
        assertThat(content.candles().candle(9).openTimeMs())
                .isEqualTo(Instant.parse("2024-01-05T09:00:00Z").toEpochMilli());
    }

    @Test
    void whereTwoBlanksSeparateOneMayStandWithin() {
        String rows =
                IntStream.range(0, 10)
                        .mapToObj(i -> "2024-01-05 %02d:00  10  12  9  11  7\n".formatted(i))
                        .collect(Collectors.joining());

        CandleImport.Content content =
                read("a.txt", "Bar time  Open  High  Low  Close  Volume\n" + rows);

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().size()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "GB18030,'日期,开盘,最高,最低,收盘,成交量'",
        "Shift_JIS,'日付,始値,高値,安値,終値,出来高'",
        "EUC-KR,'날짜,시가,고가,저가,종가,거래량'",
    })
    void encodingsOfEasternAsia(String encoding, String header) {
        byte[] text =
                (header + "\n2024-01-01,10,12,9,11,5\n2024-01-02,11,13,10,12,7\n")
                        .getBytes(java.nio.charset.Charset.forName(encoding));

        CandleImport.Content content =
                Given.read(Optional.empty(), ImportOptions.NONE, Given.file(folder, "a.csv", text));

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().candle(1).volume()).isEqualTo(7);
        assertThat(content.understood().getFirst().text()).contains(encoding);
    }

    /// Binance's archives are in microseconds since 2025.
    @Test
    void archivesOfBinanceFromBeforeAndAfter2025InOneFile() {
        long first = Instant.parse("2024-12-31T22:00:00Z").toEpochMilli();
        String rows =
                IntStream.range(0, 5)
                        .mapToObj(i -> {
                            long open = first + i * 3_600_000L;
                            long close = open + 3_599_999L;
                            boolean micros = i >= 2;
                            return (micros ? open * 1000 : open)
                                    + ",10,12,9,11,7,"
                                    + (micros ? close * 1000 + 999 : close)
                                    + ",77,5,3,33,0\n";
                        })
                        .collect(Collectors.joining());

        CandleImport.Content content = read("a.csv", rows);

        assertThat(content.faults()).isEmpty();
        assertThat(content.source()).isEqualTo("binance");
        for (int i = 0; i < 5; i++) {
            assertThat(content.candles().candle(i).openTimeMs()).isEqualTo(first + i * 3_600_000L);
        }
    }

    /// Kraken, Binance, HistData, Dukascopy.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timestamp,price,volume | 170406720%d,42283.5,0.25",
                " | 170406720%d,42283.5,0.25",
                "id,price,qty,quote_qty,time,is_buyer_maker | %d,42283.5,0.25,9,1704067200000,True",
                " | %d,42283.5,0.25,10570.9,170406720000%1$d,True,True",
                " | 20240101 17000%d123,1.10427,1.10481,0",
                "Gmt time,Ask,Bid,AskVolume,BidVolume | 01.01.2024 22:00:0%d.123,1.1,1.2,3,4",
            })
    void singleTradesAndQuotesAreNamed(String header, String row) {
        String rows =
                IntStream.range(0, 9)
                        .mapToObj(i -> row.formatted(i) + "\n")
                        .collect(Collectors.joining());

        CandleImport.Content content = read("a.csv", (header == null ? "" : header + "\n") + rows);

        assertThat(content.usable()).isFalse();
        assertThat(content.faults().getFirst().message()).contains("single trades or quotes");
    }
}
