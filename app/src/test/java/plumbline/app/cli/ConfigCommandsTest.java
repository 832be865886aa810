package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandsTest {
    @TempDir Path home;

    private void config(String yaml) throws IOException {
        Files.writeString(home.resolve("config.yaml"), yaml);
    }

    private Ran in(Map<String, String> environment, String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        return Ran.of(environment, all);
    }

    @Test
    void eachValueSaysWhoSetIt() throws IOException {
        config("version: 1\nbacktest:\n  fee: 5bp\n");
        Path more = Files.writeString(home.resolve("more.yaml"), "version: 1\nbacktest.cash: 77\n");
        Map<String, String> environment =
                Map.of("PLUMBLINE_LOG", "warn", "PLUMBLINE_STORE_PASSWORD", "hush");

        Ran shown = in(environment, "config", "show", "--origin", "--config", more.toString());

        assertThat(shown.status()).as(shown.err()).isZero();
        assertThat(shown.out())
                .containsPattern("log.level +warn +environment: PLUMBLINE_LOG")
                .containsPattern("backtest.fee +5bp +file: config.yaml, line 3")
                .containsPattern("backtest.cash +77 +file: more.yaml, line 2")
                .containsPattern("backtest.leverage +1 +default")
                .containsPattern("store.password +\\*\\*\\* +environment")
                .doesNotContain("hush");
        assertThat(in(Map.of(), "config", "show", "-v", "--origin").out())
                .containsPattern("log.level +debug +run time: --verbose");
        assertThat(
                        JsonText.at(
                                in(environment, "config", "show", "--json").json(),
                                "keys",
                                "log.level",
                                "layer"))
                .isEqualTo("environment");
    }

    @Test
    void anAddressIsShownWithoutAPassword() throws IOException {
        config("version: 1\nstore.url: jdbc:postgresql://joe:hush@db/x?password=hush\n");

        for (String command : List.of("show", "check", "explain store.url", "show --json")) {
            Ran ran = in(Map.of(), ("config " + command).split(" "));

            assertThat(ran.out() + ran.err()).as(command).doesNotContain("hush");
        }
    }

    @Test
    void allFaultsAreNamedAndACommandThatNeedsTheHomeIsRefused() throws IOException {
        config("version: 1\nbacktest:\n  fe: 5bp\n  cash: -1\n");

        Ran checked = in(Map.of("PLUMBLINE_LOG", "loud"), "config", "check");
        Ran listed = in(Map.of(), "data", "list");

        assertThat(checked.status()).isEqualTo(3);
        assertThat(checked.out().lines())
                .hasSize(3)
                .anyMatch(line ->
                        line.endsWith(
                                "config.yaml:3:3: no key 'backtest.fe'; did you mean backtest.fee?"))
                .anyMatch(line ->
                        line.contains("config.yaml:4:3: backtest.cash must be a number from 0.01"))
                .anyMatch(line ->
                        line.equals(
                                "PLUMBLINE_LOG: log.level must be error, warn, info or debug, was 'loud'"));
        assertThat(listed.status()).isEqualTo(2);
        assertThat(listed.err()).contains("the configuration has 2 faults:", "config.yaml:4:3");
        assertThat(home.resolve("market.mv.db")).doesNotExist();
    }

    @Test
    void aFileIsCheckedAlone() throws IOException {
        Path file = Files.writeString(home.resolve("mine.yaml"), "version: 1\nlog.level: debug\n");

        Ran right = in(Map.of("PLUMBLINE_LOG", "loud"), "config", "check", file.toString());

        assertThat(right.status()).isZero();
        assertThat(right.out()).contains("nothing is wrong");
        assertThat(in(Map.of(), "config", "check", home + "/none").out())
                .contains("none: is not there");
    }

    @Test
    void aKeyIsExplained() throws IOException {
        config("version: 1\nbacktest:\n  fee: 5bp\n");

        Ran ran = in(Map.of("PLUMBLINE_BACKTEST_FEE", "0.2%"), "config", "explain", "backtest.fee");

        assertThat(ran.out())
                .contains("The fee of a fill", "may be    a fraction", "PLUMBLINE_BACKTEST_FEE")
                .containsPattern(
                        "'0.1%' \\(default\\)\n +'5bp' \\(file: config.yaml, line 3\\)\n  holds +'0.2%' \\(env");
        assertThat(in(Map.of(), "config", "explain", "fee").err())
                .contains("no key 'fee'; did you mean backtest.fee?");
    }

    @Test
    void whatIsConfiguredHoldsForARunUnlessAnOptionSaysOtherwise() throws IOException {
        config("version: 1\nbacktest:\n  fee: 5bp\n  cash: 500\n");
        String run = "demo --out " + home.resolve("out");
        assertThat(Ran.in(home, run.split(" ")).status()).isZero();
        String[] backtest =
                "backtest sma-cross --market sample:BTC/USD --timeframe 1h --cash 700 --json"
                        .split(" ");

        Ran ran = Ran.in(home, backtest);

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(JsonText.at(ran.json(), "assumptions", "fee")).isEqualTo(0.0005);
        assertThat(JsonText.at(ran.json(), "assumptions", "cash")).isEqualTo(700.0);
    }

    @Test
    void aFileOfThisVersionIsNotMigrated() throws IOException {
        config("version: 1\nlog.level: debug\n");

        Ran ran = in(Map.of(), "config", "migrate");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("is of version 1 already; nothing was changed");
        assertThat(home.resolve("config.yaml")).hasContent("version: 1\nlog.level: debug\n");
        assertThat(in(Map.of(), "config", "migrate", home + "/none").status()).isEqualTo(2);
    }
}
