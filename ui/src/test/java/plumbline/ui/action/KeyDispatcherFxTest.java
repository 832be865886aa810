package plumbline.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class KeyDispatcherFxTest {
    private final Things things = new Things();
    private final List<String> typed = new ArrayList<>();
    private final TextField field = new TextField();
    private final ComboBox<String> combo = new ComboBox<>();
    private final Button button = new Button("Press");
    private final StackPane free = new StackPane();
    private final KeyDispatcher dispatcher = new KeyDispatcher(things.keys);
    private boolean open;
    private Subscription installed = Subscription.EMPTY;

    @Start
    void start(Stage stage) {
        combo.setEditable(true);
        free.setFocusTraversable(true);
        button.setOnAction(e -> things.done.add("button"));
        Scene scene = new Scene(new VBox(free, field, combo, button), 400, 300);
        dispatcher.cardOpen(() -> open);
        dispatcher.onLetters(text -> typed.add("letters " + text));
        dispatcher.onDigits(text -> typed.add("digits " + text));
        installed = dispatcher.install(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void nobodyTypes(FxRobot robot) {
        focus(robot, free);
    }

    private static void focus(FxRobot robot, Node node) {
        robot.interact(node::requestFocus);
    }

    @Test
    void keysRunTheirActions(FxRobot robot) {
        robot.type(KeyCode.B);
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.type(KeyCode.F1);

        assertThat(things.done).containsExactly("backtest.run", "window.palette", "help.keys");
        assertThat(typed).isEmpty();
    }

    @Test
    void lettersAreLeftToWhoeverTypes(FxRobot robot) {
        focus(robot, field);
        robot.type(KeyCode.B, KeyCode.SLASH, KeyCode.SPACE);
        assertThat(field.getText()).isEqualTo("b/ ");
        focus(robot, combo);
        robot.type(KeyCode.B);
        assertThat(combo.getEditor().getText()).isEqualTo("b");
        assertThat(things.done).isEmpty();

        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        assertThat(things.done)
                .as("an action of the whole window")
                .containsExactly("window.palette");
    }

    @Test
    void spaceIsLeftToControls(FxRobot robot) {
        focus(robot, button);
        robot.type(KeyCode.SPACE);
        assertThat(things.done).containsExactly("button");

        focus(robot, free);
        robot.type(KeyCode.SPACE);
        assertThat(things.done).containsExactly("button", "markets.next");
    }

    @Test
    void someGoBeforeWhoeverHasTheKeyboard(FxRobot robot) {
        focus(robot, field);
        robot.interact(() -> field.setText("two words"));
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        focus(robot, button);
        robot.type(KeyCode.ESCAPE);

        assertThat(things.done).containsExactly("backtest.trade", "window.escape");
    }

    @Test
    void underACardOnlySomeAreHeard(FxRobot robot) {
        open = true;
        robot.type(KeyCode.B, KeyCode.X, KeyCode.F1, KeyCode.ESCAPE);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.K);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);

        assertThat(things.done).containsExactly("window.escape", "trading.kill");
        assertThat(typed).isEmpty();
    }

    @Test
    void whatIsTypedToNobodyIsHandedOn(FxRobot robot) {
        robot.type(KeyCode.X, KeyCode.DIGIT4);
        robot.press(KeyCode.CONTROL).type(KeyCode.X).release(KeyCode.CONTROL);

        assertThat(typed).containsExactly("letters x", "digits 4");
        assertThat(things.done).isEmpty();
    }

    @Test
    void theLetterOfAnActionDoesNotLandInTheFieldItOpens(FxRobot robot) {
        robot.interact(() ->
                things.actions.register(
                        Action.titled("window.type", "Type", ActionGroup.WINDOW)
                                .keys("T")
                                .run(field::requestFocus)));
        robot.type(KeyCode.T, KeyCode.U);

        assertThat(field.getText()).isEqualTo("u");
        assertThat(typed).isEmpty();
    }

    @Test
    void theNextLettersGoWhereTheFirstOneLed(FxRobot robot) {
        robot.interact(() ->
                dispatcher.onLetters(text -> {
                    field.requestFocus();
                    field.setText(text);
                    field.end();
                }));
        robot.type(KeyCode.X, KeyCode.R, KeyCode.P);

        assertThat(field.getText()).isEqualTo("xrp");
        assertThat(things.done).isEmpty();
    }

    @Test
    void whatCannotBeDoneLeavesTheKeyAlone(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(things.done).isEmpty();

        robot.interact(() -> things.canUndo.set(true));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(things.done).containsExactly("chart.undo");
    }

    /// A slash is Shift and 7 on a German keyboard.
    @Test
    void aSignIsHeardFromWhereverItIs(FxRobot robot) {
        robot.interact(() -> {
            free.fireEvent(key(KeyEvent.KEY_PRESSED, "", KeyCode.DIGIT7));
            free.fireEvent(key(KeyEvent.KEY_TYPED, "/", KeyCode.UNDEFINED));
        });

        assertThat(things.done).containsExactly("chart.indicators");
    }

    private static KeyEvent key(
            javafx.event.EventType<KeyEvent> type, String character, KeyCode code) {
        return new KeyEvent(type, character, "", code, true, false, false, false);
    }

    @Test
    void aChangedKeyHoldsAtOnce(FxRobot robot) {
        robot.interact(() ->
                things.keys.set(things.actions.get("backtest.run"), List.of(Chord.of(KeyCode.G))));
        robot.type(KeyCode.B, KeyCode.G);

        assertThat(things.done).containsExactly("backtest.run");
        assertThat(typed).containsExactly("letters b");
    }

    @Test
    void nothingIsHeardAfterTheEnd(FxRobot robot) {
        robot.interact(installed::unsubscribe);
        robot.type(KeyCode.B, KeyCode.X);

        assertThat(things.done).isEmpty();
        assertThat(typed).isEmpty();
    }
}
