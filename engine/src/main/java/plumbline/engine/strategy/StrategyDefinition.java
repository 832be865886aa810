package plumbline.engine.strategy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.Fingerprint;

/// A strategy of the library before it has values: what it is called, what it takes, how it is
/// made.
///
/// @param name as on the command line: `sma-cross`
/// @param title as in the window: `SMA cross`
/// @param version raised whenever the same parameters may give other decisions
/// @param summary its rules in one or two sentences
/// @param check what is wrong with values that are each in range, or `null`: `fast must be below
///   slow`
/// @param factory makes it; called with checked values only
public record StrategyDefinition(
        String name,
        String title,
        int version,
        String summary,
        List<Parameter> parameters,
        Function<ParameterValues, @Nullable String> check,
        Function<ParameterValues, Strategy> factory) {

    /// The defaults with what is given put over them.
    ///
    /// @throws IllegalArgumentException naming every problem
    public ParameterValues values(Map<String, String> given) {
        ParameterValues values = ParameterValues.of(parameters, given);
        String problem = check.apply(values);
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        return values;
    }

    /// The values as people read them: `fast 20, slow 50, stop 5%`. A percentage of 0, which
    /// switches something off, is left out.
    public String text(ParameterValues values) {
        return parameters.stream()
                .filter(p -> !(p instanceof Parameter.Percent) || values.decimal(p.name()) != 0)
                .map(p -> p.name() + " " + p.text(values.value(p.name())))
                .collect(Collectors.joining(", "));
    }

    /// The strategy with these values.
    public Strategy make(ParameterValues values) {
        return factory.apply(values);
    }

    /// Hash of what identifies it: name, version, rules and parameters.
    public String hash() {
        return Fingerprint.of(name + '\n' + version + '\n' + summary + '\n' + parameters);
    }
}
