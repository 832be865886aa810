package plumbline.ui.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JobsTest {
    private final TestBench bench = new TestBench();
    private final List<String> ended = new ArrayList<>();

    private Jobs jobs(int most) {
        Jobs jobs = new Jobs(bench.tasks(), bench.clock(), JobHistory.NONE, most);
        try {
            bench.step(); // the history
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return jobs;
    }

    private static JobWork<Boolean> until(CountDownLatch go) {
        return job -> go.await(5, TimeUnit.SECONDS);
    }

    @Test
    void aCancelShowsAtOnceAndTheWorkStopsAtItsNextBlock() throws InterruptedException {
        Jobs jobs = jobs(1);
        CountDownLatch begun = new CountDownLatch(1);
        Job job =
                jobs.start(
                        JobPlan.<Boolean>of(
                                        "Verify all",
                                        context -> {
                                            begun.countDown();
                                            while (!context.cancelled().getAsBoolean()) {
                                                Thread.onSpinWait();
                                            }
                                            throw new CancellationException("stopped at 3 of 7");
                                        })
                                .then(result -> ended.add("done"))
                                .otherwise(failure -> ended.add(failure.getMessage())));
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        bench.settle();

        long start = System.nanoTime();
        jobs.cancel(job);
        assertThat(job.status().state()).isEqualTo(JobState.CANCELLING);
        while (!job.status().state().isEnd()) {
            bench.step();
        }

        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(200);
        assertThat(job.status().state()).isEqualTo(JobState.CANCELLED);
        assertThat(job.status().result()).isEqualTo("stopped at 3 of 7");
        assertThat(jobs.present()).isEmpty();
        assertThat(jobs.ended()).containsExactly(job);
        assertThat(ended).containsExactly("stopped at 3 of 7");
    }

    @Test
    void ofOneLaneOneWorkGoesOnAndTheNextWaits() throws InterruptedException {
        Jobs jobs = jobs(5);
        CountDownLatch go = new CountDownLatch(1);
        Job first = jobs.start(JobPlan.of("first", until(go)).in("store"));
        Job second = jobs.start(JobPlan.of("second", until(go)).in("store"));
        Job other = jobs.start(JobPlan.of("other", until(go)));

        assertThat(first.status().state()).isEqualTo(JobState.RUNNING);
        assertThat(second.status().state()).isEqualTo(JobState.WAITING);
        assertThat(other.status().state()).isEqualTo(JobState.RUNNING);
        assertThat(jobs.lane("store").start(JobPlan.of("third", until(go)))).isFalse();
        assertThat(jobs.lane("store").presentProperty().get()).isSameAs(first);

        go.countDown();
        while (!jobs.present().isEmpty()) {
            bench.step();
        }
        assertThat(jobs.ended()).hasSize(3).allMatch(j -> j.status().state() == JobState.DONE);
    }

    @Test
    void noMoreWorksGoOnThanMayAndOneThatWaitsCanBeCancelled() throws InterruptedException {
        Jobs jobs = jobs(1);
        CountDownLatch go = new CountDownLatch(1);
        jobs.start(JobPlan.of("first", until(go)));
        AtomicInteger ran = new AtomicInteger();
        Job second = jobs.start(JobPlan.of("second", job -> ran.incrementAndGet()));

        jobs.cancel(second);

        assertThat(second.status().state()).isEqualTo(JobState.CANCELLED);
        go.countDown();
        while (!jobs.present().isEmpty()) {
            bench.step();
        }
        assertThat(ran).hasValue(0);
        assertThat(jobs.ended()).extracting(Job::title).containsExactly("first", "second");
    }

    @Test
    void progressReachesTheScreenAtMostTenTimesASecond() throws InterruptedException {
        Jobs jobs = jobs(1);
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger shown = new AtomicInteger();
        Job job =
                jobs.start(
                        JobPlan.of(
                                "flood",
                                context -> {
                                    for (int i = 0; i < 100_000; i++) {
                                        context.progress().at("reading", i, 100_000);
                                    }
                                    context.log("all told");
                                    told.countDown();
                                    return go.await(5, TimeUnit.SECONDS);
                                }));
        job.statusProperty().subscribe((before, now) -> shown.incrementAndGet());
        assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();

        bench.settle();
        bench.pass(90);
        assertThat(shown).hasValueLessThanOrEqualTo(1);
        bench.pass(20);

        assertThat(shown).hasValueLessThanOrEqualTo(2);
        assertThat(job.status().done()).isEqualTo(99_999);
        assertThat(job.log()).extracting(JobLine::text).contains("reading", "all told");
        go.countDown();
    }

    @Test
    void whatFailsSaysWhyWithoutSecretsAndTheNextOneBegins() throws InterruptedException {
        Jobs jobs = jobs(1);
        Job bad =
                jobs.start(
                        JobPlan.of(
                                        "bad",
                                        job -> {
                                            throw new IllegalStateException(
                                                    "no login with password=hunter2");
                                        })
                                .otherwise(failure -> ended.add("failed")));
        Job good =
                jobs.start(
                        JobPlan.of("good", job -> 7)
                                .saying(n -> n + " rows")
                                .showing(n -> ended.add("shown " + n)));
        while (!jobs.present().isEmpty()) {
            bench.step();
        }

        assertThat(bad.status().state()).isEqualTo(JobState.FAILED);
        assertThat(bad.status().result()).isEqualTo("no login with password=***");
        assertThat(bad.show()).isEmpty();
        assertThat(good.status().result()).isEqualTo("7 rows");
        good.show().orElseThrow().run();
        assertThat(ended).containsExactly("failed", "shown 7");
    }

    @Test
    void timeGoesOnWhereAWorkSaysNothing() {
        Jobs jobs = jobs(1);
        CountDownLatch go = new CountDownLatch(1);
        Job job = jobs.start(JobPlan.of("silent", until(go)));

        bench.pass(3_100);

        assertThat(job.status().elapsedMs()).isEqualTo(3_000);
        assertThat(job.status().share()).isNegative();
        assertThat(job.status().leftMs()).isNegative();
        go.countDown();
    }

    @Test
    void theTitleOfWhatGoesOnIsTold() throws InterruptedException {
        Jobs jobs = jobs(1);
        jobs.onChange(ended::add);
        jobs.start(JobPlan.of("Backup", job -> 1));
        while (!jobs.present().isEmpty()) {
            bench.step();
        }

        assertThat(ended).containsExactly("Backup", "");
    }
}
