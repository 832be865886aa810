package plumbline.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;

class FxTasksTest {
    private final List<String> told = new ArrayList<>();
    private final FxTasks tasks = new FxTasks(Runnable::run, Runnable::run);

    @Test
    void whateverFailsIsToldToWhoeverWaits() {
        for (Throwable failure :
                List.of(
                        new IllegalStateException("a fault"),
                        new OutOfMemoryError("no memory"),
                        new NoClassDefFoundError("a broken installation"),
                        new AssertionError("a wrong assumption"))) {
            tasks.run(
                    () -> {
                        throw thrown(failure);
                    },
                    result -> told.add("done"),
                    e -> told.add(e.getMessage()));
        }

        assertThat(told)
                .containsExactly(
                        "a fault", "no memory", "a broken installation", "a wrong assumption");
    }

    @Test
    void whatIsDoneEachPeriodEndsWhenItIsToldTo() {
        List<Runnable> waiting = new ArrayList<>();
        FxTasks timed =
                new FxTasks(Runnable::run, Runnable::run, (time, work) -> waiting.add(work));
        Subscription each = timed.every(Duration.ofSeconds(1), () -> told.add("tick"));
        assertThat(told).isEmpty();

        waiting.removeFirst().run();
        waiting.removeFirst().run();
        each.unsubscribe();
        waiting.removeFirst().run();

        assertThat(told).containsExactly("tick", "tick");
        assertThat(waiting).isEmpty();
    }

    private static Exception thrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (Exception) failure;
    }
}
