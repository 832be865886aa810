package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files with rows of several symbols, intervals or sides: none is merged with another, and one can
/// be chosen.
class SeveralSymbolsTest {
    @TempDir Path folder;

    private CandleImport.Content read(String name, String text, String symbol) {
        return Given.read(
                Optional.empty(),
                new ImportOptions("", "", "", "", "", symbol, ""),
                Given.file(folder, name, text));
    }

    /// Days of one symbol, then days of another.
    private static String rows(String column, String first, String second) {
        return "date,open,high,low,close,volume,"
                + column
                + "\n"
                + IntStream.range(0, 20)
                        .mapToObj(i ->
                                "2024-01-%02d,10,12,9,11,5,%s\n"
                                        .formatted(1 + i, i < 10 ? first : second))
                        .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        "Name,OLD,NEW",
        "ts_code,000001.SZ,600000.SH",
        "ISIN,US0378331005,DE0007164600",
        "contract,ESH4,ESM4",
        "code,600000,000001",
        "interval,1d,1w",
    })
    void oneAfterTheOther(String column, String first, String second) {
        String text = rows(column, first, second);

        assertThat(read("a.csv", text, "").faults().getFirst().message())
                .contains("several symbols", first, second, "--symbol");
        CandleImport.Content chosen = read("a.csv", text, second);
        assertThat(chosen.faults()).isEmpty();
        assertThat(chosen.candles().size()).isEqualTo(10);
    }

    @Test
    void aSymbolThatNothingNamesCannotBeChosen() {
        assertThat(
                        read("a.csv", Given.HEADER + Given.TWO_DAYS, "AAA")
                                .faults()
                                .getFirst()
                                .message())
                .contains("nothing says which symbol");
    }

    @Test
    void ofSeveralListsOfJsonOneIsChosen() {
        String bars =
                "[{\"t\":\"2024-01-0%d\",\"o\":%2$d,\"h\":%2$d,\"l\":%2$d,\"c\":%2$d,\"v\":1},"
                        + "{\"t\":\"2024-01-0%3$d\",\"o\":%2$d,\"h\":%2$d,\"l\":%2$d,\"c\":%2$d,\"v\":1}]";
        String apple = bars.formatted(1, 10, 2);
        String tesla = bars.formatted(3, 20, 4);
        for (String json :
                List.of(
                        "{\"bars\":{\"AAPL\":" + apple + ",\"TSLA\":" + tesla + "}}",
                        "{\"AAPL\":{\"candles\":"
                                + apple
                                + "},\"TSLA\":{\"candles\":"
                                + tesla
                                + "}}")) {
            assertThat(read("a.json", json, "").faults().getFirst().message())
                    .contains("several symbols: AAPL, TSLA", "--symbol");
            CandleImport.Content chosen = read("a.json", json, "TSLA");
            assertThat(chosen.faults()).isEmpty();
            assertThat(chosen.candles().size()).isEqualTo(2);
            assertThat(chosen.candles().candle(0).open()).isEqualTo(20);
        }
    }

    /// Single prices beside candles are no candles of another symbol.
    @Test
    void listsOfSinglePricesArePassedOver() {
        String json =
                "{\"prices\":[[1704067200000,10.5],[1704070800000,11]],"
                        + "\"candles\":[[1704067200000,10,12,9,11],[1704070800000,11,12,10,12]],"
                        + "\"market_caps\":[[1704067200000,99],[1704070800000,98]]}";

        CandleImport.Content content = read("a.json", json, "");

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().size()).isEqualTo(2);
        assertThat(read("b.json", "{\"prices\":[[1704067200000,10.5]]}", "").usable()).isFalse();
    }

    /// OANDA has the prices of both sides.
    @Test
    void bidAndAskAreNotTakenForEachOther() {
        String json =
                """
                {"candles": [
                 {"time": "2024-01-01T00:00:00Z", "volume": 5, "bid": {"o": "1", "h": "3", "l": "1", "c": "2"}, "ask": {"o": "2", "h": "4", "l": "2", "c": "3"}},
                 {"time": "2024-01-02T00:00:00Z", "volume": 5, "bid": {"o": "1", "h": "3", "l": "1", "c": "2"}, "ask": {"o": "2", "h": "4", "l": "2", "c": "3"}}]}
                """;

        CandleImport.Content content = read("a.json", json, "");

        assertThat(content.usable()).isFalse();
        assertThat(content.faults().getFirst().message())
                .contains("bid o", "ask o", "one price of each kind");
    }

    /// Quandl; and a first object that lacks what others have.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dataset_data\":{\"column_names\":[\"Date\",\"Open\",\"High\",\"Low\",\"Close\",\"Change\",\"Volume\"],\"data\":[[\"2024-01-02\",2,3,1,2,0.5,7],[\"2024-01-01\",2,3,1,2,0.5,7]]}}",
                "[{\"time\":\"2024-01-02\",\"open\":2,\"high\":3,\"low\":1,\"close\":2},{\"time\":\"2024-01-01\",\"open\":2,\"high\":3,\"low\":1,\"close\":2,\"volume\":7}]",
            })
    void theVolumeIsFoundByItsName(String json) {
        CandleImport.Content content = read("a.json", json, "");

        assertThat(content.understood().getFirst().text()).contains("volume '");
        assertThat(content.candles().candle(0).volume()).isEqualTo(7);
    }
}
