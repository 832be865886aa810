package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.app.OpenHome;
import plumbline.engine.upkeep.LastVerify;

/// What counts as a fault of stored candles: a gap does until it is confirmed, time that was never
/// asked for does not.
class GapLedgerTest {
    @TempDir Path folder;
    private HomeFixture home = new HomeFixture(Path.of(""));

    @BeforeEach
    void fixture() {
        home = new HomeFixture(folder);
    }

    /// Imports the hours `from` to `to`, not included.
    private void hours(long from, long to) throws IOException {
        Path file = folder.resolve("part.csv");
        List<String> rows =
                LongStream.range(from, to)
                        .mapToObj(i -> HomeFixture.START + i * HomeFixture.HOUR + ",5,6,4,5,1")
                        .toList();
        Files.writeString(
                file, "time,open,high,low,close,volume\n" + String.join("\n", rows) + "\n");
        Ran ran =
                home.run(
                        "data",
                        "import",
                        file.toString(),
                        "--market",
                        HomeFixture.MARKET,
                        "--timeframe",
                        "1h");
        assertThat(ran.status()).as(ran.err()).isZero();
    }

    private Ran gaps(String... more) {
        List<String> line =
                new java.util.ArrayList<>(List.of("data", "gaps", "--market", HomeFixture.MARKET));
        line.addAll(List.of(more));
        return home.run(line.toArray(String[]::new));
    }

    private int verified() {
        return home.run("data", "verify").status();
    }

    @Test
    void timeBetweenTwoImportsIsToldAndIsNoFault() throws IOException {
        hours(0, 10);
        hours(30, 40);

        Ran text = home.run("data", "verify");
        Ran json = home.run("data", "verify", "--json");

        assertThat(text.status()).isZero();
        assertThat(text.out()).contains("no fault; 20 candles never asked for");
        assertThat(json.json()).containsEntry("faults", 0.0).containsEntry("kinds", Map.of());
        assertThat((Map<?, ?>) JsonText.at(json.json(), "series", 0, "neverAsked", 0))
                .extracting("from", "candles")
                .containsExactly("2024-01-01T10:00:00Z", 20.0);
    }

    @Test
    void aConfirmedGapIsListedAndNoFaultAndStaysSo() throws IOException {
        home.withHours(48, 5, 20, 21, 22);
        assertThat(verified()).isEqualTo(3);

        Ran one = gaps("--confirm", "--from", "2024-01-01", "--to", "2024-01-01T06:00");
        assertThat(one.out()).containsPattern("05:00 .*confirmed").containsPattern("20:00 .*open");
        assertThat(verified()).as("one is open").isEqualTo(3);
        assertThat(gaps("--confirm", "--json").json()).containsEntry("confirmed", 2.0);
        assertThat(verified()).isZero();

        home.withHours(48, 5, 20, 21, 22);
        assertThat(verified()).as("after the same import again").isZero();
        home.withHours(48, 5, 20, 22);
        assertThat(gaps().out()).contains("3 gaps (3 confirmed), 3 candles missing");
        home.withHours(48);
        assertThat(gaps().out()).startsWith("No gaps");
        assertThat(home.run("audit", "list").out()).contains("confirm");
    }

    @Test
    void aConfirmationCanBeTakenBack() throws IOException {
        home.withHours(48, 5);
        gaps("--confirm");

        assertThat(gaps("--reopen").out()).containsPattern("05:00 .*open");
        assertThat(verified()).isEqualTo(3);
    }

    @Test
    void aCopyOfTheStoreHasTheSameConfirmations() throws IOException {
        home.withHours(48, 5, 20);
        gaps("--confirm", "--from", "2024-01-01", "--to", "2024-01-01T06:00");
        Path other = folder.resolve("other");

        Ran first = home.run("data", "migrate", "--to", other.toString());
        Ran again = home.run("data", "migrate", "--to", other.toString());

        assertThat(first.out()).contains("Confirmed there as here: 1 gap.");
        assertThat(again.out()).as(again.err()).doesNotContain("Confirmed");
        Ran there = Ran.in(other, "data", "gaps");
        assertThat(there.out())
                .containsPattern("05:00 .*confirmed")
                .containsPattern("20:00 .*open");
    }

