package plumbline.engine.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The value of every key, and who set it.
///
/// What the user changes while the program runs holds at once if the key is `live`. Of every other
/// key the value with which the program started holds until it ends, so that no part of it works
/// with another value than the rest; what holds after that is [#next].
///
/// Threads: any.
public final class Configuration {
    private final Map<String, Layers> byName = new LinkedHashMap<>();

    private static final class Layers {
        private final ConfigKey<?> key;
        private final Map<ConfigLayer, ConfigValue> values = new EnumMap<>(ConfigLayer.class);
        private final Map<ConfigLayer, ConfigValue> next = new EnumMap<>(ConfigLayer.class);

        Layers(ConfigKey<?> key) {
            this.key = key;
            put(new ConfigValue(key.usualText(), ConfigLayer.DEFAULT, ""));
        }

        private void put(ConfigValue value) {
            values.put(value.layer(), value);
            next.put(value.layer(), value);
        }

        private void user(@Nullable ConfigValue value) {
            set(next, value);
            if (key.live()) {
                set(values, value);
            }
        }

        private static void set(Map<ConfigLayer, ConfigValue> layers, @Nullable ConfigValue value) {
            if (value == null) {
                layers.remove(ConfigLayer.USER);
            } else {
                layers.put(ConfigLayer.USER, value);
            }
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
        layers(key).put(value);
    }

    /// What it is set to from the next start, the options of this one left out, and by whom.
    public ConfigValue next(ConfigKey<?> key) {
        return nextValues(key).getLast();
    }

    /// What each layer says of it from the next start, the weakest first. The last one holds then.
    public synchronized List<ConfigValue> nextValues(ConfigKey<?> key) {
        return layers(key).next.values().stream()
                .filter(value -> value.layer() != ConfigLayer.RUN_TIME)
                .toList();
    }

    /// The user has set it while the program runs.
    ///
    /// @param value of the layer of the user, or `null` if it was taken back
    synchronized void changed(ConfigKey<?> key, @Nullable ConfigValue value) {
        layers(key).user(value);
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
