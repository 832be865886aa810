package plumbline.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import plumbline.ui.fx.FxTasks;

class StallWatchdogTest {
    private static Stall stall(long startMs) {
        return new Stall(startMs, 150, false, List.of("java.lang.Thread.sleep(Thread.java)"));
    }

    private static StallWatchdog watchdog(AtomicInteger asked) {
        return new StallWatchdog(
                new FxTasks(
                        Runnable::run,
                        work -> {
                            asked.incrementAndGet();
                            work.run();
                        }),
                () -> Instant.EPOCH);
    }

    @Test
    void theNewestFiftyAreKeptAndAllAreCounted() {
        StallWatchdog watchdog = watchdog(new AtomicInteger());
        for (int i = 0; i < 60; i++) {
            watchdog.add(stall(i));
        }

        assertThat(watchdog.stalls()).hasSize(50);
        assertThat(watchdog.stalls().getFirst().startMs()).isEqualTo(59);
        assertThat(watchdog.countProperty().get()).isEqualTo(60);
    }

    @Test
    void itAsksAtMostTenTimesASecond() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        try (StallWatchdog watchdog = watchdog(asked)) {
            watchdog.start();
            watchdog.start();
            Thread.sleep(550);
        }

        assertThat(asked.get()).isBetween(2, 6);
        int before = asked.get();
        Thread.sleep(250);
        assertThat(asked.get()).as("after it was closed").isLessThanOrEqualTo(before + 1);
    }

    @Test
    void itRestsWhileNothingIsDoneAndIsWokenByInput() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        try (StallWatchdog watchdog = watchdog(asked)) {
            watchdog.start();
            Thread.sleep(3_500);
            int before = asked.get();
            Thread.sleep(1_600);
            assertThat(asked.get() - before).as("questions at rest").isBetween(1, 5);
            before = asked.get();
            for (int i = 0; i < 5; i++) {
                watchdog.noticeInput();
                Thread.sleep(110);
            }
            assertThat(asked.get() - before).as("while the user is at work").isBetween(3, 6);
        }
    }

    @Test
    void itNeverAsksTwiceAtOnce() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        try (StallWatchdog watchdog =
                new StallWatchdog(
                        new FxTasks(Runnable::run, work -> asked.incrementAndGet()),
                        () -> Instant.EPOCH)) {
            watchdog.start();
            Thread.sleep(500);
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void whereIsTheInnermostCallOfThisProgram() {
        Stall stall =
                new Stall(
                        0,
                        200,
                        false,
                        List.of(
                                "java.lang.Object.wait(Object.java)",
                                "plumbline.ui.chart.ChartPainter.paint(ChartPainter.java:60)",
                                "plumbline.ui.chart.PriceChartView.draw(PriceChartView.java:9)"));

        assertThat(stall.where())
                .isEqualTo("plumbline.ui.chart.ChartPainter.paint(ChartPainter.java:60)");
        assertThat(stall.shortly()).isEqualTo("ChartPainter.paint:60");
        assertThat(stall(1).shortly()).isEqualTo("Thread.sleep");
        assertThat(new Stall(0, 200, true, List.of()).where()).isEmpty();
    }
}
