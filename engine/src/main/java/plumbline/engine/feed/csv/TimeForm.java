package plumbline.engine.feed.csv;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the times of a file are written: one way for all its rows.
///
/// @param order of day, month and year; it counts for [Kind#DATE] only
/// @param pattern of dates as the user says, `null` if nothing was said but the order
public record TimeForm(Kind kind, DateOrder order, @Nullable DatePattern pattern) {
    /// ISO-8601 and what is close to it: `2025-07-17T08:00:00Z`, `20250717 08:00`.
    public static final TimeForm ISO = new TimeForm(Kind.DATE, DateOrder.YMD, null);

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
        MDY("month first"),
        /// Months without a day: `2021-03`, `03/2021`, `Mar 2021`, `202103`.
        YM("months");

        /// Those that have a day.
        static final List<DateOrder> DAYS = List.of(YMD, DMY, MDY);

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
        return new TimeForm(kind, DateOrder.YMD, null);
    }

    public static TimeForm of(DateOrder order) {
        return new TimeForm(Kind.DATE, order, null);
    }

    /// The form that a user names: `dmy`, `s`, `ms`, `us`, `ns`, `excel`, or a [DatePattern].
    public static Optional<TimeForm> named(String name) {
        for (Kind kind : Kind.values()) {
            if (!kind.code.isEmpty() && kind.code.equalsIgnoreCase(name.strip())) {
                return Optional.of(of(kind));
            }
        }
        for (DateOrder order : DateOrder.values()) {
            if (order.name().equalsIgnoreCase(name.strip())) {
                return Optional.of(of(order));
            }
        }
        return DatePattern.of(name.strip())
                .map(pattern -> new TimeForm(Kind.DATE, pattern.order(), pattern));
    }

    /// For people: `dates, day first`.
    public String text() {
        if (kind != Kind.DATE) {
            return kind.text;
        }
        return kind.text + ", " + (pattern == null ? order.text : "'" + pattern + "'");
    }
}
