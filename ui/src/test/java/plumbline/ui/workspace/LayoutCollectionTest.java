package plumbline.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutCollectionTest {
    private static final WindowLayout ONE = with("watchlist");
    private static final WindowLayout OTHER = with("runs");

    private final MemoryLayouts store = new MemoryLayouts();
    private final LayoutCollection collection = new LayoutCollection(store);

    private static WindowLayout with(String panel) {
        return new WindowLayout(
                Map.of("chart", new PageLayout(LayoutNode.Tabs.of(panel))), Map.of());
    }

    private WindowLayout kept(String name) {
        assertThat(Layouts.isName(name)).isTrue();
        Layouts.Loaded loaded = Layouts.load(store, name);
        assertThat(loaded.name()).isEqualTo(name);
        assertThat(loaded.problem()).isEmpty();
        return loaded.layout();
    }

    @Test
    void whatCannotBeReadIsLeftOutAndLeftAlone() throws IOException {
        store.write("Usual", LayoutText.write(ONE));
        store.write("Broken", "{");
        store.write("no.name", LayoutText.write(ONE));

        LayoutCollection.Found found = collection.all();

        assertThat(found.layouts()).containsExactly(Map.entry("Usual", ONE));
        assertThat(found.leftOut()).containsExactly("Broken", "no.name");
        assertThat(store.read("Broken")).contains("{");
    }

    @Test
    void oneThatDiffersGetsANameOfItsOwn() throws IOException {
        store.write("Usual", LayoutText.write(ONE));

        assertThat(collection.add(Map.of("Usual", OTHER))).containsExactly("Usual (imported)");
        assertThat(kept("Usual")).isEqualTo(ONE);
        assertThat(kept("Usual (imported)")).isEqualTo(OTHER);

        WindowLayout third = with("log");
        assertThat(collection.add(Map.of("Usual", third))).containsExactly("Usual (imported 2)");
        assertThat(kept("Usual (imported 2)")).isEqualTo(third);
    }

    @Test
    void whatIsThereAlreadyIsNotAddedAgain() throws IOException {
        store.write("Usual", LayoutText.write(ONE));
        collection.add(Map.of("Usual", OTHER));

        assertThat(collection.add(Map.of("Usual", ONE))).isEmpty();
        assertThat(collection.add(Map.of("Usual", OTHER))).isEmpty();
        assertThat(store.names()).containsExactly("Usual", "Usual (imported)");
    }

    @Test
    void namesThatDifferOnlyInTheSizeOfLettersAreOneFileOnSomeDisks() throws IOException {
        store.write("Usual", LayoutText.write(ONE));

        assertThat(collection.add(Map.of("USUAL", OTHER))).containsExactly("USUAL (imported)");
    }

    @Test
    void aBrokenOneIsNotWrittenOver() throws IOException {
        store.write("Usual", "{");

        assertThat(collection.add(Map.of("Usual", OTHER))).containsExactly("Usual (imported)");
        assertThat(store.read("Usual")).contains("{");
    }

    @Test
    void aLongNameIsCut() throws IOException {
        for (String letter : new String[] {"a", "\uD835\uDD04"}) { // one and two chars long
            String longest = letter.repeat(Layouts.LONGEST_NAME);
            store.write(longest, LayoutText.write(ONE));

            String name = collection.add(Map.of(longest, OTHER)).getFirst();

            assertThat(name).isEqualTo(letter.repeat(29) + " (imported)"); // 29 + 11 = 40
            assertThat(kept(name)).isEqualTo(OTHER);
        }
    }

    @Test
    void ifOneCannotBeWrittenNoneIsAdded() throws IOException {
        store.write("Usual", LayoutText.write(ONE));
        store.room(2);
        Map<String, WindowLayout> three = new LinkedHashMap<>();
        three.put("Usual", OTHER);
        three.put("B", ONE);
        three.put("C", ONE);

        assertThatThrownBy(() -> collection.add(three)).hasMessageContaining("No space");

        assertThat(store.names()).containsExactly("Usual");
        assertThat(kept("Usual")).isEqualTo(ONE);
    }
}
