package plumbline.engine.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Brings the entries of a configuration file from one version to the next.
///
/// @param from the version that it takes
/// @param change makes entries of the next version of those of this one
record ConfigMigration(int from, UnaryOperator<Map<String, ConfigText.Entry>> change) {

    /// Keys that got another name, and values that are written in another way stay as they are.
    ///
    /// @param names the new one by the old one
    static ConfigMigration renaming(int from, Map<String, String> names) {
        return new ConfigMigration(
                from,
                entries -> {
                    Map<String, ConfigText.Entry> renamed = new LinkedHashMap<>();
                    entries.forEach(
                            (key, entry) -> renamed.put(names.getOrDefault(key, key), entry));
                    return renamed;
                });
    }
}
