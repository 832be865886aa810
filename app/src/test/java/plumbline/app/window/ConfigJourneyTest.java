package plumbline.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.app.Home;
import plumbline.app.OpenHome;
import plumbline.engine.config.ConfigKeys;
import plumbline.engine.config.ConfigLoader;
import plumbline.engine.config.UserConfig;

/// What is set on the page of settings, on a real home folder.
@Tag("fx")
class ConfigJourneyTest {
    @TempDir Path home;

    @Test
    void aFeeThatIsSetHoldsInTheStripAndInTheNextStartAndIsInTheAuditLog() throws Exception {
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the strip", () -> robot.has("#strip-assumptions"));
            Node strip = robot.lookup("#strip-assumptions").query();
            assertThat(strip.getAccessibleText()).contains("0.1");
            robot.push(KeyCode.CONTROL, KeyCode.COMMA);
            robot.untilShown("#settings-search");
            TextField search = robot.lookup("#settings-search").query();
            robot.interact(() -> search.setText("backtest.fee"));
            TextField fee = robot.lookup("#setting-config-backtest-fee").query();

            robot.clickOn(fee).push(KeyCode.CONTROL, KeyCode.A).write("7bp").push(KeyCode.ENTER);

            robot.until("it is kept", () -> Files.exists(UserConfig.file(home)));
            robot.until("its arrow", () -> robot.has("#reset-config-backtest-fee"));
            robot.until("the strip has it", () -> strip.getAccessibleText().contains("0.07"));
            assertThat(robot.failures()).isEmpty();
        }
        try (OpenHome opened = OpenHome.look(new Home(home), InstantSource.system())) {
            assertThat(opened.audit().newest(10))
                    .anyMatch(e ->
                            e.action().equals("config")
                                    && e.subject().equals("backtest.fee")
                                    && e.detail().equals("0.1% -> 7bp"));
        }
        assertThat(
                        new ConfigLoader()
                                .userFileIfAny(UserConfig.file(home))
                                .configuration()
                                .get(ConfigKeys.BACKTEST_FEE))
                .isEqualTo(0.0007);
    }
}
