package plumbline.engine.feed.csv;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Walks through a text of digits, letters and signs.
///
/// Not thread-safe.
class TextCursor {
    byte[] text = {};
    int at;
    int end;

    /// Begins at the start of `bytes[from..to)`.
    final void set(byte[] bytes, int from, int to) {
        text = bytes;
        at = from;
        end = to;
    }

    final boolean isDigits(int count) {
        return digitsFrom(at) == count;
    }

    final int digitsFrom(int start) {
        int i = start;
        while (i < end && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i - start;
    }

    final int number(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            value = value * 10 + text[at++] - '0';
        }
        return value;
    }

    /// The letters from here on, small.
    final String word() {
        int from = at;
        while (at < end
                && (text[at] >= 'A' && text[at] <= 'Z' || text[at] >= 'a' && text[at] <= 'z')) {
            at++;
        }
        return from == at
                ? ""
                : new String(text, from, at - from, StandardCharsets.US_ASCII)
                        .toLowerCase(Locale.ROOT);
    }

    final void skip(char one) {
        if (at < end && text[at] == one) {
            at++;
        }
    }

    final void skipBlanks() {
        while (at < end && text[at] == ' ') {
            at++;
        }
    }
}
