package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.market.Timeframe;

/// Damage that leaves numbers in the wrong places: it is named, and nothing is read from it. Each
/// was found by [MutatedFilesTest] or by looking for its like.
class DamagedTextTest {
    private static final String MORE = "time,open,high,low,close,volume,trades\n";
    private static final String TWO_ROWS =
            "2024-01-01,10,12,9,11,100,7\n2024-01-02,11,13,10,12,200,8\n";

    @TempDir private Path folder;

    private CandleImport.Content read(String name, String text) {
        return Given.read(
                Optional.of(Timeframe.D1), ImportOptions.NONE, Given.file(folder, name, text));
    }

    private List<String> faults(String text) {
        return Given.faults(folder, text);
    }

    /// A decimal comma in one row of a file with commas: 11,5 would be an open of 11 and a high of
    /// 5.
    @Test
    void aRowWithAFieldTooManyIsAFault() {
        assertThat(faults(Given.HEADER + Given.TWO_DAYS + "2024-01-03,11,15,10,11,5,12\n"))
                .containsExactly("4: expected 6 fields, found 7");
        assertThat(faults(MORE + TWO_ROWS + "2024-01-03,11,15,10,11,5,12,9\n"))
                .containsExactly("4: expected 7 fields, found 8");
    }

    @Test
    void aRowThatLostAFieldIsAFault() {
        assertThat(faults(MORE + TWO_ROWS + "2024-01-03,11,10,10.5,100,7\n"))
                .containsExactly("4: expected 7 fields, found 6");
    }

    @Test
    void theFirstRowToo() {
        assertThat(faults(MORE + "2024-01-03,12,10,10.5,100,7\n" + TWO_ROWS))
                .containsExactly("2: expected 7 fields, found 6");
    }

    @Test
    void aLineThatHoldsTwoRowsIsAFault() {
        assertThat(faults(MORE + TWO_ROWS + TWO_ROWS.replace('\n', '\r').strip() + "\n"))
                .containsExactly("4: expected 7 fields, found 13");
    }

    @Test
    void emptyFieldsAtTheEndAreNone() {
        assertThat(faults(Given.HEADER + Given.TWO_DAYS.replace("\n", ",,\n"))).isEmpty();
        assertThat(faults(Given.HEADER + Given.TWO_DAYS + "2024-01-03,11,15,10,11,5,,\n"))
                .isEmpty();
        assertThat(faults(Given.HEADER.replace("\n", ",\n") + Given.TWO_DAYS)).isEmpty();
    }

    @Test
    void aHeaderThatLostANameIsRefused() {
        assertThat(faults("time,open,high,low,close,volume\n" + TWO_ROWS))
                .containsExactly(
                        "1: the header has 6 columns and the rows have 7; say which column is what with --columns");
        assertThat(faults(MORE.replace("time,", "").replace("trades", "time,x,y") + TWO_ROWS))
                .singleElement()
                .asString()
                .contains("the header has 8 columns and the rows have 7");
    }

    /// The header of three lines that yfinance writes, without the line that names the time.
    @Test
    void aHeaderOfSeveralLinesWithoutATimeIsRefused() {
        String text =
                "Price,Close,High,Low,Open,Volume\nTicker,ZZT,ZZT,ZZT,ZZT,ZZT\n,,,,,\n"
                        + "2024-01-08,11,12,9,10,100\n2024-01-09,12,13,10,11,200\n";

        assertThat(faults(text)).singleElement().asString().contains("no column for the time");
    }

    @Test
    void thousandsThatLostTheirFirstDigitAreNoDecimals() {
        String text =
                "Date;Open;High;Low;Close;Volume\n2024-01-01;10,5;12;9;11;1.500\n2024-01-02;11;13;10;12;.500\n";

        assertThat(faults(text))
                .singleElement()
                .asString()
                .contains("some numbers have a decimal point and some a decimal comma");
    }

