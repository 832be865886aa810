package plumbline.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.BacktestRunner;
import plumbline.engine.market.TimeRange;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.library.BuiltInStrategies;
import plumbline.ui.chart.ChartViewModel;
import plumbline.ui.control.Cards;
import plumbline.ui.control.CardsOnTop;
import plumbline.ui.control.CutTexts;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class StripFxTest {
    /// Of the strip in a window of 1280 with its panels at the left.
    private static final double WIDTH = 930;

    /// Of one of two charts side by side.
    private static final double NARROW = 640;

    private final StackPane root = new StackPane();
    private final Cards cards = new CardsOnTop(root);
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
        StrategyStrip strip =
                new StrategyStrip(model, cards, () -> new TimeRange(0, 1), () -> {}, () -> {});
        strip.setMaxWidth(WIDTH);
        root.getChildren().setAll(new VBox(strip, new ResultsDock(model, new ChartViewModel())));
        Scene scene = new Scene(root, 1280, 600);
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
        assertThat(report.localToScene(report.getLayoutBounds()).getMaxX()).isLessThan(WIDTH);
    }

    /// What is shown is what is laid out.
    private void lay(FxRobot robot) {
        robot.interact(() -> {
            root.applyCss();
            root.layout();
        });
    }

    private static double right(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }

    @Test
    void everyStrategyHasOneRowWithTheReportInItsPlace(FxRobot robot) {
        double height = robot.lookup(".strategy-strip").queryAs(Region.class).getHeight();
        double report = right(robot.lookup("#strip-report").query());
        for (StrategyDefinition strategy : model.strategies()) {
            robot.interact(() -> model.choose(strategy));
            lay(robot);

            Region strip = robot.lookup(".strategy-strip").queryAs(Region.class);
            assertThat(strip.getHeight()).isEqualTo(height).isLessThan(45);
            assertThat(right(robot.lookup("#strip-report").query())).isEqualTo(report);
            List<Double> ends = new ArrayList<>();
            for (Node field : robot.lookup(".strategy-strip .parameter").queryAll()) {
                if (field.isVisible()) {
                    ends.add(right(field));
                }
            }
            double state =
                    robot.lookup("#run-state").query().getParent().getBoundsInParent().getMinX();
            assertThat(ends).allMatch(end -> end < state);
            assertThat(CutTexts.in(strip)).isEmpty();
        }
    }

    @Test
    void aReasonTakesNoPlaceFromTheFieldThatItIsAbout(FxRobot robot) {
        Node field = robot.lookup("#parameter-fast").query();
        double before = field.localToScene(0, 0).getX();

        type(robot, "#parameter-fast", "99999999");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(field.localToScene(0, 0).getX()).isEqualTo(before);
        assertThat(robot.lookup("#run-state").queryLabeled().getText()).contains("fast must be");
    }

    @Test
    void whatDoesNotFitIsInTheMorePopup(FxRobot robot) {
        robot.interact(() -> {
            model.choose(BuiltInStrategies.library().find("rsi-reversion"));
            robot.lookup(".strategy-strip").queryAs(Region.class).setMaxWidth(NARROW);
        });
        lay(robot);
        assertThat(robot.lookup("#strip-more").query().isVisible()).isTrue();

        robot.clickOn("#strip-more");
        type(robot, "#more-parameters #parameter-stop", "3");
        assertThat(model.runProperty().get().strategy().parameters()).containsEntry("stop", 3.0);
        robot.interact(cards::close);

        assertThat(robot.lookup(".strategy-strip #parameter-stop").queryAll()).hasSize(1);
    }

    @Test
    void ownDatesAreRunOnAndAWrongOneIsNamed(FxRobot robot) {
        robot.clickOn("#strip-period");
        robot.interact(() -> {
            robot.lookup("#period-from").queryAs(TextField.class).setText("1970-01-09");
            robot.lookup("#period-to").queryAs(TextField.class).setText("soon");
        });
        robot.clickOn("#period-apply");
        assertThat(robot.lookup("#period-problem").queryLabeled().getText()).contains("'soon'");

        robot.interact(
                () -> robot.lookup("#period-to").queryAs(TextField.class).setText("1970-01-12"));
        robot.clickOn("#period-apply");

        BacktestRun run = model.runProperty().get();
        assertThat(run.data().candles()).isEqualTo(96);
        assertThat(run.warmup().given()).isEqualTo(30);
        assertThat(robot.lookup("#strip-period").queryLabeled().getText()).isNotEmpty();
    }
}
