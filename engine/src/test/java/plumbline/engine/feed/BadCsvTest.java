package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.market.Timeframe;

/// What cannot be used is named by line and column, all of it at once.
class BadCsvTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-03,NaN,12,9,11,5 | 4:2: open 'NaN' is not a number",
                "2024-01-03,10,12,9,n/a,5 | 4:5: close 'n/a' is not a number",
                "2024-01-03,10,,9,11,5 | 4:3: high is empty",
                "2024-01-03,10,1.2.3,9,11,5 | 4:3: high '1.2.3' is not a number",
                "2024-01-03,10,0x1p3,9,11,5 | 4:3: high '0x1p3' is not a number",
                "2024-01-03,10,12f,9,11,5 | 4:3: high '12f' is not a number",
                "2024-01-03,10,12,9,11,5\"  | 4:6: volume '5\"' is not a number",
                "2024-01-03,10,Infinity,9,11,5 | 4:3: high 'Infinity' is not a number",
                "2024-01-03,10,1e999,9,11,5 | 4: high is too large to be a number",
                "2024-01-03,-10,12,9,11,5 | 4: open must be above 0, is -10.0",
                "2024-01-03,10,12,0,11,5 | 4: low must be above 0, is 0.0",
                "2024-01-03,10,12,9,11,-1 | 4: volume must not be below 0, is -1.0",
                "2024-01-03,10,8,9,11,5 | 4: high 8.0 is below low 9.0",
                "2024-01-03,10,12,9,13,5 | 4: high 12.0 is below close 13.0",
                "2024-01-03,8,12,9,11,5 | 4: low 9.0 is above open 8.0",
                "yesterday,10,12,9,11,5 | 4:1: time 'yesterday' is not a time",
                ",10,12,9,11,5 | 4:1: time is empty",
                "2024-02-30,10,12,9,11,5 | 4:1: time '2024-02-30' is not a time",
                "2023-02-29 00:00:00.0,10,12,9,11,5 | 4:1: time '2023-02-29 00:00:00.0' is not a time",
                "2024-01-03T24:00,10,12,9,11,5 | 4:1: time '2024-01-03T24:00' is not a time",
                "-5,10,12,9,11,5 | 4:1: time '-5' is not a time",
                "99999999999999999999,10,12,9,11,5 | 4:1: time '99999999999999999999' is not a time",
                "2024-01-03,10,12 | 4: expected at least 6 fields, found 3",
            })
    void namesWhatIsWrongWithARow(String row, String fault) {
        String text = Given.HEADER + Given.TWO_DAYS + row + "\n2024-01-04,1,1,1,1,1\n";

        assertThat(Given.faults(folder, text)).containsExactly(fault);
    }

    @Test
    void countsColumnsAsTheyStandInTheFile() {
        assertThat(
                        Given.faults(
                                folder,
                                "note,volume,close,low,high,open,date\nx,1,?,1,1,1,2024-01-01\n"))
                .containsExactly("2:3: close '?' is not a number");
    }

    @Test
    void listsEveryFaultAtOnceAndKeepsTheOtherRows() {
        String text =
                Given.HEADER
                        + """
                        2024-01-01,10,12,9,11,5
                        2024-01-02,-1,12,9,11,5
                        2024-01-03,10,12,9,x,5
                        2024-01-04,10,12,9,11,5
                        2024-01-05,10,8,9,11,5
                        """;
        Path file = Given.file(folder, "three.csv", text);

        CandleImport.Content content = Given.read(Timeframe.D1, file);

        assertThat(content.faults())
                .extracting(FileFault::toString)
                .containsExactly(
                        file + ":3: open must be above 0, is -1.0",
                        file + ":4:5: close 'x' is not a number",
                        file + ":6: high 8.0 is below low 9.0");
        assertThat(content.candles().size()).isEqualTo(2);
    }

    @Test
    void namesATimeThatComesTwice() {
        assertThat(
                        Given.faults(
                                folder,
                                Given.HEADER + Given.TWO_DAYS + "2024-01-02,11,13,10,12,1\n"))
                .containsExactly(
                        "4: repeats the time of line 3 with other values (local times, of which an hour may come twice, need --zone)");
    }

    @Test
    void takesARowThatIsRepeatedWordForWordOnce() {
        String again = "2024-01-02,11,13,10.25,12.75,250.5\n";
        Path file = Given.file(folder, "twice.csv", Given.HEADER + Given.TWO_DAYS + again);

        CandleImport.Content content = Given.read(Timeframe.D1, file);

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().size()).isEqualTo(2);
        assertThat(content.notes()).containsExactly("row 4 is there twice, word for word");
    }

    @Test
    void namesATimeThatComesTwiceInANewestFirstFile() {
        assertThat(
                        Given.faults(
                                folder,
                                Given.HEADER
                                        + """
                                        2024-01-03,1,1,1,1,1
                                        2024-01-02,1,1,1,1,1
                                        2024-01-02,1,1,1,1,2
                                        2024-01-01,1,1,1,1,1
                                        """))
                .containsExactly(
                        "4: repeats the time of line 3 with other values (local times, of which an hour may come twice, need --zone)");
    }

    @Test
    void namesRowsThatAreTooCloseTogether() {
        Path file =
                Given.file(
                        folder,
                        "minutes.csv",
                        Given.HEADER
                                + """
                                2024-01-01T00:00,1,1,1,1,1
                                2024-01-01T00:01,1,1,1,1,1
                                2024-01-01T00:02,1,1,1,1,1
                                """);

        CandleImport.Content content = Given.read(Timeframe.H1, file);

        assertThat(content.faults())
                .extracting(FileFault::toString)
                .containsExactly(
                        file
                                + ":3: 2 rows come less than 1h after the row before, the first"
                                + " here; is --timeframe 1h right?");
        assertThat(content.candles().isEmpty())
                .as("rows of another timeframe are not used, faults skipped or not")
                .isTrue();
    }

    @Test
    void notesRowsThatAreFarApart() {
        Path file =
                Given.file(
                        folder,
                        "days.csv",
                        Given.HEADER + Given.TWO_DAYS + "2024-01-03,11,13,10.25,12.75,250.5\n");

        CandleImport.Content content = Given.read(Timeframe.H1, file);

        assertThat(content.faults()).isEmpty();
        assertThat(content.notes()).singleElement().asString().contains("is --timeframe 1h right?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time,settle | 1: the header has no column 'open', 'high', 'low'; it has time, settle. Say"
                        + " which column is what with --columns",
                "open,high,low,close,volume | 1: the header has no column a time (time, timestamp,"
                        + " date, datetime, open_time); it has open, high, low, close, volume. Say"
                        + " which column is what with --columns",
                "time,open,open,high,low,close,volume | 1: the header has the column 'open' twice; say which column is what with --columns",
            })
    void namesTheColumnsThatAHeaderLacks(String header, String fault) {
        assertThat(Given.faults(folder, header + "\n1,2,3\n")).containsExactly(fault);
    }

    @Test
    void namesALineThatIsNoHeader() {
        assertThat(Given.faults(folder, "one,two,three,four,five,six\n2,3,4,5,6,7\n"))
                .singleElement()
                .asString()
                .startsWith("1: expected a header with time, open, high, low, close and volume")
                .contains("found 'one,two,three,four,five,six'")
                .contains("--columns");
    }

    @Test
    void namesAnEmptyFile() {
        assertThat(Given.faults(folder, "")).containsExactly("the file is empty");
        assertThat(Given.faults(folder, "\n\n")).containsExactly("the file has no rows");
        assertThat(Given.faults(folder, Given.HEADER)).containsExactly("the file has no rows");
    }

    @Test
    void namesABinaryFile() {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        bytes[20] = 0;
        bytes[50] = '\n';

        assertThat(Given.faultsOf(Timeframe.D1, Given.file(folder, "picture.csv", bytes)))
                .containsExactly("1: this is not a text file");
    }

    @Test
    void namesABinaryFileWithoutALine() {
        byte[] bytes = new byte[600_000];

        assertThat(Given.faultsOf(Timeframe.D1, Given.file(folder, "zeros.csv", bytes)))
                .containsExactly("1: a line of more than 65536 bytes; this is not a CSV file");
    }

    @Test
    void namesTextOfAnotherKind() {
        assertThat(Given.faults(folder, "<html><body>\nNot found\n</body></html>\n"))
                .singleElement()
                .asString()
                .contains("this is a web page");
    }

    @Test
    void namesABinaryTail() {
        assertThat(Given.faults(folder, Given.HEADER + Given.TWO_DAYS + "\u0000\u0001\u0002\n"))
                .singleElement()
                .asString()
                .startsWith("4:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2024-01-0", "2024-01-03", "2024-01-03,10,12", "2024-01-03,10,12,9,11,"})
    void namesAHalfWrittenLastLine(String rest) {
        assertThat(Given.faults(folder, Given.HEADER + Given.TWO_DAYS + rest))
                .singleElement()
                .asString()
                .startsWith("4:");
    }

    /// All that is wanted is there, but the line was cut off in what is not.
    @Test
    void namesALastLineThatIsCutOffBehindWhatIsWanted() {
        String rows =
                """
                1704067200000,1,2,1,2,5,1704153599999,8,3,1,1,0
                1704153600000,1,2,1,2,5,17042\
                """;

        assertThat(Given.faults(folder, rows))
                .containsExactly("2: the line ends after 7 of 12 fields; the file is cut off here");
    }

    @Test
    void namesEveryFileOfSeveral() {
        Path one = Given.file(folder, "a/1.csv", Given.HEADER + "2024-01-01,1,1,1,1,x\n");
        Path two = Given.file(folder, "a/2.csv", "");

        assertThat(Given.read(Timeframe.D1, folder.resolve("a")).faults())
                .extracting(FileFault::toString)
                .isEqualTo(
                        List.of(
                                one + ":2:6: volume 'x' is not a number",
                                two + ": the file is empty"));
    }
}
