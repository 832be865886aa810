package plumbline.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class ActionControlsFxTest {
    private final Things things = new Things();
    private final ActionControls controls = new ActionControls(things.keys);
    private final Action run = things.actions.get("backtest.run");
    private final Action undo = things.actions.get("chart.undo");

    @Start
    void start(Stage stage) {
        MenuButton menu = new MenuButton("Menu");
        menu.getItems().setAll(controls.menuItem(run), controls.menuItem(undo));
        stage.setScene(
                new Scene(
                        new VBox(
                                controls.button(undo),
                                controls.iconButton(run),
                                controls.key(run),
                                menu),
                        300,
                        200));
        Themes.apply(stage.getScene(), Theme.DARK);
        stage.show();
    }

    @Test
    void buttonsTellTheirKeyAndFollowIt(FxRobot robot) {
        Button button = robot.lookup("#action-backtest-run").query();
        Label key = robot.lookup(".key").query();
        assertThat(button.getTooltip().getText()).isEqualTo("Run a strategy on the chart (B)");

        robot.interact(() -> things.keys.set(run, List.of(Chord.of(KeyCode.F7))));
        assertThat(button.getTooltip().getText()).isEqualTo("Run a strategy on the chart (F7)");
        assertThat(key.getText()).isEqualTo("F7");

        robot.interact(() -> things.keys.set(run, List.of()));
        assertThat(key.isManaged()).isFalse();
        robot.clickOn(button);
        assertThat(things.done).containsExactly("backtest.run");
    }

    @Test
    void whatCannotBeDoneCannotBePressed(FxRobot robot) {
        Button button = robot.lookup("#action-chart-undo").query();
        assertThat(button.isDisabled()).isTrue();

        robot.interact(() -> things.canUndo.set(true));
        assertThat(button.isDisabled()).isFalse();
        robot.clickOn("Menu").clickOn("Undo");
        assertThat(things.done).containsExactly("chart.undo");
    }
}
