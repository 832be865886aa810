package plumbline.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every kind of fault in a configuration file is told with its line, what is allowed and the
/// nearest name; all faults of a file at once, and the values that are right are still used.
class WrongConfigFilesTest {
    @TempDir Path folder;

    private List<ConfigProblem> problems(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), yaml);
        return new ConfigLoader().file(file).problems();
    }

    /// `~` is the end of a line in the files here.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                // values
                "backtest:~  fee: 2 | 3:3 | backtest.fee must be a fraction like 0.1%, 10bp or 0.001, from 0 to below 1, was '2'",
                "backtest:~  fee: -0.1% | 3:3 | backtest.fee must be a fraction",
                "backtest:~  fee: cheap | 3:3 | backtest.fee must be a fraction",
                "backtest:~  fee: 100% | 3:3 | from 0 to below 1, was '100%'",
                "backtest:~  fee: .nan | 3:3 | backtest.fee must be a fraction",
                "backtest:~  fee: | 3:3 | backtest.fee must be a fraction",
                "backtest:~  slippage: [1, 2] | 3:3 | backtest.slippage must be one value, not a list",
                "backtest:~  slippage: {a: 1} | 3:14 | no key 'backtest.slippage.a'; did you mean backtest.slippage",
                "backtest:~  cash: 0 | 3:3 | backtest.cash must be a number from 0.01 to",
                "backtest:~  cash: 1e400 | 3:3 | backtest.cash must be a number",
                "backtest:~  cash: 0x10 | 3:3 | backtest.cash must be a number",
                "backtest:~  cash: 10d | 3:3 | backtest.cash must be a number",
                "backtest:~  cash: .inf | 3:3 | backtest.cash must be a number",
                "backtest:~  cash: 10,000 | 3:3 | backtest.cash must be a number",
                "backtest:~  cash: '10 000' | 3:3 | backtest.cash must be a number",
                "backtest:~  leverage: 0.5 | 3:3 | backtest.leverage must be a number from 1 to 1000, was '0.5'",
                "backtest:~  leverage: 1001 | 3:3 | from 1 to 1000, was '1001'",
                "backtest:~  leverage: true | 3:3 | backtest.leverage must be a number",
                "log:~  level: verbose | 3:3 | log.level must be error, warn, info or debug, was 'verbose'",
                "log:~  level: wran | 3:3 | did you mean warn?",
                "log:~  level: null | 3:3 | log.level must be",
                "store:~  url: postgres://host/db | 3:3 | store.url must be an address like jdbc:postgresql://host:5432/database",
                "store:~  password: secret | 3:3 | store.password must not stand in a file; set PLUMBLINE_STORE_PASSWORD in the environment instead",
                // names
                "backtest:~  feee: 0.1% | 3:3 | no key 'backtest.feee'; did you mean backtest.fee",
                "backtest.fee: 0.1%~backtests:~  cash: 1 | 4:3 | no key 'backtests.cash'; did you mean backtest.cash",
                "Log:~  Level: info | 3:3 | no key 'Log.Level'; did you mean log.level",
                "fee: 1 | 2:1 | no key 'fee'; did you mean backtest.fee",
                "colour: red | 2:1 | no key 'colour'; known are log.level",
                "这: 1 | 2:1 | no key '这'",
                "backtest:~  fee: 1%~  fee: 2% | 4:3 | stands there twice, first in line 3",
                "a: {b: {c: {d: {e: {f: {g: {h: {i: {j: 1}}}}}}}}} | 2:33 | sections are nested deeper than 8",
                // YAML
                "backtest:~\tfee: 1% | 3:1 | this is not YAML",
                "backtest: 'open | 3:1 | this is not YAML: found unexpected end of stream, while scanning a quoted scalar of line 2",
                "backtest:~  fee: 1%~ cash: 5 | 4:2 | this is not YAML",
                "a: b: c | 2:5 | this is not YAML",
                "x: *unknown | 2:1 | no key 'x'",
                "{ | 3:1 | this is not YAML",
            })
    void eachFaultIsTold(String lines, String place, String text) throws IOException {
        List<ConfigProblem> found =
                problems("version: 1~".replace('~', '\n') + lines.replace('~', '\n') + "\n");

        assertThat(found).as(lines).isNotEmpty();
        assertThat(found.getFirst().toString())
                .startsWith(folder.resolve("config.yaml") + ":" + place + ": ")
                .contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: 2 | 1:1 | is of version 2, and this Plumbline knows versions up to 1",
                "version: one | 1:1 | version must be a whole number",
                "version: 0 | 1:1 | version must be a whole number from 1",
                "log:~  level: info | 1:1 | has no version; begin it with 'version: 1'",
                "- version: 1 | 1:1 | a configuration is made of lines like",
                "just a text | 1:1 | a configuration is made of lines like",
            })
    void versionsAndForms(String lines, String place, String text) throws IOException {
        assertThat(problems(lines.replace('~', '\n')).getFirst().toString())
                .contains("config.yaml:" + place + ": ")
                .contains(text);
    }

    @Test
    void whatIsNoTextAtAll() throws IOException {
        Path binary = folder.resolve("binary.yaml");
        Files.write(binary, new byte[] {(byte) 0xC3, 0x28, 0, 1});
        Path huge = folder.resolve("huge.yaml");
        Files.writeString(huge, "#".repeat(1 << 20) + "\n");

        assertThat(new ConfigLoader().file(binary).problems())
                .singleElement()
                .asString()
                .contains("is not UTF-8");
        assertThat(new ConfigLoader().file(huge).problems())
                .singleElement()
                .asString()
                .contains("larger than 1 MB");
        assertThat(new ConfigLoader().file(folder.resolve("none")).problems())
                .singleElement()
                .asString()
                .contains("is not there");
        assertThat(new ConfigLoader().file(folder).problems())
                .singleElement()
                .asString()
                .contains("cannot be read");
        assertThat(problems("")).isEmpty();
        assertThat(problems("# nothing yet\n")).isEmpty();
    }

    @Test
    void allFaultsAtOnceAndTheRestHolds() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("config.yaml"),
                        "version: 1\nlog:\n  level: loud\nbacktest:\n  fee: 7\n  cash: 500\nbackupp:\n  days: 3\n",
                        StandardCharsets.UTF_8);
        ConfigLoader loader = new ConfigLoader().file(file);

        assertThat(loader.problems()).extracting(ConfigProblem::line).containsExactly(3, 5, 8);
        assertThat(loader.passingOverFaults().get(ConfigKeys.BACKTEST_CASH)).isEqualTo(500);
        assertThat(loader.passingOverFaults().get(ConfigKeys.BACKTEST_FEE)).isEqualTo(0.001);
        org.assertj.core.api.Assertions.assertThatThrownBy(loader::configuration)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("3 faults")
                .hasMessageContaining("config.yaml:8:3");
    }
}
