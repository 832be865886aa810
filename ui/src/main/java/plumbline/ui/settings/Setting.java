package plumbline.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import plumbline.ui.text.Texts;

/// Something that the user chooses among a few values. It holds at once, and is remembered.
///
/// Threads: FX thread.
public final class Setting<T> implements SettingItem {
    private final String id;
    private final SettingGroup group;
    private final List<T> choices;
    private final T usual;
    private final Function<T, String> code;
    private final ObjectProperty<T> value;
    private final String unknown;

    /// @param store where it is kept; what it does not know, or no longer has, is the usual value
    /// @param choices all that it can be
    /// @param usual what it is until it is changed; one of the choices
    /// @param code of a choice, for files; its name for people is the text `setting.ID.CODE`, or
    ///   `setting.ID.value` with the code in it
    public Setting(
            SettingStore store,
            String id,
            SettingGroup group,
            List<T> choices,
            T usual,
            Function<T, String> code) {
        if (!choices.contains(usual)) {
            throw new IllegalArgumentException(usual + " is no choice of " + id);
        }
        this.id = id;
        this.group = group;
        this.choices = List.copyOf(choices);
        this.usual = usual;
        this.code = code;
        String kept = store.read(id, code.apply(usual));
        Optional<T> known = choices.stream().filter(c -> code.apply(c).equals(kept)).findFirst();
        T first = known.orElse(usual);
        unknown = known.isPresent() ? "" : kept;
        value = new SimpleObjectProperty<>(this, id, first);
        value.addListener((property, before, now) -> store.write(id, code.apply(now)));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public SettingGroup group() {
        return group;
    }

    public List<T> choices() {
        return choices;
    }

    /// What it is until the user changes it.
    public T usual() {
        return usual;
    }

    public T get() {
        return value.get();
    }

    /// @throws IllegalArgumentException if it is no choice
    public void set(T chosen) {
        if (!choices.contains(chosen)) {
            throw new IllegalArgumentException(chosen + " is no choice of " + id);
        }
        value.set(chosen);
    }

    public void reset() {
        set(usual);
    }

    public boolean isUsual() {
        return usual.equals(get());
    }

    public ReadOnlyObjectProperty<T> valueProperty() {
        return value;
    }

    /// What was remembered and is no choice, so that the usual value is used; empty if it is one.
    String unknown() {
        return unknown;
    }

    /// What is chosen, as files name it.
    String chosen() {
        return code.apply(get());
    }

    /// Sets what a file names.
    ///
    /// @return whether it is a choice; if it is none, nothing is changed
    boolean choose(String chosen) {
        Optional<T> choice = choices.stream().filter(c -> code.apply(c).equals(chosen)).findFirst();
        choice.ifPresent(this::set);
        return choice.isPresent();
    }

    String code(T choice) {
        return code.apply(choice);
    }

    /// Tells `node` of the value, now and after each change while it stands in a window.
    void watch(Node node, Runnable changed) {
        changed.run();
        ChangeListener<T> listener = (property, before, now) -> changed.run();
        node.sceneProperty()
                .addListener((property, before, scene) -> {
                    value.removeListener(listener);
                    if (scene != null) {
                        value.addListener(listener);
                        changed.run();
                    }
                });
    }

    /// What a choice is called.
    public String name(T choice) {
        String key = "setting." + id + '.';
        String chosen = code.apply(choice);
        return Texts.has(key + chosen) ? Texts.of(key + chosen) : Texts.of(key + "value", chosen);
    }

    @Override
    public String words() {
        StringBuilder words = new StringBuilder(title() + ' ' + explanation() + ' ');
        choices.forEach(choice -> words.append(name(choice)).append(' '));
        return words + group.title();
    }
}
