package plumbline.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plumbline.engine.upkeep.StoreFacts;
import plumbline.ui.control.Snapshots;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.job.JobHistory;
import plumbline.ui.job.Jobs;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // JavaFX comes first
class HealthPanelFxTest {
    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-01T08:00:30Z"));
    private final FxTasks tasks = FxTasks.onFxThread(work -> Thread.startVirtualThread(work));
    private final StallWatchdog watchdog = new StallWatchdog(tasks, clock);
    private final AtomicInteger reads = new AtomicInteger();
    private final StackPane root = new StackPane();
    private HealthPanel panel;

    @Start
    void start(Stage stage) {
        HealthModel model =
                new HealthModel(tasks, watchdog, new Jobs(tasks, clock, JobHistory.NONE));
        model.store(() -> {
            reads.incrementAndGet();
            return new StoreFacts(
                    "TimescaleDB 2.20.3 on PostgreSQL 15.18",
                    "jdbc:postgresql://db.local:5432/candles",
                    845_000_000,
                    1_400_000_000,
                    List.of(),
                    List.of());
        });
        panel = new HealthPanel(model);
        root.getChildren().setAll(panel);
        stage.setScene(new Scene(root, 840, 560));
        Themes.apply(stage.getScene(), Theme.DARK);
        stage.show();
    }

    @Test
    void itTellsHowTheProgramIs(FxRobot robot) throws Exception {
        Thread.sleep(600);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.take(root.getScene(), "health-empty"));
        assertThat(robot.lookup("Store").queryLabeled().isVisible()).isTrue();
        assertThat(robot.lookup("1,400 MB").queryLabeled().getStyleClass()).contains("warn-text");
        assertThat(
                        robot.lookup(
                                        "The window has always answered within a tenth of a"
                                                + " second.")
                                .queryLabeled()
                                .isVisible())
                .isTrue();

        robot.interact(() -> {
            watchdog.add(
                    new Stall(
                            clock.millis(),
                            312,
                            false,
                            List.of(
                                    "java.util.TimSort.mergeLo(TimSort.java:687)",
                                    "plumbline.ui.chart.ChartPainter.paint(ChartPainter.java:60)",
                                    "javafx.scene.Scene$ScenePulseListener.pulse(Scene.java:2)")));
            watchdog.add(new Stall(clock.millis() + 5_000, 1_240, true, List.of("a.B.c(B.java)")));
            robot.lookup("#health-stalls").queryListView().getSelectionModel().select(1);
        });
        Thread.sleep(2_200);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.take(root.getScene(), "health"));
        assertThat(robot.lookup("ChartPainter.paint:60").queryLabeled().isVisible()).isTrue();
        TextArea stack = robot.lookup("#health-stack").query();
        assertThat(stack.getText()).contains("ChartPainter");
    }

    @Test
    void itReadsNothingWhileNobodyLooks(FxRobot robot) throws Exception {
        Thread.sleep(500);
        robot.interact(() -> panel.setVisible(false));
        int before = reads.get();
        Thread.sleep(2_500);
        assertThat(reads).hasValue(before);
        robot.interact(() -> root.getChildren().clear());
        Thread.sleep(2_500);
        assertThat(reads).hasValue(before);

        robot.interact(() -> {
            panel.setVisible(true);
            root.getChildren().setAll(panel);
        });
        Thread.sleep(500);
        assertThat(reads.get()).isGreaterThan(before);
    }
}
