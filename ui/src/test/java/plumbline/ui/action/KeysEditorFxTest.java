package plumbline.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
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
class KeysEditorFxTest {
    private final Things things = new Things();

    @Start
    void start(Stage stage) {
        KeysEditor editor = new KeysEditor(things.keys);
        stage.setScene(new Scene(editor, 760, 560));
        Themes.apply(stage.getScene(), Theme.DARK);
        // the keys of the window are heard here too, but not while new ones are pressed
        new KeyDispatcher(things.keys).install(stage.getScene());
        stage.show();
        editor.focusFilter();
    }

    private void choose(FxRobot robot, String id) {
        TableView<Action> table = robot.lookup("#keys-table").queryTableView();
        robot.interact(() -> {
            table.getSelectionModel().select(things.actions.get(id));
            table.requestFocus();
        });
    }

    private String keys(String id) {
        return things.keys.keys(things.actions.get(id)).stream()
                .map(chord -> chord.text(Keyboard.PC))
                .toList()
                .toString();
    }

    private static String question(FxRobot robot) {
        return robot.lookup("#keys-question").queryLabeled().getText();
    }

    @Test
    void newKeysArePressed(FxRobot robot) {
        choose(robot, "backtest.run");
        robot.type(KeyCode.ENTER);
        robot.press(KeyCode.CONTROL).type(KeyCode.G).release(KeyCode.CONTROL);
        assertThat(keys("backtest.run")).isEqualTo("[Ctrl+G]");
        assertThat(robot.lookup("changed").tryQuery()).isPresent();

        robot.clickOn("#keys-add");
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertThat(question(robot)).isEqualTo("Alt+Right is the key of: Next trade");
        robot.clickOn("#keys-take");
        assertThat(keys("backtest.run")).isEqualTo("[Ctrl+G, Alt+Right]");
        assertThat(keys("backtest.trade")).isEqualTo("[]");
        assertThat(things.done).as("no key ran anything").isEmpty();

        robot.clickOn("#keys-reset");
        assertThat(keys("backtest.run")).isEqualTo("[B]");
    }

    @Test
    void aConflictCanBeLeft(FxRobot robot) {
        choose(robot, "backtest.run");
        robot.clickOn("#keys-change");
        robot.type(KeyCode.R);
        assertThat(question(robot)).isEqualTo("R is the key of: Run again");
        robot.clickOn("#keys-cancel");

        assertThat(keys("backtest.run")).isEqualTo("[B]");
        assertThat(keys("backtest.again")).isEqualTo("[R]");
        assertThat(things.store.writes).isZero();
    }

    @Test
    void escapeEndsTheWaiting(FxRobot robot) {
        choose(robot, "backtest.run");
        robot.clickOn("#keys-change");
        robot.type(KeyCode.ESCAPE);

        assertThat(robot.lookup("#chord-field").tryQuery()).isEmpty();
        assertThat(keys("backtest.run")).isEqualTo("[B]");
        assertThat(things.done).isEmpty();
    }

    @Test
    void whoMustHaveAKeyKeepsIt(FxRobot robot) {
        choose(robot, "trading.kill");
        assertThat(robot.lookup("#keys-none").query().isDisabled()).isTrue();

        choose(robot, "backtest.run");
        robot.clickOn("#keys-change");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.K);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        robot.clickOn("#keys-take");
        assertThat(question(robot)).isEqualTo("This must keep a key: Stop all trading at once");
        robot.clickOn("#keys-cancel");
        assertThat(keys("trading.kill")).isEqualTo("[Ctrl+Shift+K]");
    }

    @Test
    void keysAreTakenAwayAndAllGivenBack(FxRobot robot) {
        choose(robot, "backtest.run");
        robot.clickOn("#keys-none");
        assertThat(keys("backtest.run")).isEqualTo("[]");

        robot.clickOn("#keys-all");
        robot.clickOn("#keys-yes");
        assertThat(keys("backtest.run")).isEqualTo("[B]");
    }

    @Test
    void theFilterFindsKeysToo(FxRobot robot) {
        robot.write("ctrl shift");

        List<String> shown =
                robot.lookup("#keys-table").<Action>queryTableView().getItems().stream()
                        .map(Action::id)
                        .toList();
        assertThat(shown)
                .containsExactly("window.theme", "chart.copy", "backtest.report", "trading.kill");
    }
}
