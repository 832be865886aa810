package plumbline.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import plumbline.engine.config.ConfigKey;
import plumbline.engine.config.ConfigKeys;
import plumbline.engine.config.ConfigProblem;
import plumbline.engine.config.ConfigValue;
import plumbline.engine.text.Suggestions;

/// Values and faults of the configuration, as the commands show them.
final class ConfigTexts {
    private ConfigTexts() {}

    /// The key of a name that a user gave.
    ///
    /// @throws CommandFailure that names the nearest one
    static ConfigKey<?> key(String name) {
        return ConfigKeys.find(name)
                .orElseThrow(() ->
                        CommandFailure.usage(
                                Suggestions.unknown(
                                        "key",
                                        name,
                                        ConfigKeys.ALL.stream().map(ConfigKey::name).toList())));
    }

    static String value(ConfigKey<?> key, ConfigValue value) {
        return key.shown(value.text());
    }

    static Map<String, Object> document(ConfigKey<?> key, ConfigValue value) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("value", value(key, value));
        document.put("layer", value.layer().text());
        document.put("source", value.source());
        return document;
    }

    static Map<String, Object> document(ConfigProblem problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("source", problem.source());
        document.put("line", problem.line());
        document.put("column", problem.column());
        document.put("text", problem.text());
        return document;
    }
}
