package plumbline.engine.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.engine.config.ConfigText.Entry;
import plumbline.engine.io.AtomicFile;
import plumbline.engine.text.ErrorText;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A configuration file: YAML whose `version` says of which form it is. A file of an earlier
/// version is read as if it were of this one, and stays as it is until it is migrated.
public final class ConfigFile {
    /// The version of files that is written now.
    public static final int VERSION = 1;

    /// The name of the file in the home folder.
    public static final String NAME = "config.yaml";

    private static final String VERSION_KEY = "version";
    private static final long LARGEST = 1 << 20;
    private static final ObjectMapper YAML = YAMLMapper.builder().build();

    private final Path path;
    private final int version;
    private final Map<String, Entry> entries;
    private final List<ConfigProblem> problems;

    private ConfigFile(
            Path path, int version, Map<String, Entry> entries, List<ConfigProblem> problems) {
        this.path = path;
        this.version = version;
        this.entries = entries;
        this.problems = problems;
    }

    /// Reads a file; what is wrong with it is among its problems.
    ///
    /// @throws IOException if it cannot be read
    public static ConfigFile read(Path path) throws IOException {
        return read(path, VERSION, List.of());
    }

    /// @param present the version of today
    /// @param migrations to it, in the order of their versions
    static ConfigFile read(Path path, int present, List<ConfigMigration> migrations)
            throws IOException {
        String source = path.toString();
        List<ConfigProblem> problems = new ArrayList<>();
        if (Files.size(path) > LARGEST) {
            problems.add(
                    new ConfigProblem(
                            source, 0, 0, "is larger than 1 MB; that is no configuration"));
            return new ConfigFile(path, present, Map.of(), problems);
        }
        ConfigText text = ConfigText.of(source, text(path, problems));
        problems.addAll(text.problems());
        Map<String, Entry> entries = new LinkedHashMap<>(text.entries());
        Entry stated = entries.remove(VERSION_KEY);
        int version = version(source, stated, present, problems, entries.isEmpty());
        for (ConfigMigration migration : migrations) {
            if (migration.from() >= version) {
                entries = migration.change().apply(entries);
            }
        }
        return new ConfigFile(path, version, entries, problems);
    }

    private static String text(Path path, List<ConfigProblem> problems) throws IOException {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                            .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            problems.add(new ConfigProblem(path.toString(), 0, 0, "is not UTF-8"));
            return "";
        }
    }

    private static int version(
            String source,
            @Nullable Entry stated,
            int present,
            List<ConfigProblem> problems,
            boolean isEmpty) {
        if (stated == null) {
            if (!isEmpty) {
                String text = "has no version; begin it with 'version: " + present + "'";
                problems.add(new ConfigProblem(source, 1, 1, text));
            }
            return present;
        }
        String wrong;
        try {
            int version = ConfigType.whole(1, Integer.MAX_VALUE).read(stated.value());
            if (version <= present) {
                return version;
            }
            wrong =
                    "is of version "
                            + version
                            + ", and this Plumbline knows versions up to "
                            + present
                            + "; update Plumbline";
        } catch (IllegalArgumentException e) {
            wrong =
                    "version must be a whole number from 1 to "
                            + present
                            + ", was '"
                            + stated.value()
                            + "'";
        }
        problems.add(new ConfigProblem(source, stated.line(), stated.column(), wrong));
        return present;
    }

    public Path path() {
        return path;
    }

    /// The version that it was written in.
    public int version() {
        return version;
    }

    /// By key, as this version names them.
    Map<String, Entry> entries() {
        return entries;
    }

    /// What is wrong with it as a file; its values are not looked at.
    List<ConfigProblem> problems() {
        return problems;
    }

    /// Writes it in the present form over itself, after a copy of it was made beside it.
    ///
    /// @return the copy
    /// @throws ConfigException if it has faults, which would be lost
    public Path migrate() throws IOException {
        return migrate(VERSION);
    }

    Path migrate(int present) throws IOException {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        Path copy = copied();
        byte[] bytes = yaml(present, values()).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(path, out -> out.write(bytes));
        return copy;
    }

    /// Its values as they are written, by key.
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        entries.forEach((key, entry) -> values.put(key, entry.value()));
        return values;
    }

    /// Copies the file as it is.
    ///
    /// @return the copy, beside it
    Path copied() throws IOException {
        Path copy = copy();
        Files.copy(path, copy);
        return copy;
    }

    private Path copy() {
        Path copy = path.resolveSibling(path.getFileName() + ".version" + version);
        for (int i = 2; Files.exists(copy); i++) {
            copy = path.resolveSibling(path.getFileName() + ".version" + version + "-" + i);
        }
        return copy;
    }

    /// The text of a file.
    ///
    /// @param values by key
    static String yaml(int version, Map<String, String> values) {
        ObjectNode root = YAML.createObjectNode();
        root.put(VERSION_KEY, version);
        values.forEach((key, value) -> {
            ObjectNode section = root;
            String[] parts = key.split("\\.");
            for (int i = 0; i < parts.length - 1; i++) {
                section = section.withObject("/" + parts[i]);
            }
            section.put(parts[parts.length - 1], value);
        });
        return YAML.writeValueAsString(root);
    }

    /// What is wrong with a file that cannot be read.
    static ConfigProblem unreadable(Path path, IOException e) {
        return new ConfigProblem(path.toString(), 0, 0, "cannot be read: " + ErrorText.of(e));
    }
}
