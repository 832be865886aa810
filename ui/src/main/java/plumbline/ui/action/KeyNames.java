package plumbline.ui.action;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;

/// How single keys are called.
final class KeyNames {
    private static final Map<KeyCode, String> SIGNS =
            Map.ofEntries(
                    entry(KeyCode.SLASH, "/"),
                    entry(KeyCode.BACK_SLASH, "\\"),
                    entry(KeyCode.EQUALS, "="),
                    entry(KeyCode.PLUS, "+"),
                    entry(KeyCode.MINUS, "-"),
                    entry(KeyCode.COMMA, ","),
                    entry(KeyCode.PERIOD, "."),
                    entry(KeyCode.SEMICOLON, ";"),
                    entry(KeyCode.QUOTE, "'"),
                    entry(KeyCode.BACK_QUOTE, "`"),
                    entry(KeyCode.OPEN_BRACKET, "["),
                    entry(KeyCode.CLOSE_BRACKET, "]"));
    private static final Map<String, KeyCode> CODES =
            SIGNS.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    private static final Map<KeyCode, String> PC =
            Map.of(
                    KeyCode.ADD, "Num +",
                    KeyCode.SUBTRACT, "Num -",
                    KeyCode.MULTIPLY, "Num *",
                    KeyCode.DIVIDE, "Num /",
                    KeyCode.DECIMAL, "Num .");
    private static final Map<KeyCode, String> MAC =
            Map.of(
                    KeyCode.LEFT, "←",
                    KeyCode.RIGHT, "→",
                    KeyCode.UP, "↑",
                    KeyCode.DOWN, "↓",
                    KeyCode.ENTER, "↩",
                    KeyCode.ESCAPE, "⎋",
                    KeyCode.TAB, "⇥",
                    KeyCode.BACK_SPACE, "⌫",
                    KeyCode.DELETE, "⌦");

    private KeyNames() {}

    static boolean isSign(KeyCode code) {
        return SIGNS.containsKey(code);
    }

    /// The key that has this sign on it.
    static Optional<KeyCode> ofSign(String sign) {
        return Optional.ofNullable(CODES.get(sign));
    }

    static KeyCode withoutPad(KeyCode code) {
        return code.isDigitKey() && code.name().startsWith("NUMPAD")
                ? KeyCode.valueOf(code.name().replace("NUMPAD", "DIGIT"))
                : code;
    }

    static String shown(KeyCode code, Keyboard keyboard) {
        String own = keyboard == Keyboard.MAC ? MAC.get(code) : null;
        String name = own == null ? PC.get(code) : own;
        return name == null ? SIGNS.getOrDefault(code, code.getName()) : name;
    }

    /// The key of a name, a sign or a digit.
    static Optional<KeyCode> code(String text) {
        KeyCode sign = CODES.get(text);
        if (sign != null) {
            return Optional.of(sign);
        }
        String name = text.toUpperCase(Locale.ROOT).replace(' ', '_');
        try {
            KeyCode code =
                    KeyCode.valueOf(
                            name.length() == 1 && Character.isDigit(name.charAt(0))
                                    ? "DIGIT" + name
                                    : name);
            return code.isModifierKey() || code == KeyCode.UNDEFINED
                    ? Optional.empty()
                    : Optional.of(code);
        } catch (IllegalArgumentException e) { // no such key
            return Optional.empty();
        }
    }
}
