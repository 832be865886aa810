package plumbline.ui.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import plumbline.ui.text.Texts;

/// Which keys run which action: those the actions came with, and what the user made of them. A key
/// never runs two actions that overlap: what the user gave away goes before what an action came
/// with, and an action that must have a key goes before both.
///
/// Threads: FX thread.
public final class KeyMap {
    private final Actions actions;
    private final KeyStore store;
    private final Keyboard keyboard;
    private final Optional<String> problem;

    /// Whether what could not be read is still to be put aside.
    private boolean keepsAside;

    private final Map<String, List<Chord>> changed = new LinkedHashMap<>();
    private final Map<Action, List<Chord>> held = new HashMap<>();
    private final Map<Chord, List<Action>> byChord = new HashMap<>();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();

    /// Reads the changed keys.
    public KeyMap(Actions actions, KeyStore store) {
        this(actions, store, Keyboard.current());
    }

    KeyMap(Actions actions, KeyStore store, Keyboard keyboard) {
        this.actions = actions;
        this.store = store;
        this.keyboard = keyboard;
        problem =
                switch (read(store)) {
                    case KeyFile.Content.Keys(var byAction, var what) -> {
                        changed.putAll(byAction);
                        yield what.isEmpty()
                                ? Optional.empty()
                                : Optional.of(Texts.of("actions.file.lines", what));
                    }
                    case KeyFile.Content.Bad(String what) ->
                            Optional.of(Texts.of("actions.file.problem", what));
                };
        keepsAside = problem.isPresent();
        actions.all().addListener((ListChangeListener<Action>) change -> resolve());
        resolve();
    }

    private static KeyFile.Content read(KeyStore store) {
        try {
            return KeyFile.read(store.read());
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            String why = cause == null ? e.getMessage() : cause.getMessage();
            return new KeyFile.Content.Bad(String.valueOf(why));
        }
    }

    /// What was wrong with the changed keys, for the user. What could not be read of them is as it
    /// came, and is put aside before the first change.
    public Optional<String> problem() {
        return problem;
    }

    /// Grows with each change of any key, and with each new action.
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    public Actions actions() {
        return actions;
    }

    public Keyboard keyboard() {
        return keyboard;
    }

    /// The keys that run an action now; none if it has none, or is not registered.
    public List<Chord> keys(Action action) {
        return held.getOrDefault(action, List.of());
    }

    /// The actions that a key runs; more than one only if they are in different places.
    public List<Action> actions(Chord chord) {
        return byChord.getOrDefault(chord, List.of());
    }

