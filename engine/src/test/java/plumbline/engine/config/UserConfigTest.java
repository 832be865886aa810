package plumbline.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.engine.config.UserConfig.Change;

class UserConfigTest {
    @TempDir Path home;

    private Path file() {
        return UserConfig.file(home);
    }

    private ConfigLoader loader(Map<String, String> environment) {
        return new ConfigLoader()
                .fileIfAny(home.resolve("config.yaml"))
                .environment(environment)
                .userFileIfAny(file());
    }

    private Configuration read() {
        return loader(Map.of()).configuration();
    }

    /// A word, text, a number, a fraction, a whole number, yes or no.
    @ParameterizedTest
    @CsvSource({
        "log.level, error, warn, debug, info",
        "exchanges.simulator, http://a:1, http://b:2, http://c:3, http://d:4",
        "backtest.cash, 1, 2, 3, 4",
        "backtest.fee, 1bp, 0.02%, 0.0003, 4bp",
        "backup.days, 1, 2, 3, 4",
        "backup.automatic, no, yes, no, yes",
    })
    void eachLayerWinsOverThoseBelowIt(
            String name, String inFile, String variable, String set, String option)
            throws IOException {
        ConfigKey<?> key = ConfigKeys.find(name).orElseThrow();
        Files.writeString(
                home.resolve("config.yaml"), "version: 1\n" + name + ": '" + inFile + "'\n");
        Map<String, String> environment = Map.of(key.variable(), variable);
        Configuration all = loader(environment).configuration();
        assertThat(all.value(key).origin()).isEqualTo("environment: " + key.variable());

        new UserConfig(home, all).set(key, set);
        all.set(key, option, "--option");

        Configuration next = loader(environment).configuration();
        assertThat(next.value(key).text()).isEqualTo(set);
        assertThat(next.value(key).origin()).startsWith("user: settings.yaml, line ");
        assertThat(all.nextValues(key))
                .extracting(ConfigValue::text)
                .containsExactly(key.usualText(), inFile, variable, set);
        assertThat(all.value(key).text()).isEqualTo(option);
        assertThat(all.next(key).text()).isEqualTo(set);

        new UserConfig(home, all).reset(key);

        assertThat(all.next(key).text()).isEqualTo(variable);
        assertThat(loader(environment).configuration().value(key).text()).isEqualTo(variable);
        assertThat(loader(Map.of()).configuration().value(key).text()).isEqualTo(inFile);
    }

    @Test
    void aLiveKeyHoldsAtOnceAndAnyOtherFromTheNextStart() throws IOException {
        Configuration all = read();
        UserConfig user = new UserConfig(home, all);

        user.set(ConfigKeys.BACKTEST_FEE, "5bp");
        user.set(ConfigKeys.STORE_USER, "joe");

        assertThat(all.get(ConfigKeys.BACKTEST_FEE)).isEqualTo(0.0005);
        assertThat(all.get(ConfigKeys.STORE_USER)).isEmpty();
        assertThat(all.next(ConfigKeys.STORE_USER).text()).isEqualTo("joe");
        assertThat(read().get(ConfigKeys.STORE_USER)).isEqualTo("joe");
    }

    @Test
    void aChangeSaysWhatWasAndIs() throws IOException {
        UserConfig user = new UserConfig(home, read());

        Change first = user.set(ConfigKeys.BACKTEST_FEE, " 5bp ");
        Change same = user.set(ConfigKeys.BACKTEST_FEE, "5bp");
        Change back = user.reset(ConfigKeys.BACKTEST_FEE);
        Change nothing = user.reset(ConfigKeys.BACKTEST_CASH);
        Change address =
                user.set(ConfigKeys.STORE_URL, "jdbc:postgresql://joe:hush@db/x?password=hush");

        assertThat(first.text()).isEqualTo("0.1% -> 5bp");
        assertThat(first.now().origin()).matches("user: settings.yaml, line \\d+");
        assertThat(same.isOne()).isFalse();
        assertThat(back.text()).isEqualTo("5bp -> 0.1%");
        assertThat(nothing.isOne()).isFalse();
        assertThat(address.text())
                .startsWith("'' -> jdbc:postgresql://db/x")
                .doesNotContain("hush");
    }

    @Test
    void whatOthersSetMeanwhileStays() throws IOException {
        UserConfig one = new UserConfig(home, read());
        UserConfig other = new UserConfig(home, read());

        one.set(ConfigKeys.BACKTEST_FEE, "5bp");
        other.set(ConfigKeys.BACKTEST_CASH, "500");
        one.reset(ConfigKeys.LOG_LEVEL);

        assertThat(read().get(ConfigKeys.BACKTEST_FEE)).isEqualTo(0.0005);
        assertThat(read().get(ConfigKeys.BACKTEST_CASH)).isEqualTo(500);
    }

