package plumbline.ui.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Numbers;
import plumbline.engine.upkeep.StoreFacts;
import plumbline.ui.error.Redaction;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.job.Job;
import plumbline.ui.job.JobState;
import plumbline.ui.job.Jobs;
import plumbline.ui.text.Texts;

/// All that is known of how the program is, read every two seconds while somebody looks and not at
/// all otherwise.
///
/// Threads: FX thread; what may block is read in the background.
public final class HealthModel {
    static final Duration PERIOD = Duration.ofSeconds(2);

    private final FxTasks tasks;
    private final StallWatchdog watchdog;
    private final Jobs jobs;
    private final Map<String, HealthSource> sources = new LinkedHashMap<>();
    private final ObservableList<HealthCard> cards = FXCollections.observableArrayList();
    private BooleanSupplier seen = () -> false;
    private int round;

    public HealthModel(FxTasks tasks, StallWatchdog watchdog, Jobs jobs) {
        this.tasks = tasks;
        this.watchdog = watchdog;
        this.jobs = jobs;
    }

    /// Adds a card, or replaces the one of that title.
    public void add(String title, HealthSource source) {
        sources.put(title, source);
    }

    /// Adds the card of the store.
    ///
    /// @param facts reads what the store is; may block
    public void store(Callable<StoreFacts> facts) {
        add(Texts.of("health.store"), () -> StoreCard.facts(facts.call()));
    }

    ObservableList<HealthCard> cards() {
        return cards;
    }

    StallWatchdog watchdog() {
        return watchdog;
    }

    /// Reads now, and again and again until [#stop].
    ///
    /// @param looking whether somebody looks just now
    void start(BooleanSupplier looking) {
        seen = looking;
        round++;
        readNow(round);
    }

    void stop() {
        round++;
    }

    private void read(int mine) {
        if (mine != round) {
            return;
        }
        if (seen.getAsBoolean()) {
            readNow(mine);
        } else {
            again(mine);
        }
    }

    private void readNow(int mine) {
        List<HealthCard> own = List.of(screen(), jobs());
        Map<String, HealthSource> others = new LinkedHashMap<>(sources);
        tasks.run(
                () -> all(own, others),
                all -> {
                    if (mine == round) {
                        show(all);
                        again(mine);
                    }
                },
                failure -> again(mine));
    }

    private void again(int mine) {
        tasks.later(PERIOD, () -> read(mine));
    }

    private void show(List<HealthCard> all) {
        if (!all.equals(cards)) {
            cards.setAll(all);
        }
    }

    private static List<HealthCard> all(List<HealthCard> own, Map<String, HealthSource> others) {
        List<HealthCard> all = new ArrayList<>();
        all.add(own.getFirst());
        all.addAll(ProgramCards.read());
        all.add(own.getLast());
        others.forEach((title, source) -> {
            List<HealthFact> facts = facts(source);
            if (!facts.isEmpty()) {
                all.add(new HealthCard(title, facts));
            }
        });
        return all;
    }

    private static List<HealthFact> facts(HealthSource source) {
        try {
            return source.read();
        } catch (Exception e) { // whatever it is, it belongs on its card and not on the others
            return List.of(
                    HealthFact.bad(Texts.of("health.unreadable"), Redaction.of(ErrorText.of(e))));
        }
    }

    private HealthCard screen() {
        List<Stall> stalls = watchdog.stalls();
        long count = watchdog.countProperty().get();
        List<HealthFact> facts = new ArrayList<>();
        String number = String.valueOf(count);
        facts.add(
                count == 0
                        ? HealthFact.ok(Texts.of("health.stalls"), number)
                        : HealthFact.warn(Texts.of("health.stalls"), number));
        long longest = stalls.stream().mapToLong(Stall::durationMs).max().orElse(0);
        if (longest > 0) {
            facts.add(HealthFact.of(Texts.of("health.longest"), millis(longest)));
            facts.add(
                    HealthFact.of(Texts.of("health.last"), millis(stalls.getFirst().durationMs())));
        }
        facts.add(
                HealthFact.of(
                        Texts.of("health.limit"),
                        Texts.of("health.limit.value", StallWatchdog.LIMIT_MS)));
        return new HealthCard(Texts.of("health.screen"), facts);
    }

    /// `1,240 ms`.
    static String millis(long millis) {
        return Numbers.fixed(millis, 0) + " ms";
    }

    private HealthCard jobs() {
        long waiting = count(jobs.present(), JobState.WAITING);
        long failed = count(jobs.ended(), JobState.FAILED) + count(jobs.ended(), JobState.BROKEN);
        String failures = Texts.of("health.jobs.failed");
        return new HealthCard(
                Texts.of("health.jobs"),
                List.of(
                        HealthFact.of(
                                Texts.of("health.jobs.running"),
                                String.valueOf(jobs.present().size() - waiting)),
                        HealthFact.of(Texts.of("health.jobs.waiting"), String.valueOf(waiting)),
                        HealthFact.of(
                                Texts.of("health.jobs.ended"), String.valueOf(jobs.ended().size())),
                        failed == 0
                                ? HealthFact.ok(failures, "0")
                                : HealthFact.warn(failures, String.valueOf(failed))));
    }

    private static long count(List<Job> jobs, JobState state) {
        return jobs.stream().filter(job -> job.status().state() == state).count();
    }
}
