package plumbline.engine.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds what a mistyped name was meant to be.
public final class Suggestions {
    private static final int MOST = 3;

    private Suggestions() {}

    /// One sentence: `no strategy 'sma-cros'; did you mean sma-cross?`, or the known names when
    /// none is near.
    public static String unknown(String what, String name, Collection<String> known) {
        String sentence = "no " + what + " '" + name + "'";
        List<String> near = to(name, known);
        if (!near.isEmpty()) {
            return sentence + "; did you mean " + String.join(" or ", near) + "?";
        }
        if (known.isEmpty()) {
            return sentence;
        }
        return sentence + "; known are " + String.join(", ", known.stream().limit(20).toList());
    }

    /// The known names within a third of `name`'s length in edits, or that contain it, nearest
    /// first.
    public static List<String> to(String name, Collection<String> known) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int limit = Math.max(2, wanted.length() / 3);
        return known.stream()
                .filter(k ->
                        edits(wanted, k.toLowerCase(Locale.ROOT)) <= limit || shares(wanted, k))
                .sorted(Comparator.comparingInt(k -> edits(wanted, k.toLowerCase(Locale.ROOT))))
                .limit(MOST)
                .toList();
    }

    private static boolean shares(String wanted, String known) {
        return wanted.length() >= 3 && known.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /// Damerau-Levenshtein distance (optimal string alignment).
    private static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] =
                        Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