    @ParameterizedTest
    @ValueSource(strings = {"159200E6640000", "1592E-664000000", "1e999999999", "159200e664.0"})
    void aTimeOneLetterOffCostsNoSeconds(String time) {
        String rows = "1704067200000,10,12,9,11,100\n1704153600000,11,13,10,12,200\n";

        CandleImport.Content content =
                assertTimeout(
                        Duration.ofSeconds(2),
                        () -> read("a.csv", Given.HEADER + rows + time + ",10,12,9,11,100\n"));

        assertThat(content.faults()).isNotEmpty();
    }

    @Test
    void aColumnIsNotBothTimeAndVolume() {
        CandleImport.Content content =
                read(
                        "a.csv",
                        "Volume time,open,high,low,close\n2024-01-01,10,12,9,11\n2024-01-02,11,13,10,12\n");

        assertThat(content.notes()).anyMatch(note -> note.contains("there is no column of volume"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1704240000", "1704240000.0"})
    void secondsAmongMillisecondsAreNotJanuary1970(String seconds) {
        String rows = "1704067200000,10,12,9,11,100\n1704153600000,11,13,10,12,200\n";

        assertThat(faults(Given.HEADER + rows + seconds + ",10,12,9,11,100\n"))
                .containsExactly(
                        "4:1: time '"
                                + seconds
                                + "' is too small to be milliseconds since 1970, as the times of the first rows are");
    }

    @Test
    void millisecondsOf1970AreThemselves() {
        String rows =
                "86400000,10,12,9,11,100\n172800000,11,13,10,12,200\n259200000,10,12,9,11,1\n";

        CandleImport.Content content =
                Given.read(
                        Optional.of(Timeframe.D1),
                        new ImportOptions("", "ms", "", "", "", "", ""),
                        Given.file(folder, "a.csv", Given.HEADER + rows));

        assertThat(content.candles().openTime())
                .containsExactly(86_400_000, 172_800_000, 259_200_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-03T", "2024-01-03-05", "2024-01-03 -5", "2024-01-03 +01"})
    void aTimeThatWasCutOffIsNoMidnight(String time) {
        assertThat(faults(Given.HEADER + Given.TWO_DAYS + time + ",11,13,10,12,200\n"))
                .containsExactly("4:1: time '" + time + "' is not a time");
    }

    @Test
    void aListWithinARowOfJsonMovesNoValue() {
        CandleImport.Content content =
                read(
                        "a.json",
                        "[[1704067200000,10,12,9,11,100],[1704153600000,11,13,10,12,200],"
                                + "[1704240000000,[],11,13,10,12,200]]");

        assertThat(content.candles().size()).isEqualTo(2);
        assertThat(content.faults())
                .singleElement()
                .asString()
                .contains("expected 6 fields, found 7");
    }

    @Test
    void columnsOfJsonThatHaveOtherRowsAreRefused() {
        String json =
                "{\"open\":{\"1704067200000\":10,\"1704153600000\":11},\"high\":{\"1704153600000\":13,\"1704067200000\":12},"
                        + "\"low\":{\"1704067200000\":9,\"1704153600000\":10},\"close\":{\"1704067200000\":11,\"1704153600000\":12}}";

        assertThat(read("a.json", json).faults())
                .singleElement()
                .asString()
                .contains("do not have the same rows");
    }

    @Test
    void aQuotationMarkInJsonSwallowsNoField() {
        CandleImport.Content content =
                read(
                        "a.json",
                        "[{\"time\":1704067200000,\"name\":\"5\\\"\",\"open\":10,\"high\":12,\"low\":9,\"close\":11,\"volume\":3},"
                                + "{\"time\":1704153600000,\"name\":\"6\\\"\",\"open\":11,\"high\":13,\"low\":10,\"close\":12,\"volume\":4}]");

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().size()).isEqualTo(2);
        assertThat(content.candles().open()).containsExactly(10, 11);
    }
}
