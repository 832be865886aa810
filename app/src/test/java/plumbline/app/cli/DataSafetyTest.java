package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.app.Clocks;
import plumbline.app.Home;
import plumbline.app.OpenHome;

/// `data backup`, `restore` and `migrate`.
class DataSafetyTest {
    @TempDir Path folder;
    private HomeFixture home = new HomeFixture(Path.of(""));

    @BeforeEach
    void fixture() {
        home = new HomeFixture(folder);
    }

    private double candles(Path of) {
        Ran list = Ran.in(of, "data", "list", "--json");
        return (Double) JsonText.at(list.json(), "series", 0, "candles");
    }

    @Test
    void aBackupIsRestoredAndTellsWhatWasDoneSince() throws IOException {
        home.withHours(48);
        Path file = folder.resolve("new/safe.backup.zip");

        Ran backup = home.run("data", "backup", "--out", file.toString(), "--json");
        home.withHours(96);
        assertThat(candles(home.home())).isEqualTo(96);
        Ran restored = home.run("data", "restore", file.toString(), "--yes", "--json");

        assertThat(backup.status()).isZero();
        assertThat(backup.json()).containsEntry("file", file.toString()).containsKey("bytes");
        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(candles(home.home())).isEqualTo(48);
        assertThat(Path.of((String) JsonText.at(restored.json(), "movedTo")))
                .isRegularFile()
                .hasFileName("market.mv.db");
        assertThat((List<?>) JsonText.at(restored.json(), "since")).hasSize(1);
        assertThat((String) JsonText.at(restored.json(), "since", 0, "detail"))
                .startsWith("96 candles from 2024-01-01 00:00 to 2024-01-04 23:00 (csv: ");
        assertThat(home.run("audit", "list").out()).contains("restore");
        assertThat(home.run("data", "verify").status()).isZero();
    }

    @Test
    void theNewestBackupOfTheHomeIsListedAndRestored() throws IOException {
        home.withHours(48);
        assertThat(home.run("data", "backup", "--list").out()).startsWith("There is no backup yet");
        assertThat(home.run("data", "restore", "newest", "--yes").err())
                .contains("there is no backup in ");

        Ran made = home.run("data", "backup");
        Ran list = home.run("data", "backup", "--list", "--json");
        home.run("data", "delete", "--market", HomeFixture.MARKET, "--timeframe", "1h", "--yes");
        Ran restored = home.run("data", "restore", "newest", "--yes");

        assertThat(made.out()).contains("every candle in it checked");
        assertThat((List<?>) JsonText.at(list.json(), "backups")).hasSize(1);
        assertThat(JsonText.at(list.json(), "backups", 0, "madeAt"))
                .isEqualTo("2026-01-02T03:04:05Z");
        assertThat(restored.out())
                .contains("is restored")
                .contains("delete binance:BTC/USDT 1h: 48 candles");
        assertThat(candles(home.home())).isEqualTo(48);
    }

    @Test
    void aBackupBringsBackAJournalThatDoesNotOpenAndAKeyThatIsLost() throws IOException {
        home.withHours(48);
        home.run("data", "backup");

        Files.write(home.home().resolve("journal.mv.db"), new byte[0]);
        assertThat(home.run("data", "list").err()).contains("data restore newest");
        Ran journal = home.run("data", "restore", "newest", "--yes");
        assertThat(journal.status()).as(journal.err()).isZero();
        assertThat(journal.out()).contains("The journal did not open");
        assertThat(home.run("audit", "verify").status()).isZero();

        Files.delete(home.home().resolve("database.key"));
        assertThat(home.run("doctor").out()).contains("database.key").contains("is gone");
        Ran key = home.run("data", "restore", "newest", "--yes");
        assertThat(key.status()).as(key.err()).isZero();
        assertThat(home.run("data", "verify").status()).isZero();
        assertThat(candles(home.home())).isEqualTo(48);
    }

    @Test
    void aDatabaseThatIsGoneIsMissedEvenAfterACrash() throws IOException {
        home.withHours(48);
        Files.delete(home.home().resolve("market.sums"));
        Files.delete(home.home().resolve("market.mv.db"));

        Ran ran = home.run("data", "list");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("market.mv.db is gone");
    }

