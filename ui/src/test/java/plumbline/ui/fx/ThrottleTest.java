package plumbline.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final List<Runnable> onScreen = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final List<Integer> shown = new ArrayList<>();
    private final Consumer<Integer> throttled =
            new FxTasks(Runnable::run, onScreen::add, (time, work) -> later.add(work))
                    .throttled(Duration.ofMillis(100), shown::add);

    private void settle() {
        while (!onScreen.isEmpty()) {
            onScreen.removeFirst().run();
        }
    }

    private void pass() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
        settle();
    }

    @Test
    void theFirstComesAtOnceAndThenTheNewestOfEachPeriod() {
        throttled.accept(1);
        settle();
        throttled.accept(2);
        throttled.accept(3);
        settle();
        assertThat(shown).containsExactly(1);

        pass();
        assertThat(shown).containsExactly(1, 3);
        pass();
        assertThat(later).as("nothing goes on when nothing comes").isEmpty();

        throttled.accept(4);
        settle();
        assertThat(shown).containsExactly(1, 3, 4);
    }
}
