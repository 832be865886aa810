package plumbline.ui.action;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// All actions of the window, in the order in which they were registered.
///
/// Threads: FX thread.
public final class Actions {
    private final ObservableList<Action> all = FXCollections.observableArrayList();
    private final ObservableList<Action> seen = FXCollections.unmodifiableObservableList(all);

    /// @return `action`
    /// @throws IllegalArgumentException if there is one with this id
    public Action register(Action action) {
        if (find(action.id()).isPresent()) {
            throw new IllegalArgumentException("there is an action " + action.id() + " already");
        }
        all.add(action);
        return action;
    }

    public Optional<Action> find(String id) {
        return all.stream().filter(action -> action.id().equals(id)).findFirst();
    }

    /// @throws IllegalArgumentException if there is none with this id
    public Action get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no action " + id));
    }

    /// Fires when one is registered. Nobody else can change it.
    public ObservableList<Action> all() {
        return seen;
    }
}
