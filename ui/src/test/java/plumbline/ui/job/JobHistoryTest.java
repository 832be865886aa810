package plumbline.ui.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import plumbline.ui.fx.FxTasks;

class JobHistoryTest {
    private final TestBench bench = new TestBench();
    private final Kept kept = new Kept();

    private static final class Kept implements JobHistory {
        private volatile String text = "";
        private volatile boolean unreadable;

        @Override
        public String read() throws IOException {
            if (unreadable) {
                throw new IOException("no right to read");
            }
            return text;
        }

        @Override
        public void write(String newText) {
            text = newText;
        }
    }

    /// Everything happens at once.
    private Jobs jobs() {
        return new Jobs(new FxTasks(Runnable::run, Runnable::run), bench.clock(), kept, 1);
    }

    @Test
    void nothingIsWrittenBeforeThereIsSomething() {
        jobs();

        assertThat(kept.text).isEmpty();
    }

    @Test
    void whatHasEndedIsKnownAfterARestart() {
        Jobs before = jobs();
        before.start(
                JobPlan.of(
                                "Verify\t\"all\"\\n",
                                job -> {
                                    job.progress().at("checking", 3, 4);
                                    job.log("two\nlines");
                                    return 1;
                                })
                        .counting("candles")
                        .saying(n -> "sound"));
        before.start(JobPlan.of("second", job -> 2));

        List<Job> after = jobs().ended();

        assertThat(after).extracting(Job::title).containsExactly("second", "Verify\t\"all\"\\n");
        Job job = after.getLast();
        assertThat(job.status().state()).isEqualTo(JobState.DONE);
        assertThat(job.status().result()).isEqualTo("sound");
        assertThat(job.unit()).isEqualTo("candles");
        assertThat(job.log()).extracting(JobLine::text).contains("two\nlines", "sound");
        assertThat(job.beganMs()).isEqualTo(1_000);
    }

    @Test
    void whatRanWhenTheProgramWasKilledIsBrokenOff() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        Jobs killed = new Jobs(bench.tasks(), bench.clock(), kept, 1);
        bench.step();
        killed.start(JobPlan.of("Import", job -> go.await(5, TimeUnit.SECONDS)));
        bench.step();
        assertThat(kept.text).contains("running");

        Job after = jobs().ended().getFirst();

        assertThat(after.title()).isEqualTo("Import");
        assertThat(after.status().state()).isEqualTo(JobState.BROKEN);
        assertThat(after.endedMs()).isZero();
        assertThat(jobs().ended().getFirst().status().state()).isEqualTo(JobState.BROKEN);
        go.countDown();
    }

    @Test
    void aBrokenFileStopsNothingAndIsKeptUntilAJobEnds() {
        String half = HistoryText.of(List.of());
        for (String text :
                List.of(
                        "\u0000\u0001",
                        "plumbline-jobs\t99\nend\n",
                        half.substring(0, half.length() - 2),
                        "plumbline-jobs\t1\njob\tx\nend\n",
                        "plumbline-jobs\t1\njob\ta\tdone\tx\t0\t0\t0\t\tt\t\nend\n",
                        "plumbline-jobs\t1\nlog\t1\tx\nend\n")) {
            kept.text = text;

            Jobs jobs = jobs();
            assertThat(jobs.ended()).isEmpty();
            jobs.start(
                    JobPlan.of(
                            "new",
                            job -> {
                                assertThat(kept.text).isEqualTo(text);
                                return 1;
                            }));

            assertThat(jobs.ended().getFirst().status().state()).isEqualTo(JobState.DONE);
            assertThat(HistoryText.read(kept.text)).hasSize(1);
        }
    }

    @Test
    void aFileThatCannotBeReadStopsNothing() {
        kept.unreadable = true;

        Jobs jobs = jobs();
        jobs.start(JobPlan.of("new", job -> 1));

        assertThat(jobs.ended()).hasSize(1);
    }

    @Test
    void theNewestTwoHundredAreKept() {
        Jobs jobs = jobs();
        for (int i = 1; i <= 250; i++) {
            int number = i;
            jobs.start(JobPlan.of("job " + i, job -> number));
        }

        List<Job> after = jobs().ended();

        assertThat(after).hasSize(200);
        assertThat(after.getFirst().title()).isEqualTo("job 250");
        assertThat(after.getLast().title()).isEqualTo("job 51");
        assertThat(after).extracting(Job::id).doesNotHaveDuplicates();
    }

    @Test
    void whatIsClearedIsForgotten() {
        Jobs jobs = jobs();
        jobs.start(JobPlan.of("old", job -> 1));

        jobs.clear();

        assertThat(jobs.ended()).isEmpty();
        assertThat(jobs().ended()).isEmpty();
    }
}
