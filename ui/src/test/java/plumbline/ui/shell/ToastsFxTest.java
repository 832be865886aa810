package plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class ToastsFxTest {
    private final Toasts toasts = new Toasts();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(toasts, 600, 400));
        stage.show();
    }

    @Test
    void whatIsSaidAgainIsCountedNotRepeated(FxRobot robot) {
        robot.interact(() -> {
            toasts.failed("It failed", "The disk is full");
            toasts.failed("It failed", "There is no such file");
            toasts.failed("It failed", "The disk is full");
            toasts.failed("It failed", "The disk is full");
        });

        assertThat(toasts.getChildren()).hasSize(2);
        assertThat(robot.lookup("3 times").queryLabeled().isVisible()).isTrue();
    }
}
