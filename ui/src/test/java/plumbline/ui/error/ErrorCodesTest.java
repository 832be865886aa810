package plumbline.ui.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The codes of the window and those of its document are the same.
class ErrorCodesTest {
    private static final Pattern IN_CODE = Pattern.compile("\"([A-Z]{3}-\\d{3})\"");
    private static final Pattern IN_DOCUMENT =
            Pattern.compile("^\\| `([A-Z]{3}-\\d{3})` \\|", Pattern.MULTILINE);

    @Test
    void everyCodeIsInTheDocument() throws Exception {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                used.addAll(codes(IN_CODE, file));
            }
        }

        assertThat(used).isNotEmpty();
        assertThat(codes(IN_DOCUMENT, Path.of("../docs/errors.md"))).isEqualTo(used);
    }

    private static Set<String> codes(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
