package plumbline.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text that is being written, as UTF-8 bytes, without garbage per number.
///
/// Not thread-safe.
public final class WireText {
    private static final long[] POWERS = powers();

    private byte[] bytes;
    private int length;

    /// @param capacity bytes expected
    public WireText(int capacity) {
        bytes = new byte[Math.max(64, capacity)];
    }

    private static long[] powers() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /// Appends as it is; the caller has escaped what needs it.
    public WireText text(String text) {
        int n = text.length();
        room(3 * n);
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                byte[] rest = text.substring(i).getBytes(StandardCharsets.UTF_8);
                room(rest.length);
                System.arraycopy(rest, 0, bytes, length, rest.length);
                length += rest.length;
                return this;
            }
            bytes[length++] = (byte) c;
        }
        return this;
    }

    /// Appends one ASCII character.
    public WireText character(char c) {
        room(1);
        bytes[length++] = (byte) c;
        return this;
    }

    /// Appends a whole number.
    public WireText number(long value) {
        if (value < 0) {
            return text(Long.toString(value));
        }
        return digits(value, digitsOf(value));
    }

    /// Appends `units * 10^-decimals` in quotes with exactly `shown` decimals; what is more is cut
    /// off.
    ///
    /// @param units not negative
    public WireText quoted(long units, int decimals, int shown) {
        if (decimals > shown) {
            return quoted(units / POWERS[decimals - shown], shown, shown);
        }
        long whole = units / POWERS[decimals];
        character('"');
        number(whole);
        if (shown > 0) {
            character('.');
        }
        digits(units - whole * POWERS[decimals], decimals);
        for (int i = decimals; i < shown; i++) {
            character('0');
        }
        return character('"');
    }

    private WireText digits(long value, int count) {
        room(count);
        long rest = value;
        for (int i = length + count - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
        return this;
    }

    private static int digitsOf(long value) {
        int digits = 1;
        while (digits < POWERS.length && value >= POWERS[digits]) {
            digits++;
        }
        return digits;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    /// What was written so far.
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
