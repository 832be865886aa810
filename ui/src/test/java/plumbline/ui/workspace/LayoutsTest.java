package plumbline.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.ui.fx.FxTasks;

/// A layout is saved a moment after a change, and not any more when its window has ended.
class LayoutsTest {
    private final List<Runnable> later = new ArrayList<>();
    private final FxTasks tasks =
            new FxTasks(Runnable::run, Runnable::run, (time, work) -> later.add(work));
    private final Memory store = new Memory();
    private WindowLayout shown = with("watchlist");
    private final Layouts layouts =
            new Layouts(tasks, store, Layouts.USUAL, () -> shown, problem -> {});

    private static WindowLayout with(String panel) {
        return new WindowLayout(
                Map.of("chart", new PageLayout(LayoutNode.Tabs.of(panel))), Map.of());
    }

    private static final class Memory implements LayoutStore {
        private final Map<String, String> texts = new LinkedHashMap<>();
        private int writes;

        @Override
        public Optional<String> read(String name) {
            return Optional.ofNullable(texts.get(name));
        }

        @Override
        public void write(String name, String text) {
            writes++;
            texts.put(name, text);
        }

        @Override
        public String putAside(String name) {
            throw new AssertionError(name);
        }

        @Override
        public void delete(String name) {
            texts.remove(name);
        }

        @Override
        public List<String> names() {
            return List.copyOf(texts.keySet());
        }
    }

    private WindowLayout kept() {
        Layouts.Loaded loaded = Layouts.load(store, Layouts.USUAL);
        assertThat(loaded.problem()).isEmpty();
        return loaded.layout();
    }

    @Test
    void severalChangesAreSavedOnceAMomentLater() {
        layouts.changed();
        layouts.changed();
        assertThat(store.writes).isZero();

        later.forEach(Runnable::run);

        assertThat(store.writes).isEqualTo(1);
        assertThat(kept()).isEqualTo(shown);
    }

    @Test
    void aWindowThatHasEndedSavesNothingMore() {
        WindowLayout last = shown;
        layouts.changed();
        layouts.close();

        shown = with("nothing");
        later.forEach(Runnable::run);

        assertThat(kept()).isEqualTo(last);
    }

    @Test
    void underAnotherNameBothAreThere() {
        layouts.saveAs("Night");

        assertThat(store.names()).containsExactly(Layouts.USUAL, "Night");
        assertThat(layouts.name()).isEqualTo("Night");
    }
}
