package plumbline.ui.action;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/// Runs actions by their keys. Letters are left to whoever types, the space bar to the control that
/// has the keyboard. What is typed when nobody types goes to those who wait for it, unless an
/// action has that key.
///
/// Threads: FX thread.
public final class KeyDispatcher {
    private final KeyMap keys;
    private BooleanSupplier cardOpen = () -> false;
    private Consumer<String> letters = text -> {};
    private Consumer<String> digits = text -> {};

    public KeyDispatcher(KeyMap keys) {
        this.keys = keys;
    }

    /// @param open whether a card lies over the window, so that only [Scope#ALWAYS] holds
    public void cardOpen(BooleanSupplier open) {
        cardOpen = open;
    }

    /// @param hook gets the letter that was typed; the next one goes to whoever has the keyboard by
    ///   then
    public void onLetters(Consumer<String> hook) {
        letters = hook;
    }

    /// @param hook gets the digit that was typed
    public void onDigits(Consumer<String> hook) {
        digits = hook;
    }

    /// Listens to the keys of a scene, until the subscription is ended.
    public Subscription install(Scene scene) {
        Ear ear = new Ear();
        EventHandler<KeyEvent> before = ear::before;
        EventHandler<KeyEvent> pressed = ear::pressed;
        EventHandler<KeyEvent> beforeTyped = ear::beforeTyped;
        EventHandler<KeyEvent> typed = ear::typed;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, before);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, beforeTyped);
        scene.addEventHandler(KeyEvent.KEY_TYPED, typed);
        return () -> {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, before);
            scene.removeEventHandler(KeyEvent.KEY_PRESSED, pressed);
            scene.removeEventFilter(KeyEvent.KEY_TYPED, beforeTyped);
            scene.removeEventHandler(KeyEvent.KEY_TYPED, typed);
        };
    }

    private boolean runs(Chord chord, KeyEvent e, boolean onlyFirst) {
        for (Action action : keys.actions(chord)) {
            if ((!onlyFirst || action.comesFirst()) && isHeard(action, chord, e) && action.run()) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeard(Action action, Chord chord, KeyEvent e) {
        if (cardOpen.getAsBoolean() && action.scope() != Scope.ALWAYS) {
            return false;
        }
        if (isTyping(e)
                && (action.scope() == Scope.UNLESS_TYPING || chord.types(keys.keyboard()))) {
            return false;
        }
        return !chord.isSpace() || !(e.getTarget() instanceof Control);
    }

    private static boolean isTyping(KeyEvent e) {
        return switch (e.getTarget()) {
            case TextInputControl text -> true;
            case ComboBoxBase<?> box -> box.isEditable();
            case Spinner<?> spinner -> spinner.isEditable();
            default -> false;
        };
    }

    /// What one scene has heard of the key that is down.
    private final class Ear {
        /// An action was run: its letter is not for whoever has the keyboard now.
        private boolean swallows;

        /// Nobody wanted the key, and no action has it.
        private boolean free;

        void before(KeyEvent e) {
            swallows = false;
            free = false;
            if (!(e.getTarget() instanceof CatchesKeys)) {
                Chord.of(e, keys.keyboard()).ifPresent(chord -> ran(runs(chord, e, true), e));
            }
        }

        void pressed(KeyEvent e) {
            if (e.getTarget() instanceof CatchesKeys) {
                return;
            }
            Optional<Chord> chord = Chord.of(e, keys.keyboard());
            free = chord.isEmpty() || keys.actions(chord.get()).isEmpty();
            chord.ifPresent(c -> ran(runs(c, e, false), e));
        }

        private void ran(boolean done, KeyEvent e) {
            if (done) {
                swallows = true;
                e.consume();
            }
        }

        void beforeTyped(KeyEvent e) {
            if (swallows) {
                e.consume();
            }
        }

        void typed(KeyEvent e) {
            String text = e.getCharacter();
            boolean held = e.isControlDown() || e.isAltDown() || e.isMetaDown();
            if (!free || held || text.isEmpty() || isTyping(e) || cardOpen.getAsBoolean()) {
                return;
            }
            int letter = text.codePointAt(0);
            if (Character.isLetter(letter)) {
                letters.accept(text);
            } else if (Character.isDigit(letter)) {
                digits.accept(text);
            } else {
                // a sign that is on another key here than where it was named: Shift+7 for a slash
                KeyNames.ofSign(text).ifPresent(code -> ran(runs(Chord.of(code), e, false), e));
            }
        }
    }
}
