package plumbline.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    @TempDir Path folder;

    private Path file(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml);
    }

    @Test
    void aLaterLayerWinsAndEachSaysWhoItIs() throws IOException {
        Path home =
                file(
                        "config.yaml",
                        "version: 1\nbacktest:\n  fee: 5bp\n  cash: 100\nlog.level: debug\n");
        Path more = file("more.yaml", "# mine\n\nversion: 1\nbacktest.cash: 200\n");
        Configuration all =
                new ConfigLoader()
                        .fileIfAny(home)
                        .fileIfAny(folder.resolve("none"))
                        .file(more)
                        .environment(Map.of("PLUMBLINE_LOG", "warn", "PLUMBLINE_BACKTEST_FEE", ""))
                        .user(
                                Map.of("backtest.leverage", "2", "theme", "dark"),
                                "window.properties")
                        .configuration();
        all.set(ConfigKeys.BACKTEST_LEVERAGE, "3", ConfigLayer.RUN_TIME, "--leverage");

        assertThat(all.get(ConfigKeys.BACKTEST_SLIPPAGE)).isZero();
        assertThat(all.value(ConfigKeys.BACKTEST_SLIPPAGE).origin()).isEqualTo("default");
        assertThat(all.get(ConfigKeys.BACKTEST_FEE)).isEqualTo(0.0005);
        assertThat(all.value(ConfigKeys.BACKTEST_FEE).origin())
                .isEqualTo("file: config.yaml, line 3");
        assertThat(all.value(ConfigKeys.BACKTEST_CASH).origin())
                .isEqualTo("file: more.yaml, line 4");
        assertThat(all.get(ConfigKeys.LOG_LEVEL)).isEqualTo("warn");
        assertThat(all.values(ConfigKeys.LOG_LEVEL))
                .extracting(ConfigValue::text)
                .containsExactly("info", "debug", "warn");
        assertThat(all.values(ConfigKeys.BACKTEST_LEVERAGE))
                .extracting(ConfigValue::origin)
                .containsExactly("default", "user: window.properties", "run time: --leverage");
        assertThat(all.get(ConfigKeys.BACKTEST_LEVERAGE)).isEqualTo(3);
    }

    @Test
    void changesAreToldAndTakenBack() {
        Configuration all = new ConfigLoader().configuration();
        List<String> changed = new ArrayList<>();
        Runnable deaf = all.onChange(key -> changed.add(key.name()));

        all.set(ConfigKeys.LOG_LEVEL, "info", ConfigLayer.USER, "window"); // as it was
        all.set(ConfigKeys.LOG_LEVEL, "debug", ConfigLayer.RUN_TIME, "-v");
        all.reset(ConfigKeys.LOG_LEVEL, ConfigLayer.RUN_TIME);
        assertThatThrownBy(() -> all.set(ConfigKeys.LOG_LEVEL, "loud", ConfigLayer.USER, "window"))
                .hasMessageContaining("log.level must be error, warn, info or debug, was 'loud'");
        assertThatThrownBy(() -> all.set(ConfigKeys.LOG_LEVEL, "info", ConfigLayer.FILE, "x"))
                .isInstanceOf(IllegalArgumentException.class);
        deaf.run();
        all.set(ConfigKeys.LOG_LEVEL, "error", ConfigLayer.RUN_TIME, "-q");

        assertThat(changed).containsExactly("log.level", "log.level");
        assertThat(all.value(ConfigKeys.LOG_LEVEL).layer()).isEqualTo(ConfigLayer.RUN_TIME);
    }

    @Test
    void everyDefaultIsOneThatItsKeyMayHave() {
        Configuration all = new ConfigLoader().configuration();

        for (ConfigKey<?> key : ConfigKeys.ALL) {
            assertThat(all.get(key)).as(key.name()).isEqualTo(key.usual());
            assertThat(ConfigKeys.find(key.name())).contains(key);
        }
        assertThat(ConfigKeys.ALL.stream().map(ConfigKey::variable)).doesNotHaveDuplicates();
    }

    @Test
    void aSecretIsNeitherInAFileNorInAMessage() {
        ConfigKey<String> pin =
                ConfigKey.of(
                                "a.pin",
                                ConfigType.text("four digits", t -> t.matches("\\d{4}")),
                                "",
                                "A pin.")
                        .asSecret();
        ConfigLoader loader =
                new ConfigLoader(List.of(pin)).environment(Map.of("PLUMBLINE_A_PIN", "hush"));

        assertThat(loader.problems())
                .singleElement()
                .asString()
                .isEqualTo("PLUMBLINE_A_PIN: a.pin must be four digits");
    }

    @Test
    void timesAndAddressesAndFlags() {
        ConfigType<Duration> time = ConfigType.duration(Duration.ofMillis(100), Duration.ofDays(2));
        assertThat(time.read("1500ms")).isEqualTo(Duration.ofMillis(1500));
        assertThat(time.read("2 h")).isEqualTo(Duration.ofHours(2));
        assertThat(time.write(Duration.ofMinutes(90))).isEqualTo("90m");
        assertThat(time.write(Duration.ofMillis(100))).isEqualTo("100ms");
        for (String wrong : List.of("99ms", "3d", "5", "-1s", "1.5s", "1w", "99999999999s")) {
            assertThatThrownBy(() -> time.read(wrong))
                    .hasMessageContaining("from 100ms to 2d, was '" + wrong + "'");
        }
        assertThat(ConfigType.flag().read("Yes")).isTrue();
        assertThat(
                        ConfigType.address(List.of("https", "http"))
                                .read("http://127.0.0.1:8080/binance")
                                .getPort())
                .isEqualTo(8080);
        for (String wrong :
                List.of(
                        "ftp://a",
                        "https://",
                        "binance.com",
                        "https://me:pw@host",
                        "https://a b")) {
            assertThatThrownBy(() -> ConfigType.address(List.of("https")).read(wrong))
                    .hasMessageContaining("begins with https://");
        }
    }
}