    /// The keys that the user changed, by the id of the action. [#takeAll] takes them elsewhere.
    public Map<String, List<Chord>> changed() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(changed));
    }

    public boolean isChanged(Action action) {
        return changed.containsKey(action.id());
    }

    /// The first key as people read it, empty if there is none.
    public String keyText(Action action) {
        List<Chord> keys = keys(action);
        return keys.isEmpty() ? "" : keys.getFirst().text(keyboard);
    }

    /// `title (key)`, and what it becomes.
    public ObservableValue<String> hint(Action action) {
        return Bindings.createStringBinding(
                () -> {
                    String key = keyText(action);
                    return key.isEmpty()
                            ? action.title()
                            : Texts.of("actions.hint", action.title(), key);
                },
                revision);
    }

    /// Gives an action these keys instead of those it has, unless another one has one of them.
    public KeyChange set(Action action, List<Chord> keys) {
        return change(action, keys, false);
    }

    /// Gives an action these keys and takes them from who has them.
    public KeyChange take(Action action, List<Chord> keys) {
        return change(action, keys, true);
    }

    /// Gives an action the keys it came with, unless another one has one of them by now. Those
    /// [#take] would get.
    public KeyChange reset(Action action) {
        return set(action, action.defaultKeys());
    }

    /// Gives every action the keys it came with.
    public void resetAll() {
        changed.clear();
        save();
        resolve();
    }

    private KeyChange change(Action action, List<Chord> keys, boolean force) {
        List<Chord> wanted = keys.stream().distinct().toList();
        Optional<KeyChange> refusal = refusal(action, wanted, force);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        for (Action other : owners(action, wanted)) {
            changed.put(other.id(), without(keys(other), wanted));
        }
        remember(action, wanted);
        save();
        resolve();
        return new KeyChange.Done();
    }

    private void save() {
        if (keepsAside) {
            store.putAside();
            keepsAside = false;
        }
        store.write(KeyFile.write(changed));
    }

    private void remember(Action action, List<Chord> wanted) {
        if (wanted.equals(action.defaultKeys())) {
            changed.remove(action.id());
        } else {
            changed.put(action.id(), wanted);
        }
    }

    /// Gives actions the keys that they have elsewhere, and takes them from who has them. All at
    /// once, so that two may change places. Actions that are not named keep what is left to them;
    /// who must have a key keeps it.
    ///
    /// @param byAction as [#changed] gives them
    public KeysTaken takeAll(Map<String, List<Chord>> byAction) {
        Map<Action, List<Chord>> wanted = new LinkedHashMap<>();
        byAction.forEach((id, chords) ->
                actions.find(id)
                        .filter(action -> need(action, chords).isEmpty())
                        .ifPresent(
                                action -> wanted.put(action, chords.stream().distinct().toList())));
        Map<Action, List<Chord>> left = left(wanted);
        if (!wanted.isEmpty()) {
            left.forEach((action, chords) -> changed.put(action.id(), chords));
            wanted.forEach(this::remember);
            save();
            resolve();
        }
        List<String> passedOver = new ArrayList<>(byAction.keySet());
        wanted.forEach((action, chords) -> {
            if (keys(action).containsAll(chords)) {
                passedOver.remove(action.id());
            }
        });
        return new KeysTaken(
                byAction.size() - passedOver.size(), passedOver, List.copyOf(left.keySet()));
    }

    /// What is left to those who are to give keys away. What would leave nothing to an action that
    /// must have a key is no longer wanted.
    private Map<Action, List<Chord>> left(Map<Action, List<Chord>> wanted) {
        Map<Action, List<Chord>> left = new LinkedHashMap<>();
        wanted.forEach((action, chords) -> {
            for (Action other : owners(action, chords)) {
                if (!wanted.containsKey(other)) {
                    left.put(other, without(left.getOrDefault(other, keys(other)), chords));
                }
            }
        });
        for (Map.Entry<Action, List<Chord>> one : left.entrySet()) {
            if (one.getKey().mustHaveKey() && one.getValue().isEmpty()) {
                wanted.entrySet()
                        .removeIf(e -> owners(e.getKey(), e.getValue()).contains(one.getKey()));
                return left(wanted);
            }
        }
        return left;
    }

    /// Why an action that must be heard cannot have these keys, whoever has them.
    private Optional<KeyChange> need(Action action, List<Chord> wanted) {
        if (action.mustHaveKey()) {
            if (wanted.isEmpty()) {
                return Optional.of(new KeyChange.NeedsKey(action));
            }
            for (Chord chord : wanted) {
                if (chord.types(keyboard)) {
                    return Optional.of(new KeyChange.Types(action, chord));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<KeyChange> refusal(Action action, List<Chord> wanted, boolean force) {
        Optional<KeyChange> need = need(action, wanted);
        if (need.isPresent()) {
            return need;
        }
        for (Chord chord : wanted) {
            for (Action other : owners(action, List.of(chord))) {
                if (!force) {
                    return Optional.of(new KeyChange.Taken(other, chord));
                }
                if (other.mustHaveKey() && without(keys(other), wanted).isEmpty()) {
                    return Optional.of(new KeyChange.NeedsKey(other));
                }
            }
        }
        return Optional.empty();
    }

    private List<Action> owners(Action action, List<Chord> chords) {
        return chords.stream()
                .flatMap(chord -> actions(chord).stream())
                .filter(other -> other != action && other.overlaps(action))
                .distinct()
                .toList();
    }

    private static List<Chord> without(List<Chord> chords, List<Chord> gone) {
        return chords.stream().filter(chord -> !gone.contains(chord)).toList();
    }

    /// Hands out the keys, to those first who go first.
    private void resolve() {
        held.clear();
        byChord.clear();
        List<Action> inOrder = new ArrayList<>(actions.all());
        inOrder.sort(
                Comparator.comparing((Action action) -> !action.mustHaveKey())
                        .thenComparing(action -> !isChanged(action)));
        for (Action action : inOrder) {
            List<Chord> wanted = changed.getOrDefault(action.id(), action.defaultKeys());
            if (!give(action, wanted) && action.mustHaveKey()) {
                give(action, action.defaultKeys());
            }
        }
        revision.set(revision.get() + 1);
    }

    /// @return whether it got any
    private boolean give(Action action, List<Chord> wanted) {
        List<Chord> got =
                wanted.stream()
                        .filter(chord -> owners(action, List.of(chord)).isEmpty())
                        .filter(chord -> !action.mustHaveKey() || !chord.types(keyboard))
                        .toList();
        held.put(action, got);
        for (Chord chord : got) {
            byChord.computeIfAbsent(chord, c -> new ArrayList<>()).add(action);
        }
        return !got.isEmpty();
    }
}
