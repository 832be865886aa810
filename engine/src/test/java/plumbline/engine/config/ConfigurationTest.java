package plumbline.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                        .configuration();
        all.set(ConfigKeys.BACKTEST_LEVERAGE, "3", "--leverage");

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
                .containsExactly("default", "run time: --leverage");
        assertThat(all.get(ConfigKeys.BACKTEST_LEVERAGE)).isEqualTo(3);
    }

    @Test
    void whatCannotBeIsRefused() {
        Configuration all = new ConfigLoader().configuration();

        assertThatThrownBy(() -> all.set(ConfigKeys.LOG_LEVEL, "loud", "-v"))
                .hasMessageContaining("log.level must be error, warn, info or debug, was 'loud'");
        assertThat(all.value(ConfigKeys.LOG_LEVEL).layer()).isEqualTo(ConfigLayer.DEFAULT);
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
}
