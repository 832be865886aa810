package plumbline.ui.action;

import java.util.Arrays;
import java.util.BitSet;

/// What somebody typed, to be looked for in many texts. Each word must be found, in any order: its
/// letters in their order in the title, or as they stand in the detail. Starts of words and letters
/// next to each other count more, gaps less.
///
/// Threads: not thread-safe, because room is used again.
public final class FuzzyMatch {
    /// The score of a text that does not match.
    public static final int NONE = -1;

    private static final int LETTER = 16;
    private static final int NEXT = 12;
    private static final int GAP = 5;
    private static final int LOST = Integer.MIN_VALUE / 2;

    /// The shorter of two texts that match equally goes first.
    private static final int LENGTHS = 256;

    private final String[] words;
    private final long mask;
    private int[] ends = new int[0];
    private int[] reach = new int[0];

    private FuzzyMatch(String[] words, long mask) {
        this.words = words;
        this.mask = mask;
    }

    /// @param query words with spaces between; no words match everything
    public static FuzzyMatch of(String query) {
        String lower = FuzzyText.lower(query).strip();
        String[] words = lower.isEmpty() ? new String[0] : lower.split("\\s+");
        return new FuzzyMatch(words, FuzzyText.mask(String.join("", words)));
    }

    public boolean isEmpty() {
        return words.length == 0;
    }

    /// How well a text matches, the more the better; [#NONE] if it does not.
    public int score(FuzzyText text) {
        if ((mask & ~text.mask()) != 0) {
            return NONE;
        }
        int sum = 0;
        for (String word : words) {
            int inTitle = inTitle(word, text);
            if (inTitle != LOST) {
                sum += Math.max(1, inTitle);
            } else if (text.detail().contains(word)) {
                sum += word.length();
            } else {
                return NONE;
            }
        }
        return sum * LENGTHS + LENGTHS - 1 - Math.min(LENGTHS - 1, text.title().length());
    }

    /// Where in the title of a text that matches the letters were found.
    public BitSet positions(FuzzyText text) {
        BitSet found = new BitSet();
        for (String word : words) {
            if (inTitle(word, text) != LOST) {
                trace(word, text, found);
            }
        }
        return found;
    }

    /// Fills, for each letter of the word, `ends` with the best score of what ends at a letter of
    /// the title, and `reach` with the best that ends there or before, less the gap since.
    private int inTitle(String word, FuzzyText text) {
        String title = text.title();
        int n = title.length();
        int m = word.length();
        if (m > n || !isWithin(word, title)) {
            return LOST;
        }
        if (ends.length < n * m) {
            ends = new int[n * m];
            reach = new int[n * m];
        }
        for (int j = 0; j < m; j++) {
            fillRow(j, word.charAt(j), text);
        }
        int best = LOST;
        for (int i = n * (m - 1); i < n * m; i++) {
            best = Math.max(best, ends[i]);
        }
        return best;
    }

    private static boolean isWithin(String word, String title) {
        int at = -1;
        for (int j = 0; j < word.length(); j++) {
            at = title.indexOf(word.charAt(j), at + 1);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    private void fillRow(int j, char letter, FuzzyText text) {
        String title = text.title();
        byte[] starts = text.starts();
        int n = title.length();
        int row = j * n;
        int before = row - n;
        int carried = LOST;
        for (int i = 0; i < n; i++) {
            int here = LOST;
            if (title.charAt(i) == letter) {
                if (j == 0) {
                    here = LETTER + 2 * starts[i];
                } else if (i > 0) {
                    int next = ends[before + i - 1] + NEXT;
                    here = Math.max(next, reach[before + i - 1] + starts[i]) + LETTER;
                    here = here < LOST / 2 ? LOST : here;
                }
            }
            ends[row + i] = here;
            carried = Math.max(here - GAP, carried - 1);
            reach[row + i] = carried;
        }
    }

    /// Walks back from the best end, over `ends` and `reach` of this word.
    private void trace(String word, FuzzyText text, BitSet found) {
        int n = text.title().length();
        int last = word.length() - 1;
        int at = 0;
        for (int i = 1; i < n; i++) {
            at = ends[last * n + i] > ends[last * n + at] ? i : at;
        }
        found.set(at);
        for (int j = last; j > 0; j--) {
            int before = (j - 1) * n;
            int next = ends[before + at - 1] + NEXT;
            if (next >= reach[before + at - 1] + text.starts()[at]) {
                at--;
            } else {
                int wanted = reach[before + at - 1];
                int gap = 0;
                at--;
                while (ends[before + at] - GAP - gap != wanted) {
                    at--;
                    gap++;
                }
            }
            found.set(at);
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(words);
    }
}
