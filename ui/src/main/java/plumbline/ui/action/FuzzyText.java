package plumbline.ui.action;

/// A text that is looked through often, made ready for it.
///
/// Threads: any thread.
///
/// @param title in small letters, as long as it was
/// @param detail in small letters
/// @param starts what each letter of the title is worth for its place: most at the start of the
///   text, much at the start of a word
/// @param mask has a bit for each letter that is in it
public record FuzzyText(String title, String detail, byte[] starts, long mask) {
    private static final byte FIRST = 12;
    private static final byte WORD = 9;

    public static FuzzyText of(String title) {
        return of(title, "");
    }

    public static FuzzyText of(String title, String detail) {
        byte[] starts = new byte[title.length()];
        for (int i = 0; i < starts.length; i++) {
            if (isStart(title, i)) {
                starts[i] = i == 0 ? FIRST : WORD;
            }
        }
        String low = lower(title);
        String lowDetail = lower(detail);
        return new FuzzyText(low, lowDetail, starts, mask(low) | mask(lowDetail));
    }

    private static boolean isStart(String text, int i) {
        char c = text.charAt(i);
        if (!Character.isLetterOrDigit(c)) {
            return false;
        }
        if (i == 0) {
            return true;
        }
        char before = text.charAt(i - 1);
        return !Character.isLetterOrDigit(before)
                || Character.isUpperCase(c) && Character.isLowerCase(before)
                || Character.isDigit(c) && !Character.isDigit(before);
    }

    /// Letter by letter, so that the length stays.
    static String lower(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        return new String(letters);
    }

    /// Two letters may share a bit: what lacks a bit lacks the letter, not the other way round.
    static long mask(String lower) {
        long mask = 0;
        for (int i = 0; i < lower.length(); i++) {
            mask |= 1L << (lower.charAt(i) & 63);
        }
        return mask;
    }
}