    @Test
    void noneOfManyAtTheSameTimeIsLost() throws Exception {
        List<ConfigKey<?>> keys =
                List.of(
                        ConfigKeys.BACKUP_DAYS,
                        ConfigKeys.BACKUP_WEEKS,
                        ConfigKeys.BACKUP_MONTHS,
                        ConfigKeys.BACKTEST_CASH,
                        ConfigKeys.BACKTEST_LEVERAGE);
        try (ExecutorService threads = Executors.newFixedThreadPool(keys.size())) {
            List<Future<?>> works = new ArrayList<>();
            for (ConfigKey<?> key : keys) {
                works.add(
                        threads.submit(() -> {
                            for (int i = 1; i <= 10; i++) {
                                new UserConfig(home, new ConfigLoader().configuration())
                                        .set(key, String.valueOf(i));
                            }
                            return key;
                        }));
            }
            for (Future<?> work : works) {
                work.get();
            }
        }

        Configuration all = read();
        assertThat(keys).allMatch(key -> all.value(key).text().equals("10"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "backtest.fee | 100% | backtest.fee must be a fraction",
                "backtest.cash | much | backtest.cash must be a number from 0.01",
                "backup.days | 0 | backup.days must be a whole number from 1 to 366, was '0'",
                "backup.days | 1.5 | backup.days must be a whole number",
                "backup.automatic | perhaps | backup.automatic must be yes or no, was 'perhaps'",
                "log.level | inof | did you mean info?",
                "exchanges.kraken.url | kraken | must be an address like https://api.kraken.com",
                "store.password | hush | store.password is kept in no file; set PLUMBLINE_STORE_PASSWORD",
            })
    void whatCannotBeIsRefusedAndNothingChanged(String name, String text, String why) {
        UserConfig user = new UserConfig(home, read());
        ConfigKey<?> key = ConfigKeys.find(name).orElseThrow();

        assertThatThrownBy(() -> user.set(key, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
        assertThat(file()).doesNotExist();
    }

    /// `~` is the end of a line in the files here.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "version: 1~backtest:~  fee: 2 | settings.yaml:3:3: backtest.fee must be a fraction",
                "version: 1~backtest.fe: 1% | settings.yaml:2:1: no key 'backtest.fe'; did you mean backtest.fee",
                "version: 1~store.password: x | settings.yaml:2:1: store.password must not stand in a file",
                "version: 1~backup:~  days: many~  weeks: -1 | settings.yaml:4:3: backup.weeks must be a whole number from 0 to 520",
                "version: 1~backup.automatic: maybe | settings.yaml:2:1: backup.automatic must be yes or no",
                "version: 1~log.level: info~log.level: warn | stands there twice",
                "version: 1~log: [info] | must be one value, not a list",
                "version: 2~log.level: info | is of version 2, and this Plumbline knows versions up to 1",
                "log.level: info | has no version",
                "version: 1~log.level: 'info | this is not YAML",
                "nonsense | a configuration is made of lines like",
            })
    void aFileWithFaultsIsToldAndNeverWrittenOver(String lines, String told) throws IOException {
        String text = lines.replace('~', '\n') + "\n";
        Files.writeString(file(), text);

        ConfigLoader loader = loader(Map.of());
        UserConfig user = new UserConfig(home, loader.passingOverFaults());

        assertThat(loader.problems())
                .extracting(ConfigProblem::toString)
                .anyMatch(p -> p.contains(told));
        assertThatThrownBy(() -> user.set(ConfigKeys.BACKTEST_CASH, "5"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(told);
        assertThatThrownBy(() -> user.reset(ConfigKeys.BACKTEST_FEE))
                .isInstanceOf(ConfigException.class);
        assertThat(Files.readString(file())).isEqualTo(text);
    }

    @Test
    void oneOfAnEarlierVersionIsCopiedBeforeItIsWritten() throws IOException {
        String old = "version: 1\ncosts.fee: 5bp\n";
        Files.writeString(file(), old);
        List<ConfigMigration> chain =
                List.of(ConfigMigration.renaming(1, Map.of("costs.fee", "backtest.fee")));
        Configuration all = new ConfigLoader().configuration();

        new UserConfig(home, all, 2, chain).set(ConfigKeys.BACKTEST_CASH, "7");

        assertThat(home.resolve("settings.yaml.version1")).hasContent(old);
        assertThat(ConfigFile.read(file(), 2, chain).values())
                .containsEntry("backtest.fee", "5bp")
                .containsEntry("backtest.cash", "7");
    }

    @Test
    void whatCannotBeWrittenIsAFailureAndChangesNothing() throws IOException {
        Files.createDirectory(file());
        Configuration all = new ConfigLoader().configuration();

        assertThatThrownBy(() -> new UserConfig(home, all).set(ConfigKeys.BACKTEST_CASH, "7"))
                .isInstanceOf(IOException.class);
        assertThat(all.get(ConfigKeys.BACKTEST_CASH)).isEqualTo(10_000);
    }
}
