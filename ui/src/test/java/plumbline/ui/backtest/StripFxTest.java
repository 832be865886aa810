package plumbline.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plumbline.engine.backtest.BacktestRunner;
import plumbline.engine.strategy.library.BuiltInStrategies;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class StripFxTest {
    private final BacktestViewModel model =
            new BacktestViewModel(
                    new FxTasks(Runnable::run, Runnable::run),
                    new BacktestServices(
                            BuiltInStrategies.library(),
                            new BacktestRunner(
                                    "test",
                                    InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"))),
                            run -> {},
                            run -> List.of()));

    @Start
    void start(Stage stage) {
        model.show(Waves.wave("file:A/USD"));
        StrategyStrip strip = new StrategyStrip(model, () -> {}, node -> {}, () -> {});
        Scene scene = new Scene(new VBox(strip, new ResultsDock(model)), 1280, 600);
        Themes.apply(scene, Theme.DARK);
        model.choose(BuiltInStrategies.library().find("sma-cross"));
        stage.setScene(scene);
        stage.show();
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(() -> {
            TextField shown = robot.lookup(field).queryAs(TextField.class);
            shown.requestFocus();
            shown.setText(text);
            shown.fireEvent(new ActionEvent());
        });
    }

    @Test
    void halfAPercentIsHalfAPercent(FxRobot robot) {
        type(robot, "#parameter-stop", "0.5");

        assertThat(model.runProperty().get().strategy().parameters()).containsEntry("stop", 0.005);
        assertThat(robot.lookup("#parameter-stop").queryAs(TextField.class).getText())
                .isEqualTo("0.5");
    }

    @Test
    void escapeRestoresWhatWasNotRefusedAndTheResultIsStaleMeanwhile(FxRobot robot) {
        type(robot, "#parameter-fast", "7");
        type(robot, "#parameter-fast", "none");
        assertThat(robot.lookup("#results-stale").query().isVisible()).isTrue();

        robot.interact(() -> robot.lookup("#parameter-fast").query().requestFocus());
        robot.push(KeyCode.ESCAPE);

        assertThat(robot.lookup("#parameter-fast").queryAs(TextField.class).getText())
                .isEqualTo("7");
        assertThat(robot.lookup("#results-stale").query().isVisible()).isFalse();
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void whatDiffersCanBeReset(FxRobot robot) {
        assertThat(robot.lookup("#strip-reset").query().isVisible()).isFalse();
        type(robot, "#parameter-fast", "7");
        assertThat(robot.lookup("#strip-reset").query().isVisible()).isTrue();

        robot.clickOn("#strip-reset");

        assertThat(robot.lookup("#parameter-fast").queryAs(TextField.class).getText())
                .isEqualTo("10");
        assertThat(model.runProperty().get().strategy().parameters()).containsEntry("fast", 10);
    }

    @Test
    void pastedTextMovesNothing(FxRobot robot) {
        double width = robot.lookup("#parameter-fast").queryAs(TextField.class).getWidth();

        type(robot, "#parameter-fast", "1\n2".repeat(5_000));
        WaitForAsyncUtils.waitForFxEvents();

        TextField field = robot.lookup("#parameter-fast").queryAs(TextField.class);
        assertThat(field.getText()).hasSizeLessThan(30).doesNotContain("\n");
        assertThat(field.getWidth()).isEqualTo(width);
        var report = robot.lookup("#strip-report").query();
        assertThat(report.localToScene(report.getLayoutBounds()).getMaxX()).isLessThan(1280);
    }
}
