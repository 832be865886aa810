package plumbline.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plumbline.ui.fx.FxTasks;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class StallWatchdogFxTest {
    private final StallWatchdog watchdog =
            new StallWatchdog(
                    FxTasks.onFxThread(Executors.newSingleThreadExecutor(daemon())),
                    () -> Instant.ofEpochMilli(System.currentTimeMillis()));

    private static java.util.concurrent.ThreadFactory daemon() {
        return Thread.ofPlatform().daemon().factory();
    }

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(new HealthChip(watchdog, () -> {})), 300, 60));
        stage.show();
    }

    @AfterEach
    void close() {
        watchdog.close();
    }

    @Test
    void aBlockedFxThreadIsFoundWithWhereItWas(FxRobot robot) throws Exception {
        watchdog.start();
        Thread.sleep(300);
        long before = shown();
        long blocked = System.currentTimeMillis();

        Platform.runLater(StallWatchdogFxTest::block);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shown() > before);
        WaitForAsyncUtils.waitForFxEvents();

        Stall stall =
                watchdog.stalls().stream()
                        .filter(s -> s.where().contains("StallWatchdogFxTest.block"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(watchdog.stalls()));
        assertThat(stall.durationMs()).isBetween(180L, 2_000L);
        assertThat(stall.startMs()).isBetween(blocked - 150, blocked + 300);
        assertThat(stall.stack()).anyMatch(line -> line.startsWith("java.lang.Thread.sleep"));
        assertThat(robot.lookup("#health-chip").queryLabeled().getText())
                .isEqualTo("UI stalls " + shown());
    }

    private long shown() {
        return WaitForAsyncUtils.waitForAsyncFx(1_000, () -> watchdog.countProperty().get());
    }

    private static void block() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the watching costs of a core while nothing happens: its own thread, and what the FX
    /// thread has to do to answer.
    @Test
    void watchingCostsNextToNothing() throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        watchdog.start();
        Thread.sleep(1_000);
        long before = cpu(threads);
        Thread.sleep(3_000);
        double share = (cpu(threads) - before) / 3e9;

        assertThat(share).isLessThan(0.01);
    }

    private static long cpu(ThreadMXBean threads) {
        return Arrays.stream(threads.getAllThreadIds())
                .filter(id -> {
                    var info = threads.getThreadInfo(id);
                    return info != null
                            && (info.getThreadName().equals("stall-watchdog")
                                    || info.getThreadName().equals("JavaFX Application Thread"));
                })
                .map(threads::getThreadCpuTime)
                .sum();
    }
}
