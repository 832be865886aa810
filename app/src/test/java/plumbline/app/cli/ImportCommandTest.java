package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `data import`: all or nothing, and every fault by its line.
class ImportCommandTest {
    private static final String HEADER = "time,open,high,low,close,volume\n";
    private static final String GOOD = "2024-01-01,10,12,9,11,5\n2024-01-02,11,13,10,12,6\n";

    @TempDir Path folder;
    private Path home = Path.of("");

    @BeforeEach
    void chooseAHome() {
        home = folder.resolve("home");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Ran importDays(Path file, String... more) {
        List<String> line = new java.util.ArrayList<>(List.of("data", "import", file.toString()));
        line.addAll(List.of("--market", "file:TEST/USD", "--timeframe", "1d"));
        line.addAll(List.of(more));
        return Ran.in(home, line.toArray(String[]::new));
    }

    private void nothingIsStored() {
        Ran list = Ran.in(home, "data", "list", "--json");
        assertThat((List<?>) JsonText.at(list.json(), "series")).isEmpty();
    }

    @Test
    void storesCandlesAndSaysWhatItDid() throws IOException {
        Path file = file("good.csv", HEADER + GOOD);

        Ran first = importDays(file);
        Ran again = importDays(file);

        assertThat(first.status()).isZero();
        assertThat(first.out())
                .startsWith(
                        "2 candles of file:TEST/USD 1d from 2024-01-01 00:00 to 2024-01-02 00:00: 2"
                                + " new, 0 changed, 0 as they were.");
        assertThat(first.err())
                .startsWith("read " + file + ": UTF-8, comma, header in line 1; time 'time', open")
                .hasLineCount(1);
        assertThat(again.out()).contains("0 new, 0 changed, 2 as they were");
    }

    @Test
    void saysTheSameAsOneDocument() throws IOException {
        Ran ran = importDays(file("good.csv", HEADER + GOOD), "--json");

        assertThat(ran.json())
                .containsEntry("market", "file:TEST/USD")
                .containsEntry("timeframe", "1d")
                .containsEntry("format", "csv")
                .containsEntry("files", 1.0)
                .containsEntry("candles", 2.0)
                .containsEntry("from", "2024-01-01T00:00:00Z")
                .containsEntry("to", "2024-01-02T00:00:00Z")
                .containsEntry("inserted", 2.0)
                .containsEntry("skipped", 0.0);
        assertThat(JsonText.at(ran.json(), "understood", 0, "columns"))
                .isEqualTo(
                        "time 'time', open 'open', high 'high', low 'low', close 'close', volume"
                                + " 'volume'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN,13,10,12,6 | :3:2: open 'NaN' is not a number",
                "11,13,-10,12,6 | :3: low must be above 0, is -10.0",
                "11,9,10,12,6 | :3: high 9.0 is below low 10.0",
                "11,13,10,12 | :3: expected at least 6 fields, found 5",
            })
    void refusesAFileWithABadRowAndStoresNothing(String rest, String fault) throws IOException {
        Path file = file("bad.csv", HEADER + "2024-01-01,10,12,9,11,5\n2024-01-02," + rest + "\n");

        Ran ran = importDays(file);

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains(file + fault)
                .contains("nothing was imported: 1 fault listed above")
                .contains("--skip-bad to import the 1 row ");
        nothingIsStored();
    }

    @Test
    void refusesATimeThatComesTwice() throws IOException {
        Ran ran = importDays(file("twice.csv", HEADER + GOOD + "2024-01-02,1,1,1,1,1\n"));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("twice.csv:4: repeats the time of line 3");
        nothingIsStored();
    }

    @Test
    void refusesFilesThatAreNoCandles() throws IOException {
        byte[] noise = new byte[5000];
        new Random(3).nextBytes(noise);
        noise[7] = 0;
        Path binary = Files.write(folder.resolve("binary.csv"), noise);

        assertThat(importDays(binary).err()).contains("this is not a text file");
        assertThat(importDays(file("empty.csv", "")).err()).contains("the file is empty");
        assertThat(importDays(file("other.csv", "time,settle\n1,2\n")).err())
                .contains("the header has no column 'open', 'high'");
        assertThat(importDays(file("half.csv", HEADER + GOOD + "2024-01-0")).err())
                .contains(":4: the line ends after 1 of 6 fields; the file is cut off here");
        for (String name : List.of("binary.csv", "empty.csv", "other.csv", "half.csv")) {
            assertThat(importDays(folder.resolve(name)).status()).as(name).isEqualTo(2);
        }
        nothingIsStored();
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Ran ran = importDays(folder.resolve("missing.csv"));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualToIgnoringNewLines(
                        "plumbline: there is no file "
                                + folder.resolve("missing.csv")
                                + "; nothing was imported");
    }

    @Test
    void turnsNewestFirstRound() throws IOException {
        Ran ran =
                importDays(
                        file(
                                "newest.csv",
                                HEADER + "2024-01-02,11,13,10,12,6\n2024-01-01,10,12,9,11,5\n"),
                        "--json");

        assertThat(ran.status()).isZero();
        assertThat(ran.json()).containsEntry("from", "2024-01-01T00:00:00Z");
    }

    @Test
    void skipsBadRowsIfThatIsAskedAndCountsThem() throws IOException {
        Path file = file("bad.csv", HEADER + GOOD + "2024-01-03,x,1,1,1,1\n2024-01-04,1,1,1,1\n");

        Ran text = importDays(file, "--skip-bad");
        Ran json = importDays(file, "--skip-bad", "--json");

        assertThat(text.status()).isZero();
        assertThat(text.out()).contains("2 candles").contains("2 rows skipped");
        assertThat(text.err()).contains("bad.csv:4:2: open 'x'").contains("bad.csv:5: expected");
        assertThat(json.json()).containsEntry("skipped", 2.0).containsEntry("candles", 2.0);
        assertThat(JsonText.at(json.json(), "faults", 0, "line")).isEqualTo(4.0);
        assertThat(JsonText.at(json.json(), "faults", 0, "column")).isEqualTo(2.0);
    }

    @Test
    void givesAllFaultsAsData() throws IOException {
        Ran ran = importDays(file("bad.csv", HEADER + "2024-01-03,x,1,1,1,1\n"), "--json");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(JsonText.at(ran.json(), "error", "details", 0, "message"))
                .isEqualTo("open 'x' is not a number");
    }

    @Test
    void refusesWrongOptionsBeforeReadingAnything() throws IOException {
        Path file = file("good.csv", HEADER + GOOD);

        assertThat(importDays(file, "--format", "csb").err())
                .contains("no format 'csb'; did you mean csv?");
        assertThat(importDays(file, "--zone", "Mars/Base").err())
                .contains("--zone must be a time zone like UTC, Europe/Berlin");
        Ran market =
                Ran.in(
                        home,
                        "data",
                        "import",
                        file.toString(),
                        "--market",
                        "goog",
                        "--timeframe",
                        "1d");
        assertThat(market.status()).isEqualTo(2);
        assertThat(market.err()).contains("'goog' is not a market id; expected venue:BASE/QUOTE");
        Ran timeframe =
                Ran.in(
                        home,
                        "data",
                        "import",
                        file.toString(),
                        "--market",
                        "file:X/USD",
                        "--timeframe",
                        "1day");
        assertThat(timeframe.status()).isEqualTo(2);
        assertThat(timeframe.err()).contains("no timeframe '1day'; did you mean 1d");
        assertThat(home).doesNotExist();
    }

    @Test
    void importsFoldersWithAllThatIsInThem() throws IOException {
        Path many = Files.createDirectories(folder.resolve("many/deep"));
        Files.writeString(many.resolve("2.csv"), HEADER + "2024-01-02,11,13,10,12,6\n");
        Files.writeString(folder.resolve("many/1.csv"), HEADER + "2024-01-01,1,1,1,1,1\n");

        Ran ran = importDays(folder.resolve("many"), "--json");

        assertThat(ran.json()).containsEntry("files", 2.0).containsEntry("candles", 2.0);
    }
}
