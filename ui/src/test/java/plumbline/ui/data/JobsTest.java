package plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import plumbline.ui.fx.FxTasks;

class JobsTest {
    private final BlockingQueue<Runnable> onScreen = new LinkedBlockingQueue<>();
    private final List<String> ended = new ArrayList<>();
    private long now = 1_000;

    private Jobs jobs() {
        return new Jobs(
                new FxTasks(Thread::startVirtualThread, onScreen::add),
                () -> Instant.ofEpochMilli(now));
    }

    private void step() throws InterruptedException {
        Runnable next = onScreen.poll(5, TimeUnit.SECONDS);
        Objects.requireNonNull(next, "nothing came back to the screen").run();
    }

    private Job present(Jobs jobs) {
        return Objects.requireNonNull(jobs.presentProperty().get());
    }

    @Test
    void aCancelShowsAtOnceAndTheWorkStopsAtItsNextBlock() throws InterruptedException {
        Jobs jobs = jobs();
        CountDownLatch begun = new CountDownLatch(1);
        jobs.start(
                "Verify all",
                (progress, cancelled) -> {
                    begun.countDown();
                    while (!cancelled.getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                    throw new CancellationException("cancelled");
                },
                result -> ended.add("done"),
                failure -> ended.add(failure.getMessage()));
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();

        long start = System.nanoTime();
        jobs.cancel();
        assertThat(present(jobs).cancelling()).isTrue();
        step();

        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(200);
        assertThat(jobs.isBusy()).isFalse();
        assertThat(ended).containsExactly("cancelled");
    }

    @Test
    void onlyOneWorkGoesOn() throws InterruptedException {
        Jobs jobs = jobs();
        CountDownLatch go = new CountDownLatch(1);
        jobs.start("first", (p, c) -> go.await(5, TimeUnit.SECONDS), r -> ended.add("1"), f -> {});

        boolean second = jobs.start("second", (p, c) -> true, r -> ended.add("2"), f -> {});

        assertThat(second).isFalse();
        go.countDown();
        step();
        assertThat(ended).containsExactly("1");
        assertThat(jobs.start("third", (p, c) -> true, r -> ended.add("3"), f -> {})).isTrue();
    }

    @Test
    void rateAndTimeLeftAreToldWhenTheyAreKnown() throws InterruptedException {
        Jobs jobs = jobs();
        CountDownLatch end = new CountDownLatch(1);
        jobs.start(
                "Verify all",
                (progress, cancelled) -> {
                    progress.at("checking", 250, 1_000);
                    return end.await(5, TimeUnit.SECONDS);
                },
                result -> {},
                failure -> {});
        now += 2_000;
        step();

        Job job = present(jobs);
        assertThat(job.share()).isEqualTo(0.25);
        assertThat(job.perSecond()).isEqualTo(125);
        assertThat(job.leftMs()).isEqualTo(6_000);
        end.countDown();
    }

    @Test
    void aWorkOfUnknownLengthTellsNoTimeLeft() {
        Job job = new Job("Backup", "packing", 0, 0, 9_000, false);

        assertThat(job.share()).isNegative();
        assertThat(job.leftMs()).isNegative();
    }
}
