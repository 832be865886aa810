package plumbline.app.window;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Plays a first backtest on the window by itself and closes it, so that the start-up cache of the
/// build holds what a user needs first. Nobody sees it.
///
/// Threads: FX thread.
final class Rehearsal {
    private Rehearsal() {}

    static void play(Stage stage) {
        stage.setOpacity(0);
        Scene scene = stage.getScene();
        new Timeline(
                        new KeyFrame(Duration.seconds(2.5), e -> press(scene, KeyCode.B)),
                        new KeyFrame(Duration.seconds(3.5), e -> press(scene, KeyCode.ENTER)),
                        new KeyFrame(Duration.seconds(6), e -> stage.close()))
                .play();
    }

    private static void press(Scene scene, KeyCode key) {
        Node owner = scene.getFocusOwner();
        Event.fireEvent(
                owner == null ? scene.getRoot() : owner,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
}
