package plumbline.ui.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plumbline.ui.control.Snapshots;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // JavaFX comes first
class JobsPanelFxTest {
    private final AtomicBoolean end = new AtomicBoolean();
    private final List<String> opened = new ArrayList<>();
    private Jobs jobs;
    private JobsPanel panel;
    private VBox root;

    @Start
    void start(Stage stage) {
        jobs =
                new Jobs(
                        FxTasks.onFxThread(
                                Executors.newCachedThreadPool(
                                        Thread.ofPlatform().daemon().factory())),
                        () -> Instant.ofEpochMilli(System.currentTimeMillis()),
                        JobHistory.NONE,
                        2);
        panel = new JobsPanel(jobs);
        HBox bar = new HBox(new JobsChip(jobs, () -> opened.add("panel")));
        bar.getStyleClass().add("status-bar");
        root = new VBox(panel, bar);
        VBox.setVgrow(panel, javafx.scene.layout.Priority.ALWAYS);
        stage.setScene(new Scene(root, 760, 460));
        Themes.apply(stage.getScene(), Theme.DARK);
        stage.show();
    }

    @AfterEach
    void end() {
        end.set(true);
    }

    private Integer count(JobContext context) throws InterruptedException {
        for (int i = 0; !end.get(); i = Math.min(i + 40, 8_784)) {
            if (context.cancelled().getAsBoolean()) {
                throw new CancellationException("stopped at " + i / 40 * 40 + " candles");
            }
            context.progress().at("reading binance:BTC/USDT 2024-0" + (1 + i / 1_500), i, 8_784);
            Thread.sleep(20);
        }
        return 8_784;
    }

    private void until(String what, java.util.concurrent.Callable<Boolean> met) throws Exception {
        WaitForAsyncUtils.waitFor(8, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(met).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void whatGoesOnIsShownAndCanBeStopped(FxRobot robot) throws Exception {
        robot.interact(() -> Snapshots.take(root.getScene(), "jobs-empty"));
        assertThat(robot.lookup("No jobs yet").queryLabeled().isVisible()).isTrue();
        assertThat(robot.lookup("#jobs-chip").query().isVisible()).isFalse();

        robot.interact(() -> {
            jobs.start(JobPlan.of("Backup", job -> 1).saying(n -> "plumbline-2026.zip, 12.4 MB"));
            jobs.start(
                    JobPlan.of(
                            "Export kraken:ETH/EUR 1h",
                            job -> {
                                throw new IOException("out.csv: No space left on device");
                            }));
        });
        until("both ended", () -> jobs.ended().size() == 2);
        robot.interact(() -> {
            jobs.start(
                    JobPlan.of("Verify every series", this::count).in("store").counting("candles"));
            jobs.start(JobPlan.of("Import binance:SOL/USDT 1m", this::count).in("store"));
            jobs.start(
                    JobPlan.of(
                            "Optimise EMA cross",
                            job -> {
                                job.log("began with 4 threads");
                                while (!end.get()) {
                                    Thread.sleep(20);
                                }
                                return 1;
                            }));
        });
        until("a rate is known", () -> jobs.present().getFirst().status().leftMs() >= 0);
        robot.interact(() -> {
            robot.lookup("#jobs-list").queryListView().getSelectionModel().select(0);
            Snapshots.take(root.getScene(), "jobs");
        });
        assertThat(robot.lookup("#jobs-chip").queryLabeled().getText()).startsWith("3 jobs");
        assertThat(robot.lookup(".progress-bar").queryAll())
                .as("no endless animation")
                .noneMatch(bar -> ((javafx.scene.control.ProgressBar) bar).isIndeterminate());

        robot.clickOn("Cancel");
        until("it stopped", () -> jobs.ended().size() == 3);
        assertThat(jobs.ended().getFirst().status().state()).isEqualTo(JobState.CANCELLED);
        robot.clickOn("#jobs-chip");
        assertThat(opened).containsExactly("panel");
    }

    @Test
    void theLogOfTheChosenOneIsShownAndTheEndedOnesCanBeCleared(FxRobot robot) throws Exception {
        robot.interact(() -> {
            jobs.start(
                    JobPlan.of(
                            "first",
                            job -> {
                                job.log("a line of the first");
                                return 1;
                            }));
            jobs.start(JobPlan.of("second", job -> 1).showing(n -> opened.add("result")));
        });
        until("both ended", () -> jobs.ended().size() == 2);

        robot.clickOn("first");
        ListView<JobLine> log = robot.lookup("#jobs-log").queryListView();
        assertThat(log.getItems()).extracting(JobLine::text).contains("a line of the first");
        robot.clickOn("Show");
        assertThat(opened).containsExactly("result");
        robot.clickOn("#jobs-clear");
        assertThat(jobs.ended()).isEmpty();
        assertThat(robot.lookup("No jobs yet").queryLabeled().isVisible()).isTrue();
    }

    @Test
    void aPanelThatIsPutAwayListensNoMore(FxRobot robot) throws Exception {
        robot.interact(() -> root.getChildren().remove(panel));
        robot.interact(() -> jobs.start(JobPlan.of("unseen", job -> 1)));
        until("it ended", () -> jobs.ended().size() == 1);
        ListView<?> list = (ListView<?>) panel.lookup("#jobs-list");
        assertThat(list == null || list.getItems().isEmpty()).isTrue();

        robot.interact(() -> root.getChildren().addFirst(panel));
        assertThat(robot.lookup("#jobs-list").queryListView().getItems()).hasSize(1);
    }
}
