package plumbline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import plumbline.ui.control.Snapshots;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class SettingsPanelFxTest {
    private final Map<String, String> kept = new HashMap<>();
    private final LookSettings look = new LookSettings(SettingsTest.store(kept));
    private final List<String> opened = new ArrayList<>();

    @Start
    void start(Stage stage) {
        List<SettingItem> items = new ArrayList<>(look.all());
        items.add(new SettingLink("keys", SettingGroup.KEYS, () -> opened.add("keys")));
        items.add(
                new SettingFact(
                        "home", SettingGroup.HOME, "debug", "From the environment: PLUMBLINE_LOG"));
        Scene scene = new Scene(new SettingsPanel(new Settings(items)), 900, 640);
        Themes.apply(scene, Theme.DARK);
        look.onChange(() -> Themes.apply(scene, look.appearance()));
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aChoiceHoldsAtOnceAndCanBeTakenBack(FxRobot robot) {
        robot.clickOn("#setting-theme-light");

        assertThat(robot.lookup("#row-theme").query().getScene().getRoot().getStyleClass())
                .contains("light")
                .doesNotContain("dark");
        assertThat(text(robot, "#origin-theme")).isEqualTo("Changed here. Default: Dark");
        assertThat(kept).containsEntry("theme", "light");

        robot.clickOn("#reset-theme");

        assertThat(look.theme().get()).isEqualTo(Theme.DARK);
        assertThat(robot.lookup("#setting-theme-dark").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        assertThat(robot.lookup("#reset-theme").query().isVisible()).isFalse();
    }

    @Test
    void thePageFollowsWhatIsSetElsewhere(FxRobot robot) {
        robot.interact(() -> look.zoom(1));

        assertThat(robot.lookup("#setting-scale").queryAs(ComboBox.class).getValue())
                .isEqualTo(110);
        robot.interact(() -> look.scale().reset());
    }

    @Test
    void theSearchLeavesWhatHasItsWords(FxRobot robot) {
        robot.clickOn("#settings-search").write("environment");

        assertThat(robot.lookup(".setting-row").queryAll()).hasSize(1);
        assertThat(text(robot, "#fact-home")).isEqualTo("debug");

        robot.interact(() -> robot.lookup("#settings-search").queryAs(TextField.class).clear());
        assertThat(robot.lookup(".setting-row").queryAll()).hasSize(5);
    }

    @Test
    void aLinkOpensItsPlace(FxRobot robot) {
        robot.clickOn("#setting-keys");

        assertThat(opened).containsExactly("keys");
    }

    @Test
    void itIsPainted(FxRobot robot) {
        robot.interact(() -> Snapshots.take(robot.window(0).getScene(), "settings"));
        robot.push(KeyCode.TAB);

        assertThat(robot.window(0).getScene().getFocusOwner()).isNotNull();
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Labeled.class).getText();
    }
}
