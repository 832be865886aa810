package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// What every command line shares: help, version, wrong usage.
class UsageTest {
    @TempDir Path home;

    private static Ran run(String... arguments) {
        return Ran.of(Ran.FIXED_CLOCK, List.of(arguments));
    }

    @Test
    void versionNamesProductAndJava() {
        Ran ran = run("--version");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).matches("plumbline \\d+\\.\\d+\\.\\d+, Java 25\\R");
        assertThat(ran.err()).isEmpty();
    }

    static Stream<String> allCommands() {
        CommandContext context =
                new CommandContext(
                        new Terminal(System.out, System.err, false),
                        Map.of(),
                        java.time.InstantSource.system());
        return paths("", CommandLineMain.commands(context));
    }

    private static Stream<String> paths(String path, CommandLine command) {
        return Stream.concat(
                Stream.of(path),
                command.getSubcommands().entrySet().stream()
                        .flatMap(e -> paths((path + " " + e.getKey()).strip(), e.getValue())));
    }

    @ParameterizedTest
    @MethodSource("allCommands")
    void everyCommandHasHelpWithItsOptions(String command) {
        Ran ran = run((command + " --help").strip().split(" "));

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).startsWith("Usage: plumbline").contains("--json", "--home");
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("allCommands")
    void everyCommandHasAnExampleInItsHelp(String command) {
        Ran ran = run((command + " --help").strip().split(" "));

        assertThat(ran.out()).containsPattern("Examples?:\\R  (plumbline|source)");
    }

    @ParameterizedTest
    @CsvSource({
        "bactest, backtest",
        "demmo, demo",
        "repport, report",
        "data improt, import",
        "strategy lsit, list",
    })
    void anUnknownCommandGetsTheNearest(String command, String near) {
        Ran ran = run(command.split(" "));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("did you mean " + near);
    }

    @Test
    void anUnknownOptionGetsTheNearest() {
        Ran ran = run("backtest", "sma-cross", "--markt", "sample:BTC/USD", "--timeframe", "15m");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("plumbline: no option '--markt'; did you mean --market?")
                .contains("See plumbline backtest --help.");
    }

    @Test
    void aMissingOptionIsNamed() {
        Ran ran = run("backtest", "sma-cross", "--timeframe", "15m");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("--market");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "strategy", "audit"})
    void aGroupAloneSaysWhatItHolds(String group) {
        Ran ran = run(group);

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("name a command").contains("list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bactest --json",
                "data --json",
                "backtest sma-cross --json",
                "backtest --json sma-cross --market sample:BTC/USD --timeframe 15m --set",
                "strategy show nothing --json",
                "data import --json missing.csv --market file:X/USD --timeframe 1d",
                "backtest sma-cross --market nothing --timeframe 15m --json",
            })
    void wrongUsageIsOneJsonDocumentTooIfThatIsAsked(String line) {
        Ran ran = Ran.in(home, line.split(" "));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.jsonError()).isNotBlank();
        assertThat(JsonText.at(ran.json(), "error", "status")).isEqualTo(2.0);
        assertThat(ran.err()).contains(ran.jsonError());
    }

    @Test
    void completionIsAScriptOfAllCommands() throws IOException, InterruptedException {
        Ran ran = run("completion");
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains("plumbline")
                .contains("backtest", "--timeframe", "strategy", "verify");

        Path script = Files.writeString(home.resolve("completion.bash"), ran.out());
        Path bash = Path.of("/bin/bash");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.isExecutable(bash), "no bash: the script was not tried");
        Process shell =
                new ProcessBuilder(bash.toString(), "-n", script.toString())
                        .redirectErrorStream(true)
                        .start();
        String complaint = new String(shell.getInputStream().readAllBytes());
        assertThat(shell.waitFor()).as(complaint).isZero();
    }

    @Test
    void withoutACommandAndWithoutADisplayTheDemoIsMade() {
        Ran ran = Ran.in(home);

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).contains("there is no display").contains("wrote ");
    }

    @Test
    void onlyErrorsAreSaidIfThatIsAsked() {
        Ran ran = Ran.in(home, "demo", "-q", "--out", home.resolve("out").toString());

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void noStackTraceIsShownUnlessAskedFor() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "mine");

        Ran brief = Ran.in(file, "data", "list");
        Ran verbose = Ran.in(file, "data", "list", "-v");

        assertThat(brief.status()).isEqualTo(1);
        assertThat(brief.err()).doesNotContain("\tat ").hasLineCount(1);
        assertThat(verbose.err()).contains("\tat plumbline");
    }
}
