package plumbline.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import plumbline.engine.upkeep.StoreFacts;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.job.JobHistory;
import plumbline.ui.job.JobPlan;
import plumbline.ui.job.Jobs;

class HealthModelTest {
    private final List<Runnable> later = new ArrayList<>();
    private final InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    private final FxTasks tasks = new FxTasks(Runnable::run, Runnable::run, this::delay);
    private final StallWatchdog watchdog = new StallWatchdog(tasks, clock);
    private final Jobs jobs =
            new Jobs(new FxTasks(Runnable::run, Runnable::run), clock, JobHistory.NONE, 1);
    private final HealthModel model = new HealthModel(tasks, watchdog, jobs);
    private final AtomicInteger reads = new AtomicInteger();

    private void delay(Duration time, Runnable work) {
        assertThat(time).isEqualTo(Duration.ofSeconds(2));
        later.add(work);
    }

    private void pass() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }

    private HealthCard card(String title) {
        return model.cards().stream()
                .filter(card -> card.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itIsReadEveryTwoSecondsOnlyWhileSomebodyLooks() {
        model.add(
                "Feeds",
                () -> List.of(HealthFact.of("reads", String.valueOf(reads.incrementAndGet()))));
        AtomicBoolean looking = new AtomicBoolean(true);
        assertThat(reads).hasValue(0);

        model.start(looking::get);
        pass();
        assertThat(reads).hasValue(2);
        looking.set(false);
        pass();
        assertThat(reads).hasValue(2);
        looking.set(true);
        pass();
        assertThat(reads).hasValue(3);
        model.stop();
        pass();

        assertThat(reads).hasValue(3);
        assertThat(later).isEmpty();
    }

    @Test
    void everyPartHasItsCard() {
        jobs.start(JobPlan.of("one", job -> 1));
        jobs.start(
                JobPlan.of(
                        "two",
                        job -> {
                            throw new IOException("no");
                        }));
        watchdog.add(new Stall(0, 312, false, List.of()));
        model.store(() ->
                new StoreFacts("H2", "/x/y", 12_000_000, 90_000_000_000L, List.of(), List.of()));
        model.start(() -> true);

        assertThat(model.cards())
                .extracting(HealthCard::title)
                .containsExactly("Window", "Memory", "Program", "Jobs", "Store");
        assertThat(card("Window").facts()).contains(HealthFact.warn("Stalls", "1"));
        assertThat(card("Window").facts()).contains(HealthFact.of("Longest", "312 ms"));
        assertThat(card("Jobs").facts()).contains(HealthFact.of("Ended", "2"));
        assertThat(card("Jobs").facts()).contains(HealthFact.warn("Failed or broken off", "1"));
        assertThat(card("Jobs").kind()).isEqualTo("warn");
        assertThat(card("Store").facts()).contains(HealthFact.of("Size", "12 MB"));
        assertThat(card("Store").kind()).isEqualTo("ok");
    }

    @Test
    void whatCannotBeReadDoesNotTakeTheOthersAway() {
        model.add(
                "Feeds",
                () -> {
                    throw new IOException("no answer from ws://u:secret@host");
                });
        model.start(() -> true);

        assertThat(card("Feeds").facts())
                .containsExactly(
                        HealthFact.bad("Cannot be read", "no answer from ws://u:***@host"));
        assertThat(card("Memory").share()).isBetween(0.0, 1.0);
    }

    @Test
    void memoryThatGetsTightIsSeen() {
        assertThat(ProgramCards.memory(50, 100).kind()).isEqualTo("ok");
        assertThat(ProgramCards.memory(86, 100).kind()).isEqualTo("warn");
        assertThat(ProgramCards.memory(96, 100).kind()).isEqualTo("bad");
        assertThat(ProgramCards.memory(96, -1).share()).isNegative();
    }
}
