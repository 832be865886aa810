package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `data verify`, `gaps` and `delete` on candles with holes and with damage.
class DataUpkeepTest {
    private static final long SLOT = 8192 * HomeFixture.HOUR;

    @TempDir Path folder;
    private HomeFixture home = new HomeFixture(Path.of(""));

    @BeforeEach
    void fixture() {
        home = new HomeFixture(folder);
    }

    @Test
    void gapsNamesEachGapExactly() throws IOException {
        home.withHours(48, 5, 20, 21, 22);

        Ran json = home.run("data", "gaps", "--json");
        Ran text = home.run("data", "gaps", "--market", HomeFixture.MARKET, "--timeframe", "1h");

        assertThat(json.status()).isZero();
        assertThat(json.json()).containsEntry("missing", 4.0).containsEntry("gaps", 2.0);
        assertThat(JsonText.at(json.json(), "series", 0, "missing")).isEqualTo(4.0);
        assertThat((Map<?, ?>) JsonText.at(json.json(), "series", 0, "gaps", 0))
                .extracting("from", "to", "missing", "state")
                .containsExactly("2024-01-01T05:00:00Z", "2024-01-01T06:00:00Z", 1.0, "open");
        assertThat((Map<?, ?>) JsonText.at(json.json(), "series", 0, "gaps", 1))
                .extracting("from", "to", "missing")
                .containsExactly("2024-01-01T20:00:00Z", "2024-01-01T23:00:00Z", 3.0);
        assertThat(((Map<?, ?>) JsonText.at(json.json(), "series", 0, "gaps", 1)).keySet())
                .isEqualTo(Set.of("from", "to", "missing", "state", "foundAt"));
        assertThat(text.out())
                .containsPattern("2024-01-01 20:00 +2024-01-01 23:00 +3 +open")
                .contains("2 gaps, 4 candles missing, in 1 series.");
    }

    @Test
    void gapsThatWereFilledAreGone() throws IOException {
        home.withHours(48, 5);
        assertThat(home.run("data", "gaps", "--json").json()).containsEntry("gaps", 1.0);
        home.withHours(48);

        assertThat(home.run("data", "gaps").out()).startsWith("No gaps in 1 series.");
    }

    @Test
    void verifyCountsBlocksAndKeepsTheLedger() throws IOException {
        home.withHours(48, 5);

        Ran first = home.run("data", "verify", "--json");
        Ran second = home.run("data", "verify", "--json");

        assertThat(first.status()).isEqualTo(3);
        assertThat(first.json())
                .containsEntry("blocks", 1.0)
                .containsEntry("faults", 1.0)
                .containsEntry("kinds", Map.of("gap", 1.0));
        assertThat(JsonText.at(first.json(), "store", "kind")).isEqualTo("H2");
        assertThat(JsonText.at(first.json(), "store", "warnings")).isEqualTo(List.of());
        assertThat(JsonText.at(first.json(), "series", 0, "ledger", "opened")).isEqualTo(1.0);
        assertThat(JsonText.at(second.json(), "series", 0, "ledger", "known")).isEqualTo(1.0);
    }

    @Test
    void verifyOfSoundCandlesEndsWithZero() throws IOException {
        home.withHours(48);

        Ran ran = home.run("data", "verify");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("48 candles, no fault").contains("1 block checked");
    }

    @Test
    void verifyOfATimeframeThatIsNotStoredSaysWhatIs() throws IOException {
        home.withHours(2);

        Ran ran = home.run("data", "verify", "--timeframe", "1d");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("nothing is stored at 1d; stored are 1h");
    }

