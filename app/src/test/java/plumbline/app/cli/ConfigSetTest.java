package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigSetTest {
    @TempDir Path folder;

    private Ran in(Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home().toString()));
        return Ran.of(environment, all);
    }

    private Path home() {
        return folder.resolve("home");
    }

    @Test
    void whatIsSetHoldsUntilItIsTakenBackAndIsNoted() {
        Map<String, String> environment = Map.of("PLUMBLINE_BACKTEST_FEE", "0.2%");

        Ran set = in(environment, "config", "set", "backtest.fee", "5bp");
        Ran shown = in(environment, "config", "show", "--origin");
        Ran again = in(environment, "config", "set", "backtest.fee", "5bp");
        Ran reset = in(environment, "config", "reset", "backtest.fee", "--json");
        Ran audit = in(environment, "audit", "list");

        assertThat(set.status()).as(set.err()).isZero();
        assertThat(set.out()).contains("backtest.fee: 0.2% -> 5bp (user: settings.yaml, line");
        assertThat(shown.out()).containsPattern("backtest.fee +5bp +user: settings.yaml, line");
        assertThat(again.out()).contains("backtest.fee is '5bp' already; nothing was changed");
        assertThat(JsonText.at(reset.json(), "before", "layer")).isEqualTo("user");
        assertThat(JsonText.at(reset.json(), "now", "layer")).isEqualTo("environment");
        assertThat(in(Map.of(), "config", "show", "--origin").out())
                .containsPattern("backtest.fee +0.1% +default");
        assertThat(audit.out().lines().filter(line -> line.contains("backtest.fee")))
                .hasSize(2)
                .anyMatch(line -> line.contains("config") && line.contains("0.2% -> 5bp"))
                .anyMatch(line -> line.contains("config") && line.contains("5bp -> 0.2%"));
    }

    @Test
    void whatIsWrongIsRefused() {
        Ran key = in(Map.of(), "config", "set", "backtest.fe", "5bp");
        Ran value = in(Map.of(), "config", "set", "backtest.fee", "cheap");
        Ran secret = in(Map.of(), "config", "set", "store.password", "hush");

        assertThat(List.of(key.status(), value.status(), secret.status())).containsOnly(2);
        assertThat(key.err()).contains("did you mean backtest.fee?");
        assertThat(value.err()).contains("backtest.fee must be a fraction like 0.1%");
        assertThat(secret.err()).contains("PLUMBLINE_STORE_PASSWORD").doesNotContain("hush");
        assertThat(home().resolve("settings.yaml")).doesNotExist();
    }

    @Test
    void aFileWithFaultsIsToldByEveryCommandAndStays() throws IOException {
        in(Map.of(), "config", "reset", "log.level"); // makes the home
        String text = "version: 1\nbacktest:\n  fee: cheap\n  cahs: 5\n";
        Files.writeString(home().resolve("settings.yaml"), text);

        Ran checked = in(Map.of(), "config", "check");
        Ran set = in(Map.of(), "config", "set", "log.level", "debug");
        Ran listed = in(Map.of(), "data", "list");

        assertThat(checked.status()).isEqualTo(3);
        assertThat(checked.out())
                .contains("settings.yaml:3:3: backtest.fee must be", "settings.yaml:4:3: no key");
        assertThat(set.status()).isEqualTo(2);
        assertThat(set.err()).contains("2 faults", "settings.yaml:3:3");
        assertThat(listed.status()).isEqualTo(2);
        assertThat(Files.readString(home().resolve("settings.yaml"))).isEqualTo(text);
    }

    @Test
    void aServerThatIsNotThereCanBeTakenBack() {
        Ran set = in(Map.of(), "config", "set", "store.url", "jdbc:postgresql://nowhere.invalid/x");
        Ran reset = in(Map.of(), "config", "reset", "store.url");

        assertThat(set.status()).as(set.err()).isZero();
        assertThat(reset.status()).as(reset.err()).isZero();
        assertThat(in(Map.of(), "data", "list").status()).isZero();
    }

    @Test
    void aRunGoesByIt() {
        in(Map.of(), "config", "set", "backtest.cash", "700");

        Ran demo = in(Map.of(), "demo", "--json", "--out", folder.resolve("out").toString());

        assertThat(demo.status()).as(demo.err()).isZero();
        assertThat(JsonText.at(demo.json(), "assumptions", "cash")).isEqualTo(700.0);
    }
}
