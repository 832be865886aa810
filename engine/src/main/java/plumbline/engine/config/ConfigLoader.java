package plumbline.engine.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.engine.config.ConfigText.Entry;
import plumbline.engine.text.Suggestions;

/// Reads the layers of a configuration and says all that is wrong with them at once. A value that
/// is wrong is passed over: the layer below holds.
///
/// Not thread-safe.
public final class ConfigLoader {
    private final Collection<ConfigKey<?>> keys;
    private final Configuration configuration;
    private final List<ConfigProblem> problems = new ArrayList<>();

    public ConfigLoader() {
        this(ConfigKeys.ALL);
    }

    ConfigLoader(Collection<ConfigKey<?>> keys) {
        this.keys = keys;
        this.configuration = new Configuration(keys);
    }

    /// A file that need not be there. A later one wins over an earlier one.
    public ConfigLoader fileIfAny(Path path) {
        return Files.exists(path) ? file(path) : this;
    }

    /// A file that must be there.
    public ConfigLoader file(Path path) {
        return file(path, ConfigLayer.FILE);
    }

    /// What the user has set in the window or with `config set`, if anything: [UserConfig].
    public ConfigLoader userFileIfAny(Path path) {
        return Files.exists(path) ? file(path, ConfigLayer.USER) : this;
    }

    private ConfigLoader file(Path path, ConfigLayer layer) {
        try {
            add(ConfigFile.read(path), layer);
        } catch (NoSuchFileException e) {
            problems.add(new ConfigProblem(path.toString(), 0, 0, "is not there"));
        } catch (IOException e) {
            problems.add(ConfigFile.unreadable(path, e));
        }
        return this;
    }

    void add(ConfigFile file) {
        add(file, ConfigLayer.FILE);
    }

    void add(ConfigFile file, ConfigLayer layer) {
        problems.addAll(file.problems());
        String source = file.path().toString();
        file.entries()
                .forEach((name, entry) -> {
                    String wrong = add(name, entry, layer, file.path());
                    if (!wrong.isEmpty()) {
                        problems.add(
                                new ConfigProblem(source, entry.line(), entry.column(), wrong));
                    }
                });
    }

    /// @return what is wrong, empty if nothing is
    private String add(String name, Entry entry, ConfigLayer layer, Path file) {
        ConfigKey<?> key = find(name);
        if (key == null) {
            return Suggestions.unknown("key", name, keys.stream().map(ConfigKey::name).toList());
        }
        if (key.secret()) {
            return name
                    + " must not stand in a file; set "
                    + key.variable()
                    + " in the environment instead";
        }
        return put(key, entry.value(), layer, place(file, entry));
    }

    /// Where a value stands, for people.
    static String place(Path file, Entry entry) {
        return file.getFileName() + ", line " + entry.line();
    }

    /// The variables of the environment that are keys'.
    public ConfigLoader environment(Map<String, String> environment) {
        for (ConfigKey<?> key : keys) {
            String text = environment.get(key.variable());
            if (text != null && !text.isEmpty()) {
                String wrong = put(key, text, ConfigLayer.ENVIRONMENT, key.variable());
                if (!wrong.isEmpty()) {
                    problems.add(new ConfigProblem(key.variable(), 0, 0, wrong));
                }
            }
        }
        return this;
    }

    private @Nullable ConfigKey<?> find(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst().orElse(null);
    }

    private String put(ConfigKey<?> key, String text, ConfigLayer layer, String source) {
        try {
            key.type().read(text);
        } catch (IllegalArgumentException e) {
            return key.name()
                    + " "
                    + (key.secret() ? "must be " + key.type().allowed() : e.getMessage());
        }
        configuration.put(key, new ConfigValue(text, layer, source));
        return "";
    }

    /// What is wrong so far.
    public List<ConfigProblem> problems() {
        return List.copyOf(problems);
    }

    /// What came out, wrong values passed over.
    public Configuration passingOverFaults() {
        return configuration;
    }

    /// What came out.
    ///
    /// @throws ConfigException if anything is wrong
    public Configuration configuration() {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return configuration;
    }
}