    @Test
    void aBackupWithAFlippedByteIsNamedAndPassedOver() throws IOException {
        home.withHours(48);
        home.run("data", "backup");
        Path bad = backup();
        Path good = bad.resolveSibling("plumbline-20260102T030400Z.backup.zip");
        Files.copy(bad, good);
        byte[] bytes = Files.readAllBytes(good);
        bytes[bytes.length / 2] ^= 1;
        Files.write(bad, bytes);

        Ran list = home.run("data", "backup", "--list");
        Ran restored = home.run("data", "restore", "newest", "--yes");

        assertThat(list.out()).containsPattern("cannot be read +" + bad);
        assertThat(restored.out())
                .contains(good + " is restored")
                .contains("A newer backup could not be used")
                .contains("Nothing was stored since");
    }

    private Path backup() throws IOException {
        try (Stream<Path> files = Files.list(home.home().resolve("backups"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void aHomeThatIsOpenIsNotRestored() throws IOException {
        home.withHours(48);
        home.run("data", "backup");

        try (OpenHome window = OpenHome.open(new Home(home.home()), Clocks.of(Ran.FIXED_CLOCK))) {
            Ran ran = home.run("data", "restore", "newest", "--yes");

            assertThat(ran.status()).isEqualTo(1);
            assertThat(ran.err()).contains("another program has " + home.home() + " open");
            assertThat(window.candles().list()).hasSize(1);
        }
        assertThat(home.home().resolve("aside")).doesNotExist();
    }

    @Test
    void whatIsNoBackupIsRefused() throws IOException {
        home.withHours(48);
        Path other = Files.writeString(folder.resolve("other.zip"), "no zip at all");

        Ran noBackup = home.run("data", "restore", other.toString(), "--yes");
        Ran noFile = home.run("data", "restore", folder.resolve("none").toString(), "--yes");
        Ran unasked = home.run("data", "restore", other.toString());

        assertThat(noBackup.status()).isEqualTo(1);
        assertThat(noBackup.err()).contains("is no backup of Plumbline");
        assertThat(noFile.status()).isEqualTo(2);
        assertThat(noFile.err()).contains("data backup --list");
        assertThat(unasked.status()).isEqualTo(2);
        assertThat(unasked.err()).contains("--yes");
        assertThat(candles(home.home())).isEqualTo(48);
    }

    @Test
    void aDatabaseThatDoesNotOpenIsReplacedByItsBackupAndEveryoneIsTold() throws IOException {
        home.withHours(48);
        home.run("data", "backup");
        Files.write(home.home().resolve("market.mv.db"), new byte[100_000]);

        Ran looking = home.run("data", "list");
        assertThat(looking.status()).isEqualTo(1);
        assertThat(looking.err()).contains("market.mv.db is damaged or not a database");
        assertThat(home.home().resolve("aside")).doesNotExist();

        Ran writing =
                home.run(
                        "data",
                        "import",
                        folder.resolve("hours.csv").toString(),
                        "--market",
                        HomeFixture.MARKET,
                        "--timeframe",
                        "1h",
                        "--json");
        Ran after = home.run("data", "list");

        assertThat(writing.status()).as(writing.err()).isZero();
        assertThat(JsonText.at(writing.json(), "unchanged")).isEqualTo(48.0);
        assertThat(writing.err()).contains("was moved to").contains("was restored");
        assertThat(after.err()).isEmpty();
    }

    @Test
    void migrateSendsAllOnceAndNothingTwice() throws IOException {
        home.withHours(20_000, 77);
        home.run("backtest", "sma-cross", "--market", HomeFixture.MARKET, "--timeframe", "1h");
        Path target = folder.resolve("second");

        Ran first = home.run("data", "migrate", "--to", target.toString(), "--json");
        Ran second = home.run("data", "migrate", "--to", target.toString(), "--json");

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.json()).containsEntry("sent", 19_999.0).containsEntry("runs", 1.0);
        assertThat((Map<?, ?>) JsonText.at(first.json(), "series", 0))
                .extracting("market", "timeframe", "candles", "sent", "unchanged")
                .containsExactly(HomeFixture.MARKET, "1h", 19_999.0, 19_999.0, 0.0);
        assertThat(second.json()).containsEntry("sent", 0.0).containsEntry("runs", 0.0);
        assertThat(JsonText.at(second.json(), "series", 0, "unchanged")).isEqualTo(19_999.0);
        assertThat(candles(target)).isEqualTo(19_999);
        assertThat(Ran.in(target, "audit", "list").out()).contains("migrate");
        assertThat(Ran.in(target, "data", "gaps", "--json").json()).containsEntry("missing", 1.0);
    }

    @Test
    void migrateSendsOnlyWhatIsNew() throws IOException {
        home.withHours(48);
        Path target = folder.resolve("second");
        home.run("data", "migrate", "--to", target.toString());
        home.withHours(60);

        Ran ran = home.run("data", "migrate", "--to", target.toString());

        assertThat(ran.out())
                .containsPattern("binance:BTC/USDT +1h +60 +12 +48")
                .contains("both hold the same candles");
    }

    @Test
    void migrateToItselfOrNowhereIsRefused() throws IOException {
        home.withHours(2);

        Ran itself = home.run("data", "migrate", "--to", home.home().toString());
        Ran nowhere = home.run("data", "migrate", "--to", "jdbc:mysql://db/candles");

        assertThat(itself.status()).isEqualTo(2);
        assertThat(itself.err()).contains("this store itself");
        assertThat(nowhere.status()).isEqualTo(2);
        assertThat(nowhere.err()).contains("no address of a PostgreSQL");
    }

    @Test
    void aPlaceThatMigrateCannotUseIsToldWithItsOption() throws IOException {
        home.withHours(2);
        Path file = Files.writeString(folder.resolve("a-file"), "x");

        Ran dead = home.run("data", "migrate", "--to", "jdbc:postgresql://127.0.0.1:1/candles");
        Ran noFolder = home.run("data", "migrate", "--to", file.toString());
        Ran empty = home.run("data", "migrate", "--to", "");

        assertThat(dead.status()).isEqualTo(1);
        assertThat(dead.err())
                .contains("is the address right?")
                .contains("(--to)")
                .doesNotContain("PLUMBLINE_STORE_URL")
                .containsOnlyOnce("jdbc:postgresql://127.0.0.1:1/candles");
        assertThat(noFolder.status()).isEqualTo(1);
        assertThat(noFolder.err())
                .contains("it is a file, not a folder")
                .contains("(--to)")
                .doesNotContain("--home");
        assertThat(empty.status()).isEqualTo(2);
        assertThat(empty.err()).contains("--to must name");
        try (var left = Files.list(home.home())) {
            assertThat(left).noneMatch(f -> f.getFileName().toString().startsWith("cache-"));
        }
    }

    @Test
    void whatIsNoFileCannotBeRestored() throws IOException {
        home.withHours(2);

        Ran nothing = home.run("data", "restore", "", "--yes");
        Ran aFolder = home.run("data", "restore", folder.toString(), "--yes");

        assertThat(nothing.status()).isEqualTo(2);
        assertThat(nothing.err()).contains("name the file of a backup");
        assertThat(aFolder.status()).isEqualTo(2);
        assertThat(aFolder.err()).contains(folder + " is a folder");
    }

    @Test
    void aCopyThatIsNoneDoesNotCount() throws IOException {
        home.withHours(48);
        Path good =
                Path.of((String) JsonText.at(home.run("data", "backup", "--json").json(), "file"));
        Path backups = home.home().resolve("backups");
        byte[] whole = Files.readAllBytes(good);
        Files.write(backups.resolve("plumbline-20260102T040000Z.backup.zip"), new byte[1]);
        Files.write(
                backups.resolve("plumbline-20260102T050000Z.backup.zip"),
                java.util.Arrays.copyOf(whole, whole.length / 2));
        Files.copy(good, backups.resolve("plumbline-20990101T000000Z.backup.zip"));

        Ran text = home.run("data", "backup", "--list");
        Ran json = home.run("data", "backup", "--list", "--json");

        assertThat(text.out())
                .containsPattern("cannot be read .*20260102T040000Z")
                .containsPattern("cannot be read .*20260102T050000Z")
                .containsPattern("20990101T000000Z.*dated in the future");
        assertThat((List<?>) JsonText.at(json.json(), "backups")).hasSize(2);
        assertThat((List<?>) JsonText.at(json.json(), "unreadable")).hasSize(2);
        assertThat(home.run("doctor").out()).contains("the newest is 0 min old: " + good);
    }
}
