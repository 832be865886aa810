package plumbline.engine.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.engine.config.ConfigText.Entry;
import plumbline.engine.io.AtomicFile;

/// What the user has set in the window or with `plumbline config set`: a file of the home folder in
/// the form of [ConfigFile], which Plumbline writes itself.
///
/// Every change reads the file anew, so that those of several programs on one home do not undo each
/// other, and writes it whole or not at all. A file with a fault is never written over: what the
/// user meant would be lost. One of an earlier version is copied before it is written.
///
/// Threads: any; the calls block.
public final class UserConfig {
    /// The name of the file in the home folder.
    public static final String NAME = "settings.yaml";

    private static final String HEAD =
            """
            # What you set in the window or with 'plumbline config set'. Plumbline writes this file
            # and keeps no comments in it; config.yaml is the one to write by hand.
            """;

    // a lock of a file holds between programs only
    private static final Object WITHIN_PROGRAM = new Object();

    private final Path file;
    private final Configuration configuration;
    private final int present;
    private final List<ConfigMigration> migrations;

    /// @param home the home folder
    /// @param configuration is told of every change
    public UserConfig(Path home, Configuration configuration) {
        this(home, configuration, ConfigFile.VERSION, List.of());
    }

    /// @param present the version of today
    /// @param migrations to it, in the order of their versions
    UserConfig(
            Path home, Configuration configuration, int present, List<ConfigMigration> migrations) {
        this.file = file(home);
        this.configuration = configuration;
        this.present = present;
        this.migrations = migrations;
    }

    /// Where it is.
    public static Path file(Path home) {
        return home.resolve(NAME);
    }

    /// What became of a value.
    ///
    /// @param before the value that was to hold from the next start
    /// @param now the one that is
    public record Change(ConfigKey<?> key, ConfigValue before, ConfigValue now) {
        /// Whether anything is another than before.
        public boolean isOne() {
            return !before.text().equals(now.text()) || before.layer() != now.layer();
        }

        /// For people and the audit log, without secrets: `0.1% -> 5bp`.
        public String text() {
            return quoted(before) + " -> " + quoted(now);
        }

        private String quoted(ConfigValue value) {
            return value.text().isEmpty() ? "''" : key.shown(value.text());
        }
    }

    /// Sets a key, for this program as far as it is `live`, and for all that start from now on.
    ///
    /// @throws IllegalArgumentException if the key may not have the value, or may not be set here
    /// @throws ConfigException if the file has faults; it stays as it is
    /// @throws IOException if it cannot be written; it stays as it is
    public Change set(ConfigKey<?> key, String text) throws IOException {
        if (key.secret()) {
            throw new IllegalArgumentException(
                    key.name()
                            + " is kept in no file; set "
                            + key.variable()
                            + " in the environment instead");
        }
        return change(key, checked(key, text));
    }

    /// Takes back what the user set. What the other layers say holds again.
    ///
    /// @throws ConfigException if the file has faults; it stays as it is
    /// @throws IOException if it cannot be written; it stays as it is
    public Change reset(ConfigKey<?> key) throws IOException {
        return change(key, null);
    }

    private static String checked(ConfigKey<?> key, String text) {
        try {
            key.type().read(text);
            return text.strip();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key.name() + " " + e.getMessage(), e);
        }
    }

    private Change change(ConfigKey<?> key, @Nullable String text) throws IOException {
        ConfigValue before = configuration.next(key);
        synchronized (WITHIN_PROGRAM) {
            if (text != null || Files.exists(file)) {
                locked(() -> write(key, text));
            }
        }
        return new Change(key, before, configuration.next(key));
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void locked(Writing writing) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path beside = file.resolveSibling(NAME + ".lock");
        try (FileChannel channel =
                        FileChannel.open(
                                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid()) {
                writing.run();
            }
        }
    }

    private void write(ConfigKey<?> key, @Nullable String text) throws IOException {
        Optional<ConfigFile> there = read();
        Map<String, String> values = new LinkedHashMap<>();
        if (there.isPresent()) {
            values.putAll(there.get().values());
            if (there.get().version() < present) {
                there.get().copied();
            }
        }
        boolean isAnother =
                text == null
                        ? values.remove(key.name()) != null
                        : !text.equals(values.put(key.name(), text));
        if (isAnother) {
            byte[] bytes =
                    (HEAD + ConfigFile.yaml(present, values)).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(file, out -> out.write(bytes));
        }
        Entry entry = read().map(written -> written.entries().get(key.name())).orElse(null);
        configuration.changed(
                key,
                entry == null
                        ? null
                        : new ConfigValue(
                                entry.value(), ConfigLayer.USER, ConfigLoader.place(file, entry)));
    }

    private Optional<ConfigFile> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        ConfigFile read = ConfigFile.read(file, present, migrations);
        ConfigLoader loader = new ConfigLoader(configuration.keys());
        loader.add(read, ConfigLayer.USER);
        loader.configuration(); // refuses
        return Optional.of(read);
    }
}
