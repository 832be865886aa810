package plumbline.ui.action;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import plumbline.ui.text.Texts;

/// Something that can be done in the window.
///
/// Threads: FX thread.
public final class Action {
    private final Maker made;
    private final Runnable work;

    private Action(Maker made, Runnable work) {
        this.made = made;
        this.work = work;
    }

    /// An action that is called by the text `action.ID`.
    ///
    /// @param id words and dots: `chart.backtest`
    /// @throws IllegalArgumentException if the id is not written so, or has no text
    public static Maker of(String id, ActionGroup group) {
        return new Maker(id, Texts.of("action." + id), group);
    }

    /// An action that is called `title`.
    ///
    /// @throws IllegalArgumentException if the id is not words and dots
    public static Maker titled(String id, String title, ActionGroup group) {
        return new Maker(id, title, group);
    }

    public String id() {
        return made.id;
    }

    public String title() {
        return made.title;
    }

    public ActionGroup group() {
        return made.group;
    }

    public @Nullable Ikon icon() {
        return made.icon;
    }

    /// The keys that it has until the user changes them.
    public List<Chord> defaultKeys() {
        return List.copyOf(made.keys);
    }

    public Scope scope() {
        return made.scope;
    }

    /// Whether its keys come before whoever has the keyboard.
    public boolean comesFirst() {
        return made.first;
    }

    /// Whether it can not be left without a key.
    public boolean mustHaveKey() {
        return made.mustHaveKey;
    }

    /// Whether it can be done now.
    public ObservableValue<Boolean> enabled() {
        return made.enabled;
    }

    /// Does it, if it can be done now.
    ///
    /// @return whether it was done
    public boolean run() {
        if (!made.enabled.getValue()) {
            return false;
        }
        work.run();
        return true;
    }

    /// Whether one key could mean both. In two different places it cannot.
    boolean overlaps(Action other) {
        return made.place.isEmpty()
                || other.made.place.isEmpty()
                || made.place.equals(other.made.place);
    }

    @Override
    public String toString() {
        return made.id;
    }

    /// What an action is made of. What is not said: no icon, no keys, always enabled, everywhere
    /// unless somebody types.
    public static final class Maker {
        private final String id;
        private final String title;
        private final ActionGroup group;
        private final List<Chord> keys = new ArrayList<>();
        private @Nullable Ikon icon;
        private Scope scope = Scope.UNLESS_TYPING;
        private String place = "";
        private boolean first;
        private boolean mustHaveKey;
        private ObservableValue<Boolean> enabled = new SimpleBooleanProperty(true);

        private Maker(String id, String title, ActionGroup group) {
            if (!id.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*")) {
                throw new IllegalArgumentException("an id is words and dots, was " + id);
            }
            this.id = id;
            this.title = title;
            this.group = group;
        }

        public Maker icon(Ikon newIcon) {
            icon = newIcon;
            return this;
        }

        /// The keys as [Chord#parse] reads them: `keys("Ctrl+K", "F2")`.
        public Maker keys(String... chords) {
            for (String chord : chords) {
                keys.add(Chord.parse(chord));
            }
            return this;
        }

        public Maker scope(Scope newScope) {
            scope = newScope;
            return this;
        }

        /// The keys hold only in this part of the window, which `enabled` sees to; an action of
        /// another place may have the same.
        public Maker place(String newPlace) {
            place = newPlace;
            return this;
        }

        /// Before whoever has the keyboard: a button takes Escape, a text field Alt and the arrows.
        public Maker first() {
            first = true;
            return this;
        }

        /// The user can change its keys, but not take the last one.
        public Maker mustHaveKey() {
            mustHaveKey = true;
            return this;
        }

        public Maker enabled(ObservableValue<Boolean> newEnabled) {
            enabled = newEnabled;
            return this;
        }

        /// The action, which does `work`.
        public Action run(Runnable work) {
            return new Action(this, work);
        }
    }
}
