package plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plumbline.ui.error.ErrorCentre;
import plumbline.ui.error.Problem;
import plumbline.ui.fx.FxTasks;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class ToastsFxTest {
    private final ErrorCentre errors =
            new ErrorCentre(FxTasks.onFxThread(Runnable::run), InstantSource.system());
    private final Toasts toasts = new Toasts(errors);

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(toasts, 600, 400));
        stage.show();
    }

    @Test
    void whatIsSaidAgainIsCountedNotRepeated(FxRobot robot) {
        robot.interact(() -> {
            toasts.failed("TST-101", "It failed", "The disk is full");
            toasts.failed("TST-101", "It failed", "There is no such file");
            toasts.failed("TST-101", "It failed", "The disk is full");
            toasts.failed("TST-101", "It failed", "The disk is full");
        });

        assertThat(toasts.getChildren()).hasSize(2);
        assertThat(robot.lookup("3 times").queryLabeled().isVisible()).isTrue();
    }

    @Test
    void whatFailedStaysAmongTheErrorsWithACode(FxRobot robot) throws Exception {
        robot.interact(() -> {
            toasts.failed("TST-101", "It failed", "The disk is full");
            toasts.failed("It failed too", new NoSuchFileException("gone.csv"));
        });
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> errors.problems().size() == 2);

        assertThat(errors.problems().stream().map(Problem::code))
                .containsExactly("FIL-101", "TST-101");
        assertThat(errors.problems().getFirst().what()).isEqualTo("It failed too");
        assertThat(errors.problems().getFirst().todo()).isNotEmpty();
        assertThat(robot.lookup(".toast .muted").queryAllAs(Label.class))
                .anyMatch(label -> label.getText().endsWith("FIL-101"));
    }
}
