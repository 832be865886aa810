package plumbline.engine.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The value of every key, and who set it.
///
/// Threads: any.
public final class Configuration {
    private final Map<String, Layers> byName = new LinkedHashMap<>();

    private static final class Layers {
        private final ConfigKey<?> key;
        private final Map<ConfigLayer, ConfigValue> values = new EnumMap<>(ConfigLayer.class);

        Layers(ConfigKey<?> key) {
            this.key = key;
            values.put(
                    ConfigLayer.DEFAULT, new ConfigValue(key.usualText(), ConfigLayer.DEFAULT, ""));
        }
    }

    Configuration(Collection<ConfigKey<?>> keys) {
        keys.forEach(key -> byName.put(key.name(), new Layers(key)));
    }

    /// Every key, in the order in which they are shown.
    public List<ConfigKey<?>> keys() {
        List<ConfigKey<?>> keys = new ArrayList<>();
        byName.values().forEach(layers -> keys.add(layers.key));
        return keys;
    }

    /// What it is set to.
    public <T> T get(ConfigKey<T> key) {
        return key.type().read(value(key).text());
    }

    /// What it is set to, as it is written, and by whom.
    public synchronized ConfigValue value(ConfigKey<?> key) {
        List<ConfigValue> all = values(key);
        return all.getLast();
    }

    /// What each layer says of it, the weakest first. The last one holds.
    public synchronized List<ConfigValue> values(ConfigKey<?> key) {
        return List.copyOf(layers(key).values.values());
    }

    private Layers layers(ConfigKey<?> key) {
        return Objects.requireNonNull(byName.get(key.name()), key.name());
    }

    /// The value of a later source in the same layer wins.
    synchronized void put(ConfigKey<?> key, ConfigValue value) {
        layers(key).values.put(value.layer(), value);
    }

    /// Says a value for this run.
    ///
    /// @param source who says it, for people
    /// @throws IllegalArgumentException if it is none that the key may have
    public void set(ConfigKey<?> key, String text, String source) {
        try {
            key.type().read(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key.name() + " " + e.getMessage(), e);
        }
        put(key, new ConfigValue(text, ConfigLayer.RUN_TIME, source));
    }
}
