package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.app.Home;
import plumbline.app.OpenHome;
import plumbline.engine.backtest.RunRepository.StoredRun;

/// What a result says about itself: warm-up, warnings, decimals, and by which id it is found again.
class BacktestTruthTest {
    private static final String[] CROSS = {"sma-cross", "--set", "fast=1", "--set", "slow=3"};

    /// Of three days the mean is 9 at 8 and 9.67 at 12: the price crosses above on January 4.
    private static final String DAYS =
            days("10,10,10,10", "9,9,9,9", "8,8,8,8", "12,12,12,12", "13,13,13,13", "14,14,14,14");

    @TempDir Path folder;

    private static String days(String... rows) {
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int i = 0; i < rows.length; i++) {
            text.append(1_704_067_200L + i * 86_400L).append(',').append(rows[i]).append(",1\n");
        }
        return text.toString();
    }

    private Path home() {
        return folder.resolve("home");
    }

    private void stored(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("days.csv"), csv);
        Ran ran =
                Ran.in(
                        home(),
                        "data",
                        "import",
                        file.toString(),
                        "--market",
                        "file:X/USD",
                        "--timeframe",
                        "1d");
        assertThat(ran.status()).as(ran.err()).isZero();
    }

    private Ran backtest(String[] strategy, String... more) {
        List<String> line = new ArrayList<>(List.of("backtest"));
        line.addAll(Arrays.asList(strategy));
        line.addAll(List.of("--market", "file:X/USD", "--timeframe", "1d", "--fee", "0"));
        line.addAll(List.of(more));
        return Ran.in(home(), line.toArray(String[]::new));
    }

    @Test
    void indicatorsAreFedFromTheCandlesBeforeTheRange() throws IOException {
        stored(DAYS);

        Map<String, Object> all = backtest(CROSS, "--json").json();
        Map<String, Object> late = backtest(CROSS, "--json", "--from", "2024-01-04").json();
        Map<String, Object> early = backtest(CROSS, "--json", "--from", "2024-01-03").json();

        assertThat(JsonText.at(all, "trades", 0, "entryTime")).isEqualTo("2024-01-05T00:00:00Z");
        assertThat(JsonText.at(late, "trades")).isEqualTo(JsonText.at(all, "trades"));
        assertThat(JsonText.at(late, "data", 0, "from")).isEqualTo("2024-01-04T00:00:00Z");
        assertThat(JsonText.at(late, "checks", "warmup")).isEqualTo("pass");
        assertThat(JsonText.at(early, "checks", "warmup"))
                .isEqualTo("short: 2 of 3 candles before the range");
        assertThat(backtest(CROSS, "--from", "2024-01-03").out())
                .contains("Warm-up short: 2 of 3 candles before the range");
    }

    @Test
    void aRunWithWarmUpIsMadeAgainTheSame() throws IOException {
        stored(DAYS);
        backtest(CROSS, "--from", "2024-01-04");

        Ran report = Ran.in(home(), "report", "last", "--out", folder + "/again.json");

        assertThat(report.status()).as(report.err()).isZero();
        Map<String, Object> again = JsonText.object(Files.readString(folder.resolve("again.json")));
        assertThat(JsonText.at(again, "checks", "warmup")).isEqualTo("pass");
    }

    @Test
    void nothingInTheRangeIsSaid() throws IOException {
        stored(DAYS);

        Ran ran = backtest(CROSS, "--from", "2025-01-01");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("in the given range; stored are 6 candles");
    }

    @Test
    void whatHasToBeKnownStandsBesideTheFigures() throws IOException {
        stored(DAYS);

        Map<String, Object> document = backtest(CROSS, "--json").json();
        String text = backtest(CROSS).out();

        List<Object> codes = new ArrayList<>();
        for (Object warning : (List<?>) JsonText.at(document, "warnings")) {
            codes.add(JsonText.at(warning, "code"));
            assertThat(text).contains("! " + JsonText.at(warning, "text"));
        }
        assertThat(codes).containsExactly("few-trades", "short-history");
    }

    /// Bought for tenfold 10,000 at the open of 100: 1000 units. The third day opens at 80, where
    /// 20,000 are lost, twice what there was.
    @Test
    void ruinSaysWhatWasWrittenOff() throws IOException {
        stored(days("100,100,100,100", "100,100,100,100", "80,85,80,85", "90,90,90,90"));

        String[] hold = {"buy-and-hold", "--leverage", "10"};
        Map<String, Object> document = backtest(hold, "--json").json();

        assertThat(JsonText.at(document, "ruined")).isEqualTo(true);
        assertThat(JsonText.at(document, "writtenOff")).isEqualTo(10_000.0);
        assertThat(JsonText.at(document, "trades", 0, "profit")).isEqualTo(-20_000.0);
        assertThat(JsonText.at(document, "metrics", "finalEquity")).isEqualTo(0.0);
        assertThat(backtest(hold).out())
                .contains("Ruined: all equity was lost")
                .contains("10,000.00 USD owed beyond zero were written off");
    }

    @Test
    void tinyPricesAreShownWithTheirDecimals() throws IOException {
        String first = "0.000000001234,0.000000001236,0.000000001234,0.000000001236";
        stored(days(first, "0.000000001236,0.00000000124,0.000000001236,0.00000000124", first));

        Ran ran = backtest(new String[] {"buy-and-hold"}, "--trades");

        assertThat(ran.out()).contains("0.000000001236");
    }

    @Test
    void aRunIsFoundByHowItsIdBegins() throws IOException {
        stored(DAYS);
        String id = (String) JsonText.at(backtest(CROSS, "--json").json(), "run", "id");
        assertThat(id).matches("[0-9a-f]{32}");

        Ran found = report(id.substring(0, 7));
        Ran tooShort = report(id.substring(0, 3));

        assertThat(found.status()).as(found.err()).isZero();
        assertThat(tooShort.status()).isEqualTo(2);
    }

    @Test
    void severalRunsThatBeginAlikeAreNamed() throws IOException {
        try (OpenHome open = open()) {
            open.runs().save(new StoredRun("cafe0001aa", Instant.EPOCH, "{}"));
            open.runs().save(new StoredRun("cafe0001ab", Instant.EPOCH, "{}"));
        }

        Ran ran = report("cafe0001");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err())
                .contains("'cafe0001' begins the ids of several runs: cafe0001ab, cafe0001aa");
    }

    /// As it was stored when ids had eight digits and nothing was said about warm-up.
    @Test
    void aRunWithAnIdOfEightDigitsIsStillReported() throws IOException {
        stored(DAYS);
        String document = backtest(CROSS, "--json").out();
        String id = (String) JsonText.at(JsonText.object(document), "run", "id");
        String former =
                document.replace("\"" + id + "\"", "\"" + id.substring(0, 8) + "\"")
                        .replaceAll("\"warmup\" : \"[^\"]*\"", "\"warmup\" : \"not-run\"")
                        .replaceAll("\"warmupCandles\" : \\d+,\\s*", "");
        assertThat(former).doesNotContain("warmupCandles");
        try (OpenHome open = open()) {
            open.runs().save(new StoredRun(id.substring(0, 8), Instant.EPOCH, former));
        }

        Ran ran = report(id.substring(0, 8));

        assertThat(ran.status()).as(ran.err()).isZero();
    }

    private OpenHome open() {
        return OpenHome.open(new Home(home()), InstantSource.system());
    }

    private Ran report(String run) {
        return Ran.in(home(), "report", run, "--out", folder.resolve("r.json").toString());
    }
}
