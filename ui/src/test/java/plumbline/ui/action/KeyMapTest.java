package plumbline.ui.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.Test;

class KeyMapTest {
    private final Actions actions = new Actions();
    private final Action palette = add("window.palette", "Ctrl+K", "F2");
    private final Action run = add("chart.run", "B");
    private final Action again = add("chart.again", "R");
    private final Action kill =
            actions.register(
                    Action.titled("trading.kill", "Stop all", ActionGroup.TRADING)
                            .keys("Ctrl+Shift+K")
                            .scope(Scope.ALWAYS)
                            .mustHaveKey()
                            .run(() -> {}));
    private final MemoryKeys store = new MemoryKeys("");
    private final KeyMap keys = map();

    private Action add(String id, String... chords) {
        return actions.register(
                Action.titled(id, "Title of " + id, ActionGroup.CHART).keys(chords).run(() -> {}));
    }

    private KeyMap map() {
        return new KeyMap(actions, store, Keyboard.PC);
    }

    private static List<Chord> chords(String... texts) {
        return List.of(texts).stream().map(Chord::parse).toList();
    }

    @Test
    void anActionIsThereOnce() {
        assertThatThrownBy(() -> add("chart.run")).hasMessageContaining("chart.run");
        assertThatThrownBy(() -> add("chart run")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void actionsComeWithTheirKeys() {
        assertThat(keys.keys(palette)).isEqualTo(chords("Ctrl+K", "F2"));
        assertThat(keys.actions(Chord.parse("B"))).containsExactly(run);
        assertThat(store.writes).as("who only looks writes nothing").isZero();
    }

    @Test
    void aChangeIsKept() {
        assertThat(keys.set(run, chords("Ctrl+B", "F9"))).isEqualTo(new KeyChange.Done());

        assertThat(store.text).isEqualTo("plumbline keys 1\nchart.run = Ctrl+B, F9\nend\n");
        assertThat(map().keys(run)).isEqualTo(chords("Ctrl+B", "F9"));
        assertThat(keys.actions(Chord.parse("B"))).isEmpty();
    }

    @Test
    void anActionMayHaveNoKey() {
        keys.set(run, List.of());

        assertThat(map().keys(run)).isEmpty();
    }

    @Test
    void aTakenKeyIsNamedAndCanBeTakenAway() {
        KeyChange refused = keys.set(run, chords("F2"));
        assertThat(refused).isEqualTo(new KeyChange.Taken(palette, Chord.parse("F2")));
        assertThat(keys.keys(run)).isEqualTo(chords("B"));
        assertThat(store.writes).isZero();

        keys.take(run, chords("F2"));
        assertThat(keys.keys(run)).isEqualTo(chords("F2"));
        assertThat(map().keys(palette)).isEqualTo(chords("Ctrl+K"));
    }

    @Test
    void differentPlacesMayShareAKey() {
        Action here = placed("data.open", "data");
        Action there = placed("chart.open", "chart");

        assertThat(keys.actions(Chord.parse("O"))).containsExactly(here, there);
        assertThat(keys.set(palette, chords("O"))).isInstanceOf(KeyChange.Taken.class);
        keys.take(palette, chords("O"));
        assertThat(keys.actions(Chord.parse("O"))).containsExactly(palette);
    }

    private Action placed(String id, String place) {
        return actions.register(
                Action.titled(id, id, ActionGroup.DATA).place(place).keys("O").run(() -> {}));
    }

    @Test
    void whoMustHaveAKeyKeepsOne() {
        assertThat(keys.set(kill, List.of())).isEqualTo(new KeyChange.NeedsKey(kill));
        assertThat(keys.take(run, chords("Ctrl+Shift+K"))).isEqualTo(new KeyChange.NeedsKey(kill));
        assertThat(keys.set(kill, chords("K")))
                .isEqualTo(new KeyChange.Types(kill, Chord.parse("K")));

        keys.set(kill, chords("F12", "Ctrl+Shift+K"));
        assertThat(keys.take(run, chords("Ctrl+Shift+K"))).isEqualTo(new KeyChange.Done());
        assertThat(keys.keys(kill)).isEqualTo(chords("F12"));
    }

    @Test
    void noFileTakesTheLastKeyOfWhoMustHaveOne() {
        for (String line :
                List.of("trading.kill =", "trading.kill = K", "chart.run = Ctrl+Shift+K")) {
            store.text = "plumbline keys 1\n" + line + "\nend\n";

            assertThat(map().keys(kill)).as(line).isEqualTo(chords("Ctrl+Shift+K"));
        }
    }

    @Test
    void whatTheUserGaveAwayGoesBeforeDefaults() {
        keys.set(run, chords("F7"));
        Action newer = add("chart.newer", "F7", "F8");

        assertThat(keys.actions(Chord.parse("F7"))).containsExactly(run);
        assertThat(keys.keys(newer)).isEqualTo(chords("F8"));
        assertThat(keys.reset(newer)).isEqualTo(new KeyChange.Taken(run, Chord.parse("F7")));
    }

    @Test
    void resetGivesBackWhatItCameWith() {
        keys.set(run, chords("F7"));
        keys.set(again, chords("B"));

        assertThat(keys.reset(run)).isEqualTo(new KeyChange.Taken(again, Chord.parse("B")));
        keys.reset(again);
        keys.reset(run);
        assertThat(keys.isChanged(run)).isFalse();
        assertThat(keys.keys(run)).isEqualTo(chords("B"));

        keys.take(run, chords("F2"));
        keys.resetAll();
        assertThat(keys.keys(palette)).isEqualTo(chords("Ctrl+K", "F2"));
        assertThat(store.text).isEqualTo("plumbline keys 1\nend\n");
    }

    @Test
    void aBadFileIsToldAndPutAsideWhenAKeyChanges() {
        for (String bad :
                List.of(
                        "plumbline keys 1",
                        "plumbline keys 2\nchart.run = F7\nend\n",
                        "plumbline keys 1\nchart.run = Hyper+F7\nend\n",
                        "plumbline keys 1\nchart.run = F7,\nend\n",
                        "plumbline keys 1\n= F7\nend\n",
                        "plumbline keys 1\nchart.run = F1", // cut off, perhaps within F12
                        "\u0000\u0001 rubbish\nend",
                        "{}")) {
            store.text = bad;
            store.aside = "";
            store.writes = 0;
            KeyMap map = map();

            assertThat(map.problem()).as(bad).isPresent();
            assertThat(map.keys(run)).as(bad).isEqualTo(chords("B"));
            assertThat(store.text).isEqualTo(bad);

            map.set(run, chords("F6"));
            assertThat(store.aside).isEqualTo(bad);
            assertThat(map().problem()).isEmpty();
            assertThat(map().keys(run)).isEqualTo(chords("F6"));
        }
    }

    @Test
    void ofABadLineTheOthersAreUsed() {
        store.text = "plumbline keys 1\nchart.run = F7\nchart.again = Hyper+X\nend\n";
        KeyMap map = map();

        assertThat(map.keys(run)).isEqualTo(chords("F7"));
        assertThat(map.problem()).hasValueSatisfying(p -> assertThat(p).contains("Hyper+X"));

        map.set(run, chords("F6"));
        map.set(run, chords("F7"));
        assertThat(store.aside).contains("Hyper+X");
        assertThat(map().problem()).isEmpty();
    }

    @Test
    void aStoreThatCannotBeReadIsToldToo() {
        KeyMap map =
                new KeyMap(
                        actions,
                        new KeyStore() {
                            @Override
                            public String read() {
                                throw new UncheckedIOException(new IOException("no such disk"));
                            }

                            @Override
                            public void write(String text) {}

                            @Override
                            public void putAside() {}
                        },
                        Keyboard.PC);

        assertThat(map.problem()).hasValueSatisfying(p -> assertThat(p).contains("no such disk"));
    }

    @Test
    void actionsThatAreNotThereKeepTheirKeys() {
        store.text = "plumbline keys 1\nplugin.later = F4\nend\n";
        KeyMap map = map();
        map.set(run, chords("F7"));

        assertThat(store.text).contains("plugin.later = F4");
        Action later = add("plugin.later");
        assertThat(map.keys(later)).isEqualTo(chords("F4"));
    }

    @Test
    void keysOfElsewhereAreTakenAllAtOnce() {
        keys.set(palette, chords("F7"));

        KeysTaken taken =
                keys.takeAll(
                        Map.of(
                                "chart.run", chords("R"), // the two change places
                                "chart.again", chords("B", "F7"),
                                "plugin.later", chords("F4")));

        assertThat(taken).isEqualTo(new KeysTaken(2, List.of("plugin.later"), List.of(palette)));
        assertThat(map().keys(run)).isEqualTo(chords("R"));
        assertThat(map().keys(again)).isEqualTo(chords("B", "F7"));
        assertThat(map().keys(palette)).isEmpty();
        assertThat(store.text).doesNotContain("plugin.later");
    }

    @Test
    void keysOfElsewhereLeaveOneToWhoMustHaveIt() {
        for (String id : List.of("chart.run", "chart.again")) {
            assertThat(keys.takeAll(Map.of(id, chords("Ctrl+Shift+K"))))
                    .isEqualTo(new KeysTaken(0, List.of(id), List.of()));
        }
        for (List<Chord> none : List.of(chords(), chords("K"))) {
            assertThat(keys.takeAll(Map.of("trading.kill", none, "chart.run", chords("F6"))))
                    .isEqualTo(new KeysTaken(1, List.of("trading.kill"), List.of()));
        }
        assertThat(keys.keys(kill)).isEqualTo(chords("Ctrl+Shift+K"));

        Map<String, List<Chord>> both =
                Map.of("trading.kill", chords("F12"), "chart.run", chords("Ctrl+Shift+K"));
        assertThat(keys.takeAll(both).taken()).isEqualTo(2);
        assertThat(keys.changed()).isEqualTo(both);
        assertThat(map().keys(kill)).isEqualTo(chords("F12"));
        assertThat(map().keys(run)).isEqualTo(chords("Ctrl+Shift+K"));
    }

    @Test
    void noKeysOfElsewhereWriteNothing() {
        assertThat(keys.takeAll(Map.of())).isEqualTo(new KeysTaken(0, List.of(), List.of()));
        keys.takeAll(Map.of("plugin.later", chords("F4")));

        assertThat(store.writes).isZero();
    }

    @Test
    void theHintFollows() {
        ObservableValue<String> hint = keys.hint(run);
        assertThat(hint.getValue()).isEqualTo("Title of chart.run (B)");

        keys.set(run, chords("Ctrl+Shift+B"));
        assertThat(hint.getValue()).isEqualTo("Title of chart.run (Ctrl+Shift+B)");
        keys.set(run, List.of());
        assertThat(hint.getValue()).isEqualTo("Title of chart.run");
    }
}
