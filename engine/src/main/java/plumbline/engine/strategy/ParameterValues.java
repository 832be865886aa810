package plumbline.engine.strategy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Suggestions;

/// A value for each parameter of one strategy, in the order in which the strategy declares them.
public final class ParameterValues {
    private final Map<String, Object> values;

    private ParameterValues(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /// The defaults, with what is given put over them.
    ///
    /// @param given texts by parameter name
    /// @throws IllegalArgumentException naming every unknown name and every value that is refused
    public static ParameterValues of(List<Parameter> parameters, Map<String, String> given) {
        List<String> problems = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            String text = given.get(parameter.name());
            try {
                values.put(
                        parameter.name(),
                        text == null ? parameter.defaultValue() : parameter.parse(text));
            } catch (IllegalArgumentException e) {
                problems.add(ErrorText.of(e));
            }
        }
        List<String> names = parameters.stream().map(Parameter::name).toList();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                problems.add(Suggestions.unknown("parameter", name, names));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new ParameterValues(values);
    }

    /// All values by name: `Integer`, `Double` or `String`.
    public Map<String, Object> asMap() {
        return values;
    }

    public int whole(String name) {
        return (Integer) value(name);
    }

    public double decimal(String name) {
        return (Double) value(name);
    }

    public String choice(String name) {
        return (String) value(name);
    }

    /// The `side` parameter that most strategies have.
    public AllowedSides sides() {
        return switch (choice("side")) {
            case "long" -> AllowedSides.LONG;
            case "short" -> AllowedSides.SHORT;
            case "both" -> AllowedSides.BOTH;
            default -> throw new IllegalArgumentException("side is " + choice("side"));
        };
    }

    /// One value: an `Integer`, a `Double` or a `String`.
    Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "no parameter " + name + " among " + values.keySet());
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
