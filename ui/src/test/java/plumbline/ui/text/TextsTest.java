package plumbline.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path CONFIG =
            Path.of("..", "engine", "src", "main", "java", "plumbline", "engine", "config");

    /// The window, what puts it together, and the keys of the configuration, which it shows.
    private static final List<Path> SOURCES =
            List.of(
                    Path.of("src/main/java"),
                    Path.of("..", "app", "src", "main", "java", "plumbline", "app", "window"),
                    CONFIG.resolve("ConfigKeys.java"),
                    CONFIG.resolve("ConfigType.java"));

    private static final Pattern LITERAL =
            Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z-]+)*\\.?)\"");

    @Test
    void everyKeyThatTheWindowUsesHasAText() throws IOException {
        Matcher use = Pattern.compile("Texts\\.of\\(\\s*\"([^\"]+[^.\"])\"").matcher(sources());
        Set<String> missing = new TreeSet<>();
        while (use.find()) {
            if (!Texts.keys().contains(use.group(1))) {
                missing.add(use.group(1));
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextIsUsed() throws IOException {
        String sources = sources();
        Set<String> unused = new TreeSet<>(Texts.keys());
        Matcher literal = LITERAL.matcher(sources);
        Set<String> literals = new TreeSet<>();
        while (literal.find()) {
            literals.add(literal.group(1));
        }
        // "keys." + row + ".keys" is used with every row that is a literal too
        unused.removeIf(key -> literals.contains(key) || isComposed(key, literals));

        assertThat(unused).isEmpty();
    }

    private static boolean isComposed(String key, Set<String> literals) {
        String[] parts = key.split("\\.");
        for (int i = 1; i < parts.length; i++) {
            String prefix = String.join(".", Arrays.copyOf(parts, i)) + ".";
            // an action is named by its id, which is a literal with dots
            String rest = String.join(".", Arrays.copyOfRange(parts, i, parts.length));
            if (literals.contains(prefix)
                    && (literals.contains(parts[i]) || literals.contains(rest))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void argumentsTakeTheirPlaces() {
        assertThat(Texts.of("runs.conditions", "2024-01-01", "2024-12-31", "0.1 %", "0 %"))
                .isEqualTo("2024-01-01 – 2024-12-31 · costs 0.1 % + 0 %");
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThatThrownBy(() -> Texts.of("no.such.key")).hasMessageContaining("no.such.key");
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(f -> f.toString().endsWith(".java")).forEach(f -> all.append(read(f)));
            }
        }
        return all.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
