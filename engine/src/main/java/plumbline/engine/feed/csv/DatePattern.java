package plumbline.engine.feed.csv;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.csv.TimeForm.DateOrder;

/// How a user says that dates are written: `dd/MM/yyyy HH:mm`, `yyMMdd`, `%d.%m.%y`, in the letters
/// of [DateTimeFormatter]. Also taken are capital letters for day and year (`DD/MM/YYYY`), small
/// ones for the month where there is no capital (`dd/mm/yyyy`), and a bare `T`.
///
/// Thread-safe.
public final class DatePattern {
    /// Two digits of a year are one of these hundred, as in [DateText].
    private static final int FIRST_YEAR = 1970;

    /// What is quoted, and what is not.
    private static final Pattern PARTS = Pattern.compile("'[^']*'|[^']+");

    private static final Pattern MONTHS = Pattern.compile("(?<![Hhkm:])mm?m?(?![a-z])");
    private static final Pattern YEARS = Pattern.compile("(?<!u)uu(?!u)");

    /// Year, month and day apart, before the time of day.
    private static final Pattern PLAIN =
            Pattern.compile("(?:(?:u+|M+|d+)[-/. ,]+){2}(?:u+|M+|d+)(?:[^uMd].*)?");

    private static final Map<String, String> PERCENT =
            Map.ofEntries(
                    Map.entry("%Y", "uuuu"),
                    Map.entry("%y", "uu"),
                    Map.entry("%m", "MM"),
                    Map.entry("%d", "dd"),
                    Map.entry("%b", "MMM"),
                    Map.entry("%B", "MMMM"),
                    Map.entry("%H", "HH"),
                    Map.entry("%I", "hh"),
                    Map.entry("%M", "mm"),
                    Map.entry("%S", "ss"),
                    Map.entry("%f", "SSSSSS"),
                    Map.entry("%p", "a"),
                    Map.entry("%z", "xx"),
                    Map.entry("%T", "HH:mm:ss"),
                    Map.entry("%F", "uuuu-MM-dd"));

    private final String written;
    private final boolean plain;
    private final DateOrder order;
    private final DateTimeFormatter formatter;

    private DatePattern(String written, String pattern) {
        this.written = written;
        this.plain = PLAIN.matcher(pattern).matches();
        this.order = order(pattern);
        this.formatter = formatter(pattern);
    }

    private static DateOrder order(String pattern) {
        String code =
                "uMd"
                        .chars()
                        .filter(letter -> pattern.indexOf(letter) >= 0)
                        .boxed()
                        .sorted(Comparator.comparingInt(pattern::indexOf))
                        .map(letter -> letter == 'u' ? "Y" : letter == 'M' ? "M" : "D")
                        .collect(Collectors.joining());
        return Arrays.stream(DateOrder.values())
                .filter(order -> order.name().equals(code))
                .findFirst()
                .orElse(DateOrder.YMD);
    }

    /// The pattern, or empty if it is none, or has no year or no month.
    static Optional<DatePattern> of(String written) {
        String pattern = normal(written);
        if (pattern.indexOf('u') < 0 || pattern.indexOf('M') < 0 && pattern.indexOf('D') < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DatePattern(written, pattern));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the caller says what there can be
        }
    }

    private static String normal(String written) {
        String text = written;
        for (Map.Entry<String, String> one : PERCENT.entrySet()) {
            text = text.replace(one.getKey(), one.getValue());
        }
        StringBuilder normal = new StringBuilder();
        boolean hasMonth = text.indexOf('M') >= 0;
        Matcher parts = PARTS.matcher(text);
        while (parts.find()) {
            String part = parts.group();
            if (!part.startsWith("'")) {
                part = part.replace('Y', 'u').replace('y', 'u').replace("T", "'T'");
                part = part.contains("DDD") ? part : part.replace('D', 'd');
                if (!hasMonth) {
                    Matcher month = MONTHS.matcher(part);
                    part = month.find() ? upper(part, month.start(), month.end()) : part;
                    hasMonth = part.indexOf('M') >= 0;
                }
                part = part.indexOf('a') < 0 ? part.replace('h', 'H') : part;
            }
            normal.append(part);
        }
        return normal.toString();
    }

    private static String upper(String text, int from, int to) {
        return text.substring(0, from)
                + text.substring(from, to).toUpperCase(Locale.ROOT)
                + text.substring(to);
    }

    private static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        Matcher years = YEARS.matcher(pattern);
        int from = 0;
        while (years.find()) {
            append(builder, pattern.substring(from, years.start()));
            builder.appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_YEAR);
            from = years.end();
        }
        append(builder, pattern.substring(from));
        if (pattern.indexOf('d') < 0 && pattern.indexOf('D') < 0) {
            builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
        }
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    private static void append(DateTimeFormatterBuilder builder, String pattern) {
        if (!pattern.isEmpty()) {
            builder.appendPattern(pattern);
        }
    }

    /// Of day, month and year.
    DateOrder order() {
        return order;
    }

    /// Whether it is year, month and day apart, in some order, before the time of day: what
    /// [DateText] reads faster and less strictly.
    boolean isPlain() {
        return plain;
    }

    /// What a text says, `null` if it is not written like that.
    @Nullable TemporalAccessor parse(String text) {
        try {
            return formatter.parse(text);
        } catch (DateTimeParseException e) {
            return null; // the row is told that its time is none
        }
    }

    /// The local time that was parsed; midnight where there was none.
    static LocalDateTime local(TemporalAccessor parsed) {
        LocalTime time = parsed.query(TemporalQueries.localTime());
        return LocalDate.from(parsed).atTime(time == null ? LocalTime.MIDNIGHT : time);
    }

    /// As the user wrote it.
    @Override
    public String toString() {
        return written;
    }
}
