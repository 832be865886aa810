package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines between and below candles that are none: noted where they are known, else faults.
class OtherLinesTest {
    private static final String ROWS =
            """
            2024-01-01,10,12.5,9.5,11,100
            2024-01-02,11,13,10.25,12.75,250.5
            2024-01-03,12,13,10.25,12.75,250.5
            """;

    @TempDir Path folder;

    private CandleImport.Content read(String text) {
        return Given.read(Optional.empty(), ImportOptions.NONE, Given.file(folder, "a.csv", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total rows: 30\n",
                "\"Downloaded from Barchart.com as of 05-11-2023 01:46am CDT\"",
                "\nSource: somebody\nAll times in UTC\n",
                "Total,,,,,1234\n",
            })
    void whatIsWrittenBelowTheRowsIsNoted(String below) {
        CandleImport.Content content = read(Given.HEADER + ROWS + below);

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().size()).isEqualTo(3);
        assertThat(content.notes()).anyMatch(n -> n.matches(".*stands? below the candles.*"));
    }

    @Test
    void theSameBetweenRowsIsAFault() {
        CandleImport.Content content =
                read(Given.HEADER + ROWS + "Total rows: 30\n" + "2024-01-04,1,2,1,2,3\n");

        assertThat(content.faults()).hasSize(1);
        assertThat(content.faults().getFirst().line()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-0", "2024-01-04,10", "2024-01-04,10,12,9,11"})
    void aRowThatWasCutOffIsAFault(String row) {
        assertThat(read(Given.HEADER + ROWS + row).faults()).hasSize(1);
        assertThat(read(Given.HEADER + ROWS + row + "\n").faults()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ja", "Jan 4", "\"Jan 4, 20"})
    void aNameOfAMonthThatWasCutOffIsAFault(String row) {
        String named = ROWS.replaceAll("2024-01-0(\\d)", "\"Jan 0$1, 2024\"");

        assertThat(read(Given.HEADER + named).faults()).isEmpty();
        assertThat(read(Given.HEADER + named + row).faults()).hasSize(row.equals("Ja") ? 0 : 1);
    }

    @Test
    void theHeaderOnceMoreIsNoted() {
        String more = "Time, Open,High,Low,Close,\"Volume\"\n2024-01-04,1,2,1,2,3\n";
        CandleImport.Content content = read(Given.HEADER + ROWS + more + more.replace("04", "05"));

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().size()).isEqualTo(5);
        assertThat(content.notes())
                .anyMatch(n -> n.contains("2 rows repeat the header, the first in line 5"));
    }

    /// Yahoo's table of prices, copied, has them among its rows.
    @Test
    void dividendsAndSplitsAreNoted() {
        CandleImport.Content content =
                read(
                        "Date\tOpen\tHigh\tLow\tClose\tVolume\n"
                                + "Jan 4, 2024\t10\t12\t9\t11\t5\n"
                                + "Jan 3, 2024\t0.24 Dividend\n"
                                + "Jan 3, 2024\t4:1 Stock Splits\n"
                                + "Jan 3, 2024\t10\t12\t9\t11\t5\n"
                                + "Jan 2, 2024\t10\t12\t9\t11\t5\n");

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().size()).isEqualTo(3);
        assertThat(content.notes()).anyMatch(n -> n.contains("2 rows are dividends or splits"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.5bn", "1,5 Mrd", "1500 Mio.", "1500mn", "1.5B", "15000 lakh", "150 Cr"})
    void numbersWithWords(String volume) {
        String separator = volume.indexOf(',') > 0 ? ";" : ",";
        String text =
                (Given.HEADER + "2024-01-01,10,12,9,11,V\n2024-01-02,10,12,9,11,V\n")
                        .replace(",", separator);

        CandleImport.Content content = read(text.replace("V", volume));

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().candle(1).volume()).isEqualTo(1.5e9);
    }

    @Test
    void thousandsAsInIndia() {
        CandleImport.Content content =
                read(
                        Given.HEADER
                                + "2024-01-01,\"1,12,345.5\",\"1,12,400\",\"1,12,300\",\"1,12,350\",\"12,34,56,789\"\n"
                                + "2024-01-02,\"1,12,350\",\"1,12,400\",\"99,300\",\"1,12,350\",\"1,000\"\n");

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().candle(0).open()).isEqualTo(112_345.5);
        assertThat(content.candles().candle(0).volume()).isEqualTo(123_456_789);
        assertThat(content.candles().candle(1).low()).isEqualTo(99_300);
    }
}
