package plumbline.ui.error;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Takes out of a text what must not be shown, copied or kept: passwords and keys, long tokens, and
/// the name of the user's folder.
///
/// Threads: any thread.
public final class Redaction {
    static final String HIDDEN = "***";

    private static final Pattern IN_ADDRESS =
            Pattern.compile("(://[^\\s/:@]*:)[^\\s/]*(?=@)|(://)[^\\s/:@]+(?=@)");
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?i)((?:[\\w.-]*(?:password|passwd|passphrase|pwd|secret|token|signature"
                            + "|api-?key|[_.-]key|(?-i:[a-z]Key))[\"']?\\s*[=:]"
                            + "|\\bkey(?:\\s*=|[\"']\\s*:))\\s*)"
                            + "(\"[^\"]*\"|'[^']*'|[^\\s&;,'\")\\]}]+)");
    private static final Pattern BEARER =
            Pattern.compile("(?i)(authorization\\s*[=:]\\s*)?\\b(bearer|basic)\\s+[^\\s,;\"']{8,}");
    private static final Pattern HEX =
            Pattern.compile("(?<![0-9A-Za-z])(?:0x)?[0-9a-fA-F]{32,}(?![0-9A-Za-z])");
    private static final Pattern LONG =
            Pattern.compile("(?<![0-9A-Za-z+/_-])[0-9A-Za-z+/_-]{32,}={0,2}");

    /// A piece of a token between two slashes.
    private static final int PIECE = 20;

    private static final int DIGITS = 4;

    private Redaction() {}

    /// The text without secrets.
    public static String of(String text) {
        return of(text, System.getProperty("user.home", ""));
    }

    static String of(String text, String home) {
        String shown = text;
        if (home.length() > 1) {
            shown =
                    Pattern.compile(Pattern.quote(home) + "(?![\\w.-])")
                            .matcher(shown)
                            .replaceAll("~");
        }
        shown = IN_ADDRESS.matcher(shown).replaceAll(Redaction::inAddress);
        shown = BEARER.matcher(shown).replaceAll("$2 " + HIDDEN);
        shown = NAMED.matcher(shown).replaceAll("$1" + HIDDEN);
        shown = HEX.matcher(shown).replaceAll(HIDDEN);
        return LONG.matcher(shown).replaceAll(Redaction::token);
    }

    private static String inAddress(MatchResult found) {
        return found.group(1) == null ? found.group(2) + HIDDEN : found.group(1) + HIDDEN;
    }

    /// Names and paths are long too, but read like words.
    private static String token(MatchResult found) {
        String text = found.group();
        boolean padded = text.endsWith("=") || text.contains("+");
        for (String piece : text.split("/")) {
            long digits = piece.chars().filter(Character::isDigit).count();
            boolean upper = piece.chars().anyMatch(Character::isUpperCase);
            boolean lower = piece.chars().anyMatch(Character::isLowerCase);
            boolean mixed = upper && lower && digits > 1;
            boolean dense = digits >= DIGITS && piece.length() >= 32 && !piece.contains("-");
            if (piece.length() >= PIECE && (mixed || dense || padded && digits > 0)) {
                return HIDDEN;
            }
        }
        return text;
    }
}
