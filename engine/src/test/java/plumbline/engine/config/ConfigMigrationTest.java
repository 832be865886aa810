package plumbline.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of version 1 is read by a Plumbline that knows version 3, and is written as one when it
/// is told to.
class ConfigMigrationTest {
    private static final String OLD = "# mine\nversion: 1\ncosts:\n  fee: 5bp\nmoney: 100\n";
    private static final List<ConfigMigration> CHAIN =
            List.of(
                    ConfigMigration.renaming(
                            1, Map.of("costs.fee", "run.fee", "money", "run.cash")),
                    ConfigMigration.renaming(
                            2, Map.of("run.fee", "backtest.fee", "run.cash", "backtest.cash")));

    @TempDir Path folder;
    private Path path;

    @BeforeEach
    void oldFile() throws IOException {
        path = Files.writeString(folder.resolve("config.yaml"), OLD);
    }

    private static ConfigLoader loaded(ConfigFile file) {
        ConfigLoader loader = new ConfigLoader();
        loader.add(file);
        return loader;
    }

    @Test
    void anOldFileIsReadAndStaysAsItIs() throws IOException {
        Configuration all = loaded(ConfigFile.read(path, 3, CHAIN)).configuration();

        assertThat(all.get(ConfigKeys.BACKTEST_FEE)).isEqualTo(0.0005);
        assertThat(all.value(ConfigKeys.BACKTEST_CASH).origin())
                .isEqualTo("file: config.yaml, line 5");
        assertThat(path).hasContent(OLD);
    }

    @Test
    void whatIsMigratedHasACopyBesideIt() throws IOException {
        Path copy = ConfigFile.read(path, 3, CHAIN).migrate(3);

        assertThat(copy).hasContent(OLD).hasFileName("config.yaml.version1");
        ConfigFile now = ConfigFile.read(path, 3, CHAIN);
        assertThat(now.version()).isEqualTo(3);
        assertThat(loaded(now).configuration().get(ConfigKeys.BACKTEST_CASH)).isEqualTo(100);

        Files.writeString(path, OLD);
        assertThat(ConfigFile.read(path, 3, CHAIN).migrate(3))
                .hasFileName("config.yaml.version1-2");
    }

    @Test
    void aFileWithFaultsIsNotWritten() throws IOException {
        String twice = OLD + "money: 5\n";
        Files.writeString(path, twice);

        assertThatThrownBy(() -> ConfigFile.read(path, 3, CHAIN).migrate(3))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("money stands there twice");
        assertThat(path).hasContent(twice);
        assertThat(folder).isDirectoryNotContaining("glob:**version*");
    }
}
