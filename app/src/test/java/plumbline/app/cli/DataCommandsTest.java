package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plumbline.app.Clocks;
import plumbline.app.Home;
import plumbline.app.OpenHome;

/// `data list`, `verify`, `export`, and the home folder they work on.
class DataCommandsTest {
    private static final String CANDLES =
            """
            time,open,high,low,close,volume
            2024-01-01T00:00:00Z,10,12,9,11,5
            2024-01-01T01:00:00Z,11,13,10,12.5,0.1
            2024-01-01T02:00:00Z,12.5,13,10,12,6
            2024-01-01T05:00:00Z,12,13,10,11,7
            """;

    @TempDir Path folder;
    private Path home = Path.of("");

    @BeforeEach
    void importHours() throws IOException {
        home = folder.resolve("home");
        Path file = Files.writeString(folder.resolve("hours.csv"), CANDLES);
        Ran ran =
                Ran.in(
                        home,
                        "data",
                        "import",
                        file.toString(),
                        "--market",
                        "binance:BTC/USDT",
                        "--timeframe",
                        "1h");
        assertThat(ran.status()).isZero();
    }

    @Test
    void listShowsWhatIsStored() {
        Ran table = Ran.in(home, "data", "list");
        Ran json = Ran.in(home, "data", "list", "--json");

        assertThat(table.out())
                .containsPattern(
                        "binance:BTC/USDT +1h +4 +2024-01-01 00:00 +2024-01-01 05:00 +csv");
        assertThat(JsonText.at(json.json(), "series", 0, "candles")).isEqualTo(4.0);
        assertThat(JsonText.at(json.json(), "series", 0, "to")).isEqualTo("2024-01-01T05:00:00Z");
    }

    @Test
    void listSaysHowToBeginWhereNothingIsStored() {
        Ran ran = Ran.in(folder.resolve("new"), "data", "list");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("plumbline data import FILE");
    }

    @Test
    void verifyNamesTheGapAndEndsWithThree() {
        Ran text = Ran.in(home, "data", "verify");
        Ran json = Ran.in(home, "data", "verify", "--market", "binance:BTC/USDT", "--json");

        assertThat(text.status()).isEqualTo(3);
        assertThat(text.out())
                .contains("binance:BTC/USDT 1h: 4 candles, 1 fault")
                .contains("2024-01-01 03:00 to 2024-01-01 05:00  gap: 2 candles missing");
        assertThat(json.status()).isEqualTo(3);
        assertThat(json.json()).containsEntry("faults", 1.0);
        assertThat(JsonText.at(json.json(), "series", 0, "faults", 0, "kind")).isEqualTo("gap");
        assertThat(JsonText.at(json.json(), "series", 0, "faults", 0, "candles")).isEqualTo(2.0);
    }

    @Test
    void verifyOfAnUnknownMarketNamesTheNearest() {
        Ran ran = Ran.in(home, "data", "verify", "--market", "binance:BTC/USD");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("did you mean binance:BTC/USDT?");
    }

    @Test
    void exportWritesWhatWasImported() throws IOException {
        Path out = folder.resolve("new folder/out.csv");

        Ran ran = export("1h", out);

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).startsWith("4 candles of binance:BTC/USDT 1h in " + out);
        assertThat(Files.readString(out)).isEqualTo(CANDLES);
    }

    @Test
    void exportBuildsCoarserCandles() throws IOException {
        Path out = folder.resolve("out.csv");

        Ran ran = export("2h", out, "--json");

        assertThat(ran.json()).containsEntry("candles", 3.0);
        assertThat(out)
                .content()
                .contains("2024-01-01T00:00:00Z,10,13,9,12.5,5.1\n")
                .contains("2024-01-01T04:00:00Z,12,13,10,11,7\n");
    }

    @Test
    void exportCutsToARange() {
        Path out = folder.resolve("out.csv");

        Ran ran =
                export("1h", out, "--json", "--from", "2024-01-01T01:00", "--to", "2024-01-01T05");
        Ran right =
                export(
                        "1h",
                        out,
                        "--json",
                        "--from",
                        "2024-01-01 01:00",
                        "--to",
                        "2024-01-01T05:00Z");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.jsonError()).startsWith("--to must be a date or date-time like");
        assertThat(right.json()).containsEntry("candles", 2.0);
    }

    @Test
    void exportWritesOverNoFolder() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken.csv"));

        Ran ran = export("1h", taken);

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains(taken.toString()).contains("it is a folder");
        assertThat(taken).isDirectory();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void exportSaysSoWhereNobodyMayWrite() {
        Ran ran = export("1h", Path.of("/proc/plumbline/out.csv"));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("/proc/plumbline").doesNotContain("inside Plumbline");
    }

    @Test
    void exportSaysSoWhereAFileIsInTheWay() {
        Ran ran = export("1h", folder.resolve("hours.csv/out.csv"));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("hours.csv is a file, and a folder is needed there");
    }

    private Ran export(String timeframe, Path out, String... more) {
        List<String> line =
                new java.util.ArrayList<>(
                        List.of("data", "export", "--market", "binance:BTC/USDT"));
        line.addAll(List.of("--timeframe", timeframe, "--out", out.toString()));
        line.addAll(List.of(more));
        return Ran.in(home, line.toArray(String[]::new));
    }

    @Test
    void aHomeThatIsOpenElsewhereIsShared() {
        try (OpenHome window = OpenHome.open(new Home(home), Clocks.of(Ran.FIXED_CLOCK))) {
            Ran ran = Ran.in(home, "data", "list", "--json");

            assertThat(ran.status()).isZero();
            assertThat((List<?>) JsonText.at(ran.json(), "series")).hasSize(1);
            assertThat(window.candles().list()).hasSize(1);
        }
    }

    @Test
    void aHomeThatIsAFileIsRefused() {
        Ran ran = Ran.in(folder.resolve("hours.csv"), "data", "list", "--json");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.jsonError()).contains("it is a file, not a folder").contains("--home");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aHomeThatCannotBeMadeIsRefused() {
        Ran ran = Ran.in(Path.of("/proc/plumbline"), "data", "list");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("/proc/plumbline").contains("--home").hasLineCount(1);
    }

    @Test
    void theHomeMayComeFromTheEnvironment() {
        Ran ran =
                Ran.of(
                        java.util.Map.of("PLUMBLINE_HOME", home.toString()),
                        List.of("data", "list"));

        assertThat(ran.out()).contains("binance:BTC/USDT");
    }
}