    @Test
    void aFlippedBitIsFoundWithItsTimeAndInTheFile() throws IOException {
        home.withHours(20_000);
        home.flipInChunk(1);
        long slot = Math.floorDiv(HomeFixture.START, SLOT) + 1;

        Ran ran = home.run("data", "verify", "--json");

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err()).contains("market.mv.db is not as it was when it was closed");
        assertThat(ran.json())
                .containsEntry("kinds", Map.of("damaged", 1.0))
                .containsEntry("faults", 2.0);
        assertThat((Map<?, ?>) JsonText.at(ran.json(), "series", 0, "faults", 0))
                .extracting("kind", "from", "candles")
                .containsExactly("damaged", Instant.ofEpochMilli(slot * SLOT).toString(), 8192.0);
        assertThat((List<?>) JsonText.at(ran.json(), "store", "warnings"))
                .singleElement()
                .asString()
                .contains("market.mv.db")
                .contains("bytes");
    }

    @Test
    void repairPutsDamageAsideAndTheCandlesComeAgain() throws IOException {
        home.withHours(20_000);
        home.flipInChunk(1);

        Ran repair = home.run("data", "verify", "--repair");
        Ran after = home.run("data", "verify", "--json");

        assertThat(repair.status()).isEqualTo(3);
        assertThat(repair.out())
                .contains("Put aside of binance:BTC/USDT 1h from ")
                .contains("plumbline data import FILE --market binance:BTC/USDT --timeframe 1h");
        assertThat(after.json()).containsEntry("kinds", Map.of("gap", 1.0));
        assertThat(home.run("audit", "list").out()).contains("repair");

        home.withHours(20_000);
        assertThat(home.run("data", "verify").status()).isZero();
    }

    @Test
    void deleteRemovesOneSeriesAndIsAudited() throws IOException {
        home.withHours(48);

        Ran ran = delete("--yes", "--json");

        assertThat(ran.status()).isZero();
        assertThat(ran.json()).containsEntry("deleted", 48.0).containsEntry("timeframe", "1h");
        assertThat(home.run("data", "list").out()).startsWith("Nothing is stored yet");
        Ran audit = home.run("audit", "list", "--limit", "1", "--json");
        assertThat((Map<?, ?>) JsonText.at(audit.json(), "entries", 0))
                .extracting("action", "subject")
                .containsExactly("delete", "binance:BTC/USDT 1h");
        assertThat((String) JsonText.at(audit.json(), "entries", 0, "detail"))
                .startsWith("48 candles from 2024-01-01 00:00 to 2024-01-02 23:00");
    }

    @Test
    void deleteAsksFirst() throws IOException {
        home.withHours(48);

        Ran nobody = delete();
        Ran no =
                Ran.answering(
                        "n",
                        home.home(),
                        "data",
                        "delete",
                        "--market",
                        HomeFixture.MARKET,
                        "--timeframe",
                        "1h");
        assertThat(home.run("data", "list").out()).contains(HomeFixture.MARKET);
        Ran yes =
                Ran.answering(
                        "y",
                        home.home(),
                        "data",
                        "delete",
                        "--market",
                        HomeFixture.MARKET,
                        "--timeframe",
                        "1h");

        assertThat(nobody.status()).isEqualTo(2);
        assertThat(nobody.err()).contains("48 candles").contains("--yes");
        assertThat(no.status()).isEqualTo(130);
        assertThat(no.err()).contains("nothing was changed");
        assertThat(yes.status()).isZero();
        assertThat(yes.out()).contains("48 candles").contains("are deleted");
    }

    @Test
    void deleteOfWhatIsNotStoredNamesTheNearest() throws IOException {
        home.withHours(2);

        Ran ran =
                home.run(
                        "data",
                        "delete",
                        "--market",
                        "binance:BTC/USD",
                        "--timeframe",
                        "1h",
                        "--yes");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("did you mean binance:BTC/USDT 1h?");
    }

    private Ran delete(String... more) {
        List<String> line =
                new java.util.ArrayList<>(
                        List.of("data", "delete", "--market", HomeFixture.MARKET));
        line.addAll(List.of("--timeframe", "1h"));
        line.addAll(List.of(more));
        return home.run(line.toArray(String[]::new));
    }
}