    @Test
    void whatCannotBeConfirmedIsRefused() throws IOException {
        home.withHours(48, 5);

        assertThat(home.run("data", "gaps", "--confirm").err()).contains("give --market");
        assertThat(gaps("--from", "2024-01-01").err()).contains("--confirm");
        Ran none = gaps("--confirm", "--to", "2024-01-01");
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.err()).contains("no gap lies wholly within that time");
    }

    /// In the middle a gap is seen between candles; at either end only the ledger knows of it.
    @Test
    void whatARepairPutAsideIsMissingUntilItComesAgain() throws IOException {
        for (int chunk : new int[] {0, 1, 2}) {
            home = new HomeFixture(Files.createDirectory(folder.resolve("home-" + chunk)));
            home.withHours(20_000);
            home.flipInChunk(chunk);
            home.run("data", "verify", "--repair");

            Ran verify = home.run("data", "verify", "--json");
            assertThat(verify.status()).as("chunk %d", chunk).isEqualTo(3);
            assertThat(verify.json()).containsEntry("kinds", Map.of("gap", 1.0));
            assertThat((String) JsonText.at(verify.json(), "series", 0, "faults", 0, "message"))
                    .contains("damaged and put aside");
            assertThat(gaps("--json").json()).containsEntry("neverAsked", 0.0);

            home.withHours(20_000);
            assertThat(verified()).as("chunk %d", chunk).isZero();
        }
    }

    @Test
    void anOutageStaysOneThoughTheCandlesAroundItWereLostForATime() throws IOException {
        home.withHours(20_000, 9_000);
        gaps("--confirm");
        home.flipInChunk(1);
        home.run("data", "verify", "--repair");

        Ran lost = gaps();
        assertThat(lost.out()).containsPattern("8,\\d\\d\\d +damaged");
        Ran confirmed = gaps("--confirm");
        assertThat(confirmed.err()).contains("what was damaged here is no outage");

        home.withHours(20_000, 9_000);
        assertThat(gaps().out()).contains("1 gap (1 confirmed), 1 candle missing");
        assertThat(verified()).isZero();
    }

    @Test
    void gapsOfOneSeriesAreToldThoughAnotherIsDamaged() throws IOException {
        home.withHours(20_000, 5);
        home.flipInChunk(1);
        Path other = folder.resolve("eth.csv");
        Files.writeString(
                other,
                "time,open,high,low,close,volume\n"
                        + "2024-01-01T00:00,5,6,4,5,1\n"
                        + "2024-01-01T02:00,5,6,4,5,1\n");
        Ran ran =
                home.run(
                        "data",
                        "import",
                        other.toString(),
                        "--market",
                        "binance:ETH/USDT",
                        "--timeframe",
                        "1h");
        assertThat(ran.status()).as(ran.err()).isZero();

        Ran all = home.run("data", "gaps");

        assertThat(all.status()).isEqualTo(1);
        assertThat(all.out()).contains("binance:ETH/USDT");
        assertThat(all.err()).contains("binance:BTC/USDT");
    }

    @Test
    void aSeriesThatWasPutAsideWholeIsMissedUntilItComesAgain() throws IOException {
        home.withHours(100);
        home.flipInChunk(0);
        home.run("data", "verify", "--repair");

        Ran verify = home.run("data", "verify");
        assertThat(verify.status()).isEqualTo(3);
        assertThat(verify.out()).contains("no candle is left").contains("100 candles missing");

        home.withHours(100);
        assertThat(verified()).isZero();
    }

    @Test
    void theLastCheckIsWrittenDownWhoeverAskedForIt() throws IOException {
        home.withHours(48, 5);
        home.run("data", "verify");

        try (OpenHome open =
                OpenHome.look(new plumbline.app.Home(home.home()), java.time.Instant::now)) {
            LastVerify last = LastVerify.newest(open.audit().newest(10)).orElseThrow();
            assertThat(last)
                    .extracting(LastVerify::subject, LastVerify::candles, LastVerify::gaps)
                    .containsExactly(HomeFixture.MARKET + " 1h", 47L, 1L);
        }
    }
}
