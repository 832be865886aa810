package plumbline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import plumbline.engine.config.ConfigKey;
import plumbline.engine.config.ConfigKeys;
import plumbline.engine.config.ConfigLoader;
import plumbline.engine.config.Configuration;
import plumbline.engine.config.UserConfig;
import plumbline.ui.control.Snapshots;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.text.Texts;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class ConfigSettingFxTest {
    @TempDir static Path folder;

    private final List<String> changed = new ArrayList<>();
    private final List<Runnable> background = new ArrayList<>();
    private boolean slow;
    private Configuration configuration = new ConfigLoader().configuration();
    private Path home = folder;

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createTempDirectory(folder, "home");
        Path file = home.resolve("config.yaml");
        Files.writeString(file, "version: 1\nbacktest:\n  cash: 500\nlog.level: warn\n");
        configuration =
                new ConfigLoader()
                        .file(file)
                        .environment(
                                Map.of(
                                        "PLUMBLINE_BACKTEST_LEVERAGE", "3",
                                        "PLUMBLINE_STORE_PASSWORD", "hush"))
                        .configuration();
        configuration.set(ConfigKeys.LOG_LEVEL, "debug", "--verbose");
        FxTasks tasks =
                new FxTasks(
                        work -> {
                            if (slow) {
                                background.add(work);
                            } else {
                                work.run();
                            }
                        },
                        Runnable::run);
        List<SettingItem> items = new ArrayList<>();
        for (ConfigKey<?> key : ConfigKeys.ALL) {
            items.add(new ConfigSetting(key, configuration, new Kept(), tasks));
        }
        Scene scene = new Scene(new SettingsPanel(new Settings(items)), 1000, 700);
        Themes.apply(scene, Theme.DARK);
        stage.setScene(scene);
        stage.show();
    }

    private final class Kept implements ConfigWriter {
        private final UserConfig user = new UserConfig(home, configuration);

        @Override
        public void set(ConfigKey<?> key, String text) throws IOException {
            user.set(key, text);
        }

        @Override
        public void reset(ConfigKey<?> key) throws IOException {
            user.reset(key);
        }

        @Override
        public void changed(ConfigKey<?> key) {
            changed.add(key.name());
        }
    }

    private static void find(FxRobot robot, String words) {
        TextField search = robot.lookup("#settings-search").queryAs(TextField.class);
        robot.interact(() -> search.setText(words));
    }

    private static void enter(FxRobot robot, String selector, String text) {
        robot.clickOn(selector).push(KeyCode.SHORTCUT, KeyCode.A).write(text).push(KeyCode.ENTER);
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Labeled.class).getText();
    }

    private static String field(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(TextField.class).getText();
    }

    @Test
    void eachSaysWhoSetIt(FxRobot robot) {
        find(robot, "backtest");

        assertThat(text(robot, "#origin-config-backtest-cash"))
                .isEqualTo("backtest.cash · From the file: config.yaml, line 3");
        assertThat(text(robot, "#origin-config-backtest-leverage"))
                .contains("From the environment: PLUMBLINE_BACKTEST_LEVERAGE");
        assertThat(text(robot, "#origin-config-backtest-fee")).isEqualTo("backtest.fee · Default");
        assertThat(robot.lookup("#reset-config-backtest-cash").query().isVisible()).isFalse();
    }

    @Test
    void whatIsEnteredHoldsAndCanBeTakenBack(FxRobot robot) throws IOException {
        find(robot, "backtest");
        enter(robot, "#setting-config-backtest-cash", "700");

        assertThat(configuration.get(ConfigKeys.BACKTEST_CASH)).isEqualTo(700);
        assertThat(Files.readString(home.resolve("settings.yaml"))).contains("cash: \"700\"");
        assertThat(changed).containsExactly("backtest.cash");
        assertThat(text(robot, "#origin-config-backtest-cash"))
                .isEqualTo(
                        "backtest.cash · Set by you. Otherwise: 500 (From the file: config.yaml, line 3)");

        robot.clickOn("#reset-config-backtest-cash");

        assertThat(configuration.get(ConfigKeys.BACKTEST_CASH)).isEqualTo(500);
        assertThat(field(robot, "#setting-config-backtest-cash")).isEqualTo("500");
        assertThat(robot.lookup("#reset-config-backtest-cash").query().isVisible()).isFalse();
    }

    @Test
    void aFaultIsSaidBesideTheFieldAndNothingIsChanged(FxRobot robot) {
        find(robot, "backtest");
        enter(robot, "#setting-config-backtest-fee", "cheap");

        assertThat(text(robot, "#fault-config-backtest-fee"))
                .isEqualTo(
                        "Not taken: it must be a fraction like 0.1%, 10bp or 0.001, from 0 to below 1");
        assertThat(field(robot, "#setting-config-backtest-fee")).isEqualTo("cheap");
        assertThat(robot.lookup("#setting-config-backtest-fee").query().getStyleClass())
                .contains("wrong");
        assertThat(home.resolve("settings.yaml")).doesNotExist();

        robot.push(KeyCode.ESCAPE);

        assertThat(field(robot, "#setting-config-backtest-fee")).isEqualTo("0.1%");
        assertThat(robot.lookup("#fault-config-backtest-fee").query().isVisible()).isFalse();
    }

    @Test
    void goingElsewhereTakesWhatWasEntered(FxRobot robot) {
        find(robot, "backtest");
        robot.clickOn("#setting-config-backtest-fee")
                .push(KeyCode.SHORTCUT, KeyCode.A)
                .write("5bp")
                .push(KeyCode.TAB);

        assertThat(configuration.get(ConfigKeys.BACKTEST_FEE)).isEqualTo(0.0005);
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid(FxRobot robot) throws IOException {
        Files.writeString(home.resolve("settings.yaml"), "version: 1\nbacktest.fe: 1%\n");
        find(robot, "backtest");
        enter(robot, "#setting-config-backtest-fee", "5bp");

        assertThat(text(robot, "#fault-config-backtest-fee"))
                .contains("settings.yaml:2:1: no key 'backtest.fe'");
        assertThat(configuration.get(ConfigKeys.BACKTEST_FEE)).isEqualTo(0.001);
    }

    @Test
    void yesAndNoAreButtonsAndWordsAreAList(FxRobot robot) {
        find(robot, "automatic backups");
        robot.clickOn("#setting-config-backup-automatic-no");

        assertThat(configuration.get(ConfigKeys.BACKUP_AUTOMATIC)).isFalse();
        assertThat(
                        robot.lookup("#setting-config-backup-automatic-no")
                                .queryAs(ToggleButton.class)
                                .isSelected())
                .isTrue();

        find(robot, "log.level");
        ComboBox<?> list = robot.lookup("#setting-config-log-level").queryAs(ComboBox.class);
        assertThat(list.getValue()).isEqualTo("warn"); // which --verbose hides in this run
        assertThat(text(robot, "#note-config-log-level"))
                .isEqualTo("In this run it is Everything, because of --verbose.");
    }

    @Test
    void whatNeedsARestartSaysSo(FxRobot robot) {
        find(robot, "store.user");
        assertThat(text(robot, "#origin-config-store-user"))
                .endsWith("a change holds from the next start");
        enter(robot, "#setting-config-store-user", "joe");

        assertThat(text(robot, "#note-config-store-user"))
                .isEqualTo("Holds from the next start; until then it is Not set.");
        assertThat(configuration.get(ConfigKeys.STORE_USER)).isEmpty();
    }

    @Test
    void ofASecretOnlyThatItIsSetIsShown(FxRobot robot) {
        find(robot, "store.password");

        assertThat(text(robot, "#setting-config-store-password")).isEqualTo("Set");
        find(robot, "hush");
        assertThat(robot.lookup(".setting-row").queryAll()).isEmpty();
    }

    @Test
    void theNewestOfManyHoldsWhenTheDiskIsSlow(FxRobot robot) {
        find(robot, "backtest");
        slow = true;
        enter(robot, "#setting-config-backtest-cash", "1");
        enter(robot, "#setting-config-backtest-cash", "2");
        enter(robot, "#setting-config-backtest-cash", "3");

        robot.interact(() -> {
            while (!background.isEmpty()) {
                background.removeFirst().run();
            }
        });

        assertThat(configuration.get(ConfigKeys.BACKTEST_CASH)).isEqualTo(3);
        assertThat(field(robot, "#setting-config-backtest-cash")).isEqualTo("3");
    }

    @Test
    void everyKeyHasAName(FxRobot robot) {
        for (ConfigKey<?> key : ConfigKeys.ALL) {
            assertThat(Texts.has("config.key." + key.name())).as(key.name()).isTrue();
        }
        robot.interact(() -> Snapshots.take(robot.window(0).getScene(), "configuration"));
    }
}
