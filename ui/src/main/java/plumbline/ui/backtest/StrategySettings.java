package plumbline.ui.backtest;

import java.util.LinkedHashMap;
import java.util.Map;
import plumbline.engine.strategy.Parameter;
import plumbline.engine.strategy.ParameterValues;
import plumbline.engine.strategy.StrategyDefinition;

/// What was given to each strategy, as text, and the last of it that was not refused.
///
/// Threads: FX thread.
final class StrategySettings {
    private final Map<String, Map<String, String>> given = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> valid = new LinkedHashMap<>();

    /// A value as text: what was given, else the default.
    String value(StrategyDefinition strategy, String parameter) {
        String text = of(given, strategy).get(parameter);
        return text != null ? text : defaultText(strategy, parameter);
    }

    /// The last value that was not refused, else the default.
    String validValue(StrategyDefinition strategy, String parameter) {
        String text = of(valid, strategy).get(parameter);
        return text != null ? text : defaultText(strategy, parameter);
    }

    void set(StrategyDefinition strategy, String parameter, String text) {
        of(given, strategy).put(parameter, text);
    }

    void replace(StrategyDefinition strategy, Map<String, String> values) {
        Map<String, String> texts = of(given, strategy);
        texts.clear();
        texts.putAll(values);
    }

    /// Whether anything differs from the defaults.
    boolean isChanged(StrategyDefinition strategy) {
        return of(given, strategy).entrySet().stream()
                .anyMatch(e -> !e.getValue().equals(defaultText(strategy, e.getKey())));
    }

    /// The values for a run.
    ///
    /// @throws IllegalArgumentException naming every value that is refused
    ParameterValues read(StrategyDefinition strategy) {
        Map<String, String> texts = of(given, strategy);
        for (Parameter parameter : strategy.parameters()) {
            String text = texts.get(parameter.name());
            if (text != null && isRead(parameter, text)) {
                of(valid, strategy).put(parameter.name(), text);
            }
        }
        return strategy.values(texts);
    }

    private static boolean isRead(Parameter parameter, String text) {
        try {
            parameter.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String defaultText(StrategyDefinition strategy, String parameter) {
        return strategy.parameters().stream()
                .filter(p -> p.name().equals(parameter))
                .map(p -> p.text(p.defaultValue()))
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> of(
            Map<String, Map<String, String>> all, StrategyDefinition strategy) {
        return all.computeIfAbsent(strategy.name(), name -> new LinkedHashMap<>());
    }
}
