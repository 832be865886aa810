package plumbline.engine.feed.csv;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the zone behind a time: `Z`, `+01:00`, `GMT+0100`, `US/Eastern`, `EST`. What stands in
/// brackets behind it is read over.
///
/// Not thread-safe: one instance for one stream.
final class ZoneText {
    /// There is no offset in the text.
    static final int NONE = Integer.MIN_VALUE;

    /// What terminals write behind a time, in hours; only those that mean one thing.
    private static final Map<String, Integer> OFFSETS =
            Map.ofEntries(
                    Map.entry("UTC", 0),
                    Map.entry("GMT", 0),
                    Map.entry("Z", 0),
                    Map.entry("EST", -5),
                    Map.entry("EDT", -4),
                    Map.entry("CDT", -5),
                    Map.entry("MST", -7),
                    Map.entry("MDT", -6),
                    Map.entry("PST", -8),
                    Map.entry("PDT", -7),
                    Map.entry("CET", 1),
                    Map.entry("CEST", 2),
                    Map.entry("EET", 2),
                    Map.entry("EEST", 3),
                    Map.entry("MSK", 3),
                    Map.entry("HKT", 8),
                    Map.entry("SGT", 8),
                    Map.entry("JST", 9),
                    Map.entry("KST", 9),
                    Map.entry("AEST", 10),
                    Map.entry("AEDT", 11));

    private byte[] text = {};
    private int at;
    private int end;
    private int offset = NONE;
    private @Nullable ZoneId region;
    private byte[] lastText = {};
    private @Nullable ZoneId last;

    void clear() {
        offset = NONE;
        region = null;
    }

    /// Seconds east of Greenwich that the last text names, or [#NONE].
    int offset() {
        return offset;
    }

    /// The region that the last text names.
    @Nullable ZoneId region() {
        return region;
    }

    /// Whether `bytes[from..to)` is a zone, or nothing but brackets.
    boolean read(byte[] bytes, int from, int to) {
        text = bytes;
        at = from;
        int stop = from;
        while (stop < to && text[stop] != '[' && text[stop] != '(') {
            stop++;
        }
        int close = stop < to ? text[stop] == '[' ? ']' : ')' : 0;
        if (close != 0 && text[to - 1] != close) {
            return false;
        }
        while (stop > from && text[stop - 1] == ' ') {
            stop--;
        }
        end = stop;
        return from == stop || named();
    }

    private boolean named() {
        int sign = at;
        while (sign < end && text[sign] != '+' && text[sign] != '-') {
            sign++;
        }
        if (sign == at || sign < end && isUtc(at, sign)) {
            return offset(sign);
        }
        ZoneId found = zone();
        if (found instanceof ZoneOffset fixed) {
            offset = fixed.getTotalSeconds();
        } else {
            region = found;
        }
        return found != null;
    }

    private boolean isUtc(int from, int to) {
        String name = new String(text, from, to - from, StandardCharsets.US_ASCII);
        return name.equalsIgnoreCase("UTC") || name.equalsIgnoreCase("GMT");
    }

    /// `+01:00`, `+0100`, `+01`, `+1`.
    private boolean offset(int from) {
        int sign = text[from] == '-' ? -1 : 1;
        at = from + 1;
        int digits = digits();
        if (digits != 4 && digits != 2 && digits != 1) {
            return false;
        }
        int hours = number(digits == 1 ? 1 : 2);
        if (digits == 2 && at < end && text[at] == ':') {
            at++;
            digits = digits() == 2 ? 4 : 0;
        }
        int minutes = digits == 4 ? number(2) : 0;
        offset = sign * (hours * 60 + minutes) * 60;
        return digits > 0 && at == end && hours <= 18 && minutes < 60;
    }

    private int digits() {
        int i = at;
        while (i < end && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i - at;
    }

    private int number(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            value = value * 10 + text[at++] - '0';
        }
        return value;
    }

    /// The zone of that name, mostly that of the row before.
    private @Nullable ZoneId zone() {
        if (!Arrays.equals(lastText, 0, lastText.length, text, at, end)) {
            lastText = Arrays.copyOfRange(text, at, end);
            String name = new String(lastText, StandardCharsets.US_ASCII);
            Integer hours = OFFSETS.get(name.toUpperCase(Locale.ROOT));
            last = hours == null ? id(name) : ZoneOffset.ofHours(hours);
        }
        return last;
    }

    private static @Nullable ZoneId id(String name) {
        try {
            return name.indexOf('/') < 0 ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            return null; // no zone has that name: the text is no time
        }
    }
}
