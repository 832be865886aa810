package plumbline.ui.action;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The last changes, which can be taken back and made again. A new change forgets those that were
/// taken back.
///
/// Threads: FX thread.
public final class UndoHistory {
    private final int most;
    private final Deque<Change> done = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private boolean working;

    /// One step.
    ///
    /// @param name for the user: `Move the line`
    /// @param redo makes the change
    /// @param undo takes it back
    public record Change(String name, Runnable redo, Runnable undo) {}

    /// @param most changes that are remembered
    public UndoHistory(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be >= 1, was " + most);
        }
        this.most = most;
    }

    /// Makes a change and remembers it; one that fails is not remembered.
    public void run(Change change) {
        work(change.redo());
        add(change);
    }

    /// Remembers a change that is made already, as by a drag.
    ///
    /// @throws IllegalStateException if it is part of a change that is made or taken back now
    public void add(Change change) {
        if (working) {
            throw new IllegalStateException("a change within a change: " + change.name());
        }
        undone.clear();
        done.push(change);
        if (done.size() > most) {
            done.removeLast();
        }
        show();
    }

    /// Takes the last change back, if there is one; if that fails it stays the last change.
    public void undo() {
        Change change = done.peek();
        if (change != null) {
            work(change.undo());
            undone.push(done.pop());
            show();
        }
    }

    /// Makes the change again that was taken back last, if there is one.
    public void redo() {
        Change change = undone.peek();
        if (change != null) {
            work(change.redo());
            done.push(undone.pop());
            show();
        }
    }

    public void clear() {
        done.clear();
        undone.clear();
        show();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /// What [#undo] would take back; empty if nothing.
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /// What [#redo] would make again; empty if nothing.
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    private void work(Runnable step) {
        if (working) {
            throw new IllegalStateException("a change within a change");
        }
        working = true;
        try {
            step.run();
        } finally {
            working = false;
        }
    }

    private void show() {
        canUndo.set(!done.isEmpty());
        canRedo.set(!undone.isEmpty());
        undoName.set(name(done));
        redoName.set(name(undone));
    }

    private static String name(Deque<Change> changes) {
        Change next = changes.peek();
        return next == null ? "" : next.name();
    }
}
