package plumbline.engine.text;

/// Text from outside as it may be shown: a file, a name or an address can hold characters that
/// clear a terminal, hide what stands before them or turn the direction of writing.
public final class Printable {
    private Printable() {}

    /// The text with every control character, and every one that changes the direction of writing,
    /// as `\u001b`. Line ends and tabs stay.
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (acts(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (acts(c)) {
                shown.append(String.format("\\u%04x", (int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    private static boolean acts(char c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t'
                || c >= '\u202a' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069'
                || c == '\u200e'
                || c == '\u200f';
    }
}
