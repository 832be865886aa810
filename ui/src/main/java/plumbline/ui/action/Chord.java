package plumbline.ui.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A key together with what is held down: `Ctrl+Shift+K`.
///
/// Threads: any thread.
///
/// @param code no modifier, and none of the number pad's digits, which count as the others
/// @param shortcut Ctrl, on macOS Command
/// @param meta the other one: Windows, on macOS Control
public record Chord(KeyCode code, boolean shortcut, boolean alt, boolean shift, boolean meta) {

    /// @throws IllegalArgumentException if `code` is a modifier or no key at all
    public Chord {
        if (code.isModifierKey() || code == KeyCode.UNDEFINED) {
            throw new IllegalArgumentException("no key of its own: " + code);
        }
        code = KeyNames.withoutPad(code);
    }

    /// A key with nothing held down.
    public static Chord of(KeyCode code) {
        return new Chord(code, false, false, false, false);
    }

    /// What was pressed; nothing if it was only a modifier, or a key that has no name.
    public static Optional<Chord> of(KeyEvent e, Keyboard keyboard) {
        KeyCode code = e.getCode();
        if (code.isModifierKey() || code == KeyCode.UNDEFINED) {
            return Optional.empty();
        }
        boolean mac = keyboard == Keyboard.MAC;
        return Optional.of(
                new Chord(
                        code,
                        mac ? e.isMetaDown() : e.isControlDown(),
                        e.isAltDown(),
                        e.isShiftDown(),
                        mac ? e.isControlDown() : e.isMetaDown()));
    }

    /// Reads what [#toString] writes; `Ctrl+/` and `Ctrl+1` are understood too.
    ///
    /// @throws IllegalArgumentException if `text` is no chord
    public static Chord parse(String text) {
        String[] parts = text.strip().split("\\+", -1);
        boolean shortcut = false;
        boolean alt = false;
        boolean shift = false;
        boolean meta = false;
        for (int i = 0; i < parts.length - 1; i++) {
            switch (parts[i].strip().toLowerCase(Locale.ROOT)) {
                case "ctrl" -> shortcut = true;
                case "alt" -> alt = true;
                case "shift" -> shift = true;
                case "meta" -> meta = true;
                default -> throw new IllegalArgumentException("no keys: " + text);
            }
        }
        KeyCode code =
                KeyNames.code(parts[parts.length - 1].strip())
                        .orElseThrow(() -> new IllegalArgumentException("no keys: " + text));
        return new Chord(code, shortcut, alt, shift, meta);
    }

    /// Whether it writes a character into a text field.
    public boolean types(Keyboard keyboard) {
        boolean character =
                code.isLetterKey()
                        || code.isDigitKey()
                        || code.isWhitespaceKey() && code != KeyCode.ENTER && code != KeyCode.TAB
                        || KeyNames.isSign(code);
        boolean plain = !shortcut && !meta && !alt;
        // Ctrl with Alt is AltGr; Option writes signs on macOS
        boolean alternate = keyboard == Keyboard.MAC ? alt && !shortcut && !meta : shortcut && alt;
        return character && (plain || alternate);
    }

    /// Whether it is the space bar, which presses the control that has the keyboard.
    boolean isSpace() {
        return code == KeyCode.SPACE && !shortcut && !alt && !meta;
    }

    /// As people read it: `Ctrl+Shift+K`, on macOS `⇧⌘K`.
    public String text(Keyboard keyboard) {
        return keyboard == Keyboard.MAC
                ? (meta ? "⌃" : "")
                        + (alt ? "⌥" : "")
                        + (shift ? "⇧" : "")
                        + (shortcut ? "⌘" : "")
                        + KeyNames.shown(code, keyboard)
                : joined(KeyNames.shown(code, keyboard), "Win");
    }

    /// The form that is kept in files; the same on each system.
    @Override
    public String toString() {
        return joined(code.name(), "Meta");
    }

    private String joined(String key, String metaName) {
        List<String> parts = new ArrayList<>();
        if (shortcut) {
            parts.add("Ctrl");
        }
        if (alt) {
            parts.add("Alt");
        }
        if (shift) {
            parts.add("Shift");
        }
        if (meta) {
            parts.add(metaName);
        }
        parts.add(key);
        return String.join("+", parts);
    }
}
