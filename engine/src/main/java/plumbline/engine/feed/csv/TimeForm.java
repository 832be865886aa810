package plumbline.engine.feed.csv;

import java.util.Locale;
import java.util.Optional;

/// How the times of a file are written: one way for all its rows.
///
/// @param order of day, month and year; it counts for [Kind#DATE] only
public record TimeForm(Kind kind, DateOrder order) {
    /// ISO-8601 and what is close to it: `2025-07-17T08:00:00Z`, `20250717 08:00`.
    public static final TimeForm ISO = new TimeForm(Kind.DATE, DateOrder.YMD);

    /// What a time is made of.
    public enum Kind {
        SECONDS("s", "seconds since 1970"),
        MILLIS("ms", "milliseconds since 1970"),
        MICROS("us", "microseconds since 1970"),
        NANOS("ns", "nanoseconds since 1970"),
        /// Days since 1899-12-30, as spreadsheets count them.
        EXCEL_DAYS("excel", "days of a spreadsheet"),
        /// A date, with or without the time of day.
        DATE("", "dates");

        private final String code;
        private final String text;

        Kind(String code, String text) {
            this.code = code;
            this.text = text;
        }

        /// Whether it counts from 1970.
        public boolean isEpoch() {
            return this != EXCEL_DAYS && this != DATE;
        }
    }

    /// Which of day, month and year comes first.
    public enum DateOrder {
        YMD("year first"),
        DMY("day first"),
        MDY("month first");

        private final String text;

        DateOrder(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /// A form that counts.
    public static TimeForm of(Kind kind) {
        return new TimeForm(kind, DateOrder.YMD);
    }

    public static TimeForm of(DateOrder order) {
        return new TimeForm(Kind.DATE, order);
    }

    /// The form that a user names: `dmy`, `s`, `ms`, `us`, `ns`, `excel`, or a pattern such as
    /// `dd/MM/yyyy HH:mm`, of which the order of its letters counts.
    public static Optional<TimeForm> named(String name) {
        for (Kind kind : Kind.values()) {
            if (!kind.code.isEmpty() && kind.code.equalsIgnoreCase(name.strip())) {
                return Optional.of(of(kind));
            }
        }
        return order(name).map(TimeForm::of);
    }

    private static Optional<DateOrder> order(String pattern) {
        StringBuilder seen = new StringBuilder();
        String date = pattern.contains("d") && pattern.contains("M") ? pattern : lower(pattern);
        for (int i = 0; i < date.length(); i++) {
            char letter = date.charAt(i) == 'u' ? 'y' : date.charAt(i);
            // a capital M is the month; a small one the minute, but where there is no capital
            boolean month = letter == 'M' || letter == 'm' && date.indexOf('M') < 0;
            boolean counts = month || letter == 'd' || letter == 'y';
            String code = month ? "M" : String.valueOf(letter).toUpperCase(Locale.ROOT);
            if (counts && seen.indexOf(code) < 0) {
                seen.append(code);
            }
        }
        return java.util.Arrays.stream(DateOrder.values())
                .filter(order -> order.name().contentEquals(seen))
                .findFirst();
    }

    private static String lower(String pattern) {
        return pattern.toLowerCase(Locale.ROOT);
    }

    /// For people: `dates, day first`.
    public String text() {
        return kind == Kind.DATE ? kind.text + ", " + order.text : kind.text;
    }
}
