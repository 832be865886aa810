package plumbline.engine.feed.csv;

/// Takes a time of day apart, as people and programs write it.
///
/// Not thread-safe: one instance for one stream.
final class ClockText extends TextCursor {
    private static final int NONE = Integer.MIN_VALUE;

    private int millisOfDay;

    /// Milliseconds since midnight of the last text.
    int millisOfDay() {
        return millisOfDay;
    }

    /// Reads the time of day at the start of `bytes[from..to)`.
    ///
    /// @return where it ends, or a negative number if there is none
    int read(byte[] bytes, int from, int to) {
        set(bytes, from, to);
        return isClock() ? at : -1;
    }

    /// `9:30`, `09:30:00.000`, `093000`, `9 PM`, `07-PM`.
    private boolean isClock() {
        int digits = digitsFrom(at);
        int hour;
        int minute = 0;
        int second = 0;
        int milli = 0;
        boolean full = true;
        if (digits == 4 || digits == 6 || digits == 9) {
            hour = number(2);
            minute = number(2);
            second = digits > 4 ? number(2) : 0;
            milli = digits > 6 ? number(3) : 0;
        } else if (digits == 1 || digits == 2) {
            hour = number(digits);
            full = at < end && text[at] == ':';
            if (full) {
                minute = sixty();
            }
            if (full && at < end && text[at] == ':') {
                second = sixty();
                milli = at < end && (text[at] == '.' || text[at] == ',') ? fraction() : 0;
            }
        } else {
            return false;
        }
        int half = half();
        if (half >= 0) {
            hour = hour < 1 || hour > 12 ? NONE : hour % 12 + half;
        } else if (!full) {
            return false;
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return false;
        }
        millisOfDay = ((hour * 60 + minute) * 60 + second) * 1000 + milli;
        return milli >= 0;
    }

    /// Two digits behind a colon, or -1.
    private int sixty() {
        at++;
        return digitsFrom(at) == 2 ? number(2) : -1;
    }

    /// Milliseconds of the digits behind a point, or -1.
    private int fraction() {
        at++;
        int digits = digitsFrom(at);
        if (digits == 0 || digits > 9) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < 3; i++) {
            value = value * 10 + (i < digits ? text[at + i] - '0' : 0);
        }
        at += digits;
        return value;
    }

    /// 0 for AM and 12 for PM, -1 if neither is there.
    private int half() {
        int from = at;
        if (at < end && (text[at] == ' ' || text[at] == '-')) {
            at++;
        }
        skipNarrowBlank();
        String first = word();
        if (first.equals("am") || first.equals("pm")) {
            skip('.');
            return first.equals("am") ? 0 : 12;
        }
        if ((first.equals("a") || first.equals("p")) && at < end && text[at] == '.') {
            skip('.');
            skip(' ');
            if (word().equals("m")) {
                skip('.');
                return first.equals("a") ? 0 : 12;
            }
        }
        at = from;
        return -1;
    }

    /// U+202F and U+00A0, which some languages have before AM.
    private void skipNarrowBlank() {
        if (at + 2 < end && text[at] == (byte) 0xE2 && text[at + 1] == (byte) 0x80) {
            at += text[at + 2] == (byte) 0xAF ? 3 : 0;
        } else if (at + 1 < end && text[at] == (byte) 0xC2 && text[at + 1] == (byte) 0xA0) {
            at += 2;
        }
    }
}
