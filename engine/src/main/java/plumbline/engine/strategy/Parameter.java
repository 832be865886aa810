package plumbline.engine.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.engine.text.Fractions;

/// One setting of a strategy: its type, range and default. Text forms are what the command line and
/// the window take and show.
public sealed interface Parameter {

    String name();

    /// One phrase for the form and for `strategy show`.
    String description();

    /// The value that is used when none is given: an `Integer`, a `Double` or a `String`.
    Object defaultValue();

    /// Reads a value.
    ///
    /// @throws IllegalArgumentException if `text` is not of the type or out of range; the message
    ///   names the parameter, the value and what is expected
    Object parse(String text);

    /// What may be given, for messages and help: `1 to 5000`.
    String range();

    /// A value as [#parse] takes it.
    default String text(Object value) {
        return value instanceof Double number ? Fractions.plain(number) : value.toString();
    }

    /// A whole number.
    record Whole(String name, String description, Integer defaultValue, int min, int max)
            implements Parameter {
        @Override
        public Integer parse(String text) {
            try {
                int value = Integer.parseInt(text.strip());
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw refused(this, text, e);
            }
            throw refused(this, text, null);
        }

        @Override
        public String range() {
            return "a whole number from " + min + " to " + max;
        }
    }

    /// A number.
    record Decimal(String name, String description, Double defaultValue, double min, double max)
            implements Parameter {
        @Override
        public Double parse(String text) {
            try {
                double value = Double.parseDouble(text.strip());
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw refused(this, text, e);
            }
            throw refused(this, text, null);
        }

        @Override
        public String range() {
            return "a number from " + Fractions.plain(min) + " to " + Fractions.plain(max);
        }
    }

    /// A fraction that people read and write as a percentage: `5%` or `0.05`.
    record Percent(String name, String description, Double defaultValue, double min, double max)
            implements Parameter {
        @Override
        public Double parse(String text) {
            try {
                double value = Fractions.parse(text);
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw refused(this, text, e);
            }
            throw refused(this, text, null);
        }

        @Override
        public String range() {
            return text(min) + " to " + text(max);
        }

        @Override
        public String text(Object value) {
            return Fractions.percent((Double) value);
        }
    }

    /// One of a few words.
    record Choice(String name, String description, String defaultValue, List<String> options)
            implements Parameter {
        @Override
        public String parse(String text) {
            if (options.contains(text.strip())) {
                return text.strip();
            }
            throw refused(this, text, null);
        }

        @Override
        public String range() {
            return "one of " + String.join(", ", options);
        }
    }

    private static IllegalArgumentException refused(
            Parameter parameter, String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                parameter.name() + " must be " + parameter.range() + ", was '" + text + "'", cause);
    }
}
