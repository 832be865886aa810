package plumbline.engine.config;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.engine.text.Fractions;
import plumbline.engine.text.Suggestions;

/// What a value may be: how it is read and written, and what is allowed.
///
/// Threads: any.
///
/// @param <T> of the value
public final class ConfigType<T> {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?\\d{1,300}(\\.\\d{0,300})?([eE][+-]?\\d{1,3})?");

    private static final String YES = "yes";
    private static final String NO = "no";

    private final String allowed;
    private final List<String> choices;
    private final Function<String, @Nullable T> reader;
    private final Function<T, String> writer;

    private ConfigType(
            String allowed,
            List<String> choices,
            Function<String, @Nullable T> reader,
            Function<T, String> writer) {
        this.allowed = allowed;
        this.choices = choices;
        this.reader = reader;
        this.writer = writer;
    }

    /// One of a few words.
    public static ConfigType<String> oneOf(List<String> choices) {
        return new ConfigType<>(
                String.join(", ", choices.subList(0, choices.size() - 1))
                        + " or "
                        + choices.getLast(),
                List.copyOf(choices),
                text ->
                        choices.stream()
                                .filter(text.toLowerCase(Locale.ROOT)::equals)
                                .findFirst()
                                .orElse(null),
                text -> text);
    }

    /// Yes or no.
    public static ConfigType<Boolean> yesNo() {
        return new ConfigType<>(
                "yes or no",
                List.of(YES, NO),
                text ->
                        switch (text.toLowerCase(Locale.ROOT)) {
                            case YES, "true" -> Boolean.TRUE; // what YAML has for it
                            case NO, "false" -> Boolean.FALSE;
                            default -> null;
                        },
                value -> value ? YES : NO);
    }

    /// Any text that is `right`.
    ///
    /// @param allowed for people: `an address like jdbc:postgresql://host/database`
    public static ConfigType<String> text(String allowed, Predicate<String> right) {
        return new ConfigType<>(
                allowed, List.of(), text -> right.test(text) ? text : null, text -> text);
    }

    public static ConfigType<Integer> whole(int least, int most) {
        return new ConfigType<>(
                "a whole number from " + least + " to " + most,
                List.of(),
                text -> {
                    double value = number(text);
                    return value == Math.rint(value) && value >= least && value <= most
                            ? (Integer) (int) value
                            : null;
                },
                String::valueOf);
    }

    public static ConfigType<Double> number(double least, double most) {
        return new ConfigType<>(
                "a number from " + Fractions.plain(least) + " to " + Fractions.plain(most),
                List.of(),
                text -> {
                    double value = number(text);
                    return value >= least && value <= most ? (Double) value : null;
                },
                Fractions::plain);
    }

    /// A part of a whole, from 0 to below 1: `0.1%`, `10bp` or `0.001`.
    public static ConfigType<Double> fraction() {
        return new ConfigType<>(
                "a fraction like 0.1%, 10bp or 0.001, from 0 to below 1",
                List.of(),
                text -> {
                    try {
                        double value = Fractions.parse(text);
                        return value >= 0 && value < 1 ? (Double) value : null;
                    } catch (NumberFormatException e) {
                        return null;
                    }
                },
                Fractions::percent);
    }

    private static double number(String text) {
        // the language's own reader also takes 1d, 0x1p3 and Infinity
        return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    /// What is allowed, for people.
    public String allowed() {
        return allowed;
    }

    /// All that it may be, as it is written; empty if that is no matter of a few words.
    public List<String> choices() {
        return choices;
    }

    /// The choice that `text` means: `yes` for `true`.
    ///
    /// @throws IllegalArgumentException that says what is allowed
    public String written(String text) {
        return writer.apply(read(text));
    }

    /// What `text` means.
    ///
    /// @throws IllegalArgumentException that says what is allowed
    public T read(String text) {
        T value = reader.apply(text.strip());
        if (value == null) {
            List<String> near = Suggestions.to(text, choices);
            throw new IllegalArgumentException(
                    "must be "
                            + allowed
                            + ", was '"
                            + shown(text)
                            + "'"
                            + (near.isEmpty() ? "" : "; did you mean " + near.getFirst() + "?"));
        }
        return value;
    }

    /// Without what an address should not have in it and may: who signs in, and passwords.
    static String shown(String text) {
        return text.contains("://")
                ? text.replaceFirst("//[^/]*@", "//").replaceFirst("[?;].*", "")
                : text;
    }

    /// How a value is written.
    public String write(T value) {
        return writer.apply(value);
    }
}
