package plumbline.ui.action;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import plumbline.ui.text.Texts;

/// Waits for keys to be pressed and tells them. Escape ends it, and so does going elsewhere.
///
/// Threads: FX thread.
final class ChordField extends Label implements CatchesKeys {
    private boolean over;

    /// @param chosen called with what was pressed
    /// @param ended called when nothing was
    ChordField(Keyboard keyboard, Consumer<Chord> chosen, Runnable ended) {
        super(Texts.of("keyedit.press"));
        getStyleClass().add("chord-field");
        setId("chord-field");
        setFocusTraversable(true);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    e.consume();
                    Chord.of(e, keyboard)
                            .ifPresent(chord ->
                                    end(
                                            chord.equals(Chord.of(KeyCode.ESCAPE))
                                                    ? ended
                                                    : () -> chosen.accept(chord)));
                });
        addEventHandler(KeyEvent.KEY_TYPED, KeyEvent::consume);
        addEventHandler(KeyEvent.KEY_RELEASED, KeyEvent::consume);
        focusedProperty()
                .addListener((value, before, focused) -> {
                    if (!focused) {
                        end(ended);
                    }
                });
    }

    /// Once only: whatever comes next takes the keyboard away.
    private void end(Runnable how) {
        if (!over) {
            over = true;
            how.run();
        }
    }
}
