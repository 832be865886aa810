package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `audit list`, `audit verify`, `doctor`, and the store that the environment names.
class AuditAndDoctorTest {
    @TempDir Path folder;
    private HomeFixture home = new HomeFixture(Path.of(""));

    @BeforeEach
    void fixture() {
        home = new HomeFixture(folder);
    }

    @Test
    void anImportIsAudited() throws IOException {
        home.withHours(48);

        Ran list = home.run("audit", "list");

        assertThat(list.status()).isZero();
        assertThat(list.out())
                .containsPattern(
                        "import +binance:BTC/USDT 1h +48 candles from 2024-01-01 00:00 to"
                                + " 2024-01-02 23:00 \\(csv: .*hours.csv\\)");
        assertThat(home.run("audit", "verify", "--json").json())
                .containsEntry("entries", 1.0)
                .containsEntry("broken", null);
    }

    @Test
    void anAuditLogThatWasChangedIsFound() throws IOException {
        home.withHours(48).withHours(50).withHours(52);
        home.sql("journal", "UPDATE audit_log SET detail = 'nothing' WHERE entry = 2");

        Ran json = home.run("audit", "verify", "--json");
        Ran text = home.run("audit", "verify");
        Ran doctor = home.run("doctor", "--json");

        assertThat(json.status()).isEqualTo(3);
        assertThat(json.json()).containsEntry("entries", 1.0);
        assertThat(JsonText.at(json.json(), "broken", "number")).isEqualTo(2.0);
        assertThat(text.out()).contains("entry 2 does not fit");
        assertThat(doctor.status()).isEqualTo(3);
    }

    @Test
    void anEntryThatWasTakenOutIsMissed() throws IOException {
        home.withHours(48).withHours(50).withHours(52);
        home.sql("journal", "DELETE FROM audit_log WHERE entry = 2");

        Ran ran = home.run("audit", "verify");

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out()).contains("entry 3 does not fit");
    }

    @Test
    void theListOfAnEmptyLogSaysSo() {
        assertThat(home.run("audit", "list").out()).startsWith("The audit log is empty");
        assertThat(home.run("audit", "list", "--limit", "0").status()).isEqualTo(2);
    }

    @Test
    void doctorNamesWhatIsThereAndWhatIsNot() throws IOException {
        home.withHours(48);

        Ran text = home.run("doctor");
        Ran json = home.run("doctor", "--json");

        assertThat(text.status()).as(text.out()).isZero();
        assertThat(text.out())
                .containsPattern("store +ok +H2, .*market.mv.db, .* 1 series, 48 candles")
                .containsPattern("backups +lacking +there is none")
                .containsPattern("audit log +ok +The audit log is whole: 1 entry")
                .containsPattern("display +lacking|display +ok")
                .contains("Nothing is wrong.");
        assertThat(json.json()).containsEntry("faults", 0.0).containsKeys("checks", "lacking");
        assertThat(((Map<?, ?>) JsonText.at(json.json(), "checks", 0)).keySet())
                .isEqualTo(Set.of("name", "state", "message"));
        home.run("data", "backup");
        assertThat(home.run("doctor").out())
                .containsPattern("backups +ok +the newest is 0 min old");
    }

    @Test
    void doctorTellsOfAHomeThatCannotBeUsed() throws IOException {
        home.withHours(2);

        Ran ran = Ran.in(folder.resolve("hours.csv"), "doctor", "--store");

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out()).contains("it is a file, not a folder").contains("1 thing wrong");
    }

    @Test
    void aStoreAddressThatIsNoneIsNamedWithoutItsPassword() {
        Map<String, String> environment = new HashMap<>(Ran.FIXED_CLOCK);
        environment.put("PLUMBLINE_HOME", home.home().toString());
        environment.put("PLUMBLINE_STORE_URL", "jdbc:oracle://joe:secret@db/candles?password=x");
        environment.put("PLUMBLINE_STORE_PASSWORD", "secret");

        Ran ran = Ran.of(environment, List.of("data", "list"));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err())
                .contains("PLUMBLINE_STORE_URL: store.url must be an address")
                .contains("was 'jdbc:oracle://db/candles'")
                .doesNotContain("secret");
    }

    @Test
    void aStoreThatCannotBeOpenedIsToldWithoutItsPassword() {
        Map<String, String> environment = new HashMap<>(Ran.FIXED_CLOCK);
        environment.put("PLUMBLINE_HOME", home.home().toString());
        environment.put("PLUMBLINE_STORE_URL", "jdbc:postgresql://127.0.0.1:1/candles");
        environment.put("PLUMBLINE_STORE_USER", "joe");
        environment.put("PLUMBLINE_STORE_PASSWORD", "secret");

        Ran list = Ran.of(environment, List.of("data", "list"));
        Ran doctor = Ran.of(environment, List.of("doctor", "--store"));

        assertThat(list.status()).isEqualTo(1);
        assertThat(list.err())
                .contains("jdbc:postgresql://127.0.0.1:1/candles")
                .doesNotContain("secret");
        assertThat(doctor.status()).isEqualTo(3);
        assertThat(doctor.out())
                .contains("jdbc:postgresql://127.0.0.1:1/candles")
                .doesNotContain("secret");
    }

    @Test
    void doctorTellsAllItCanThoughTheStoreDoesNotOpen() throws IOException {
        home.withHours(48);
        home.run("data", "backup");
        Files.write(home.home().resolve("market.mv.db"), new byte[100_000]);

        Ran ran = home.run("doctor");

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out())
                .containsPattern("home +ok +")
                .containsPattern("store +fault +")
                .containsPattern("backups +ok +the newest is 0 min old")
                .containsPattern("audit log +ok +The audit log is whole")
                .contains("1 thing wrong");
    }
}
