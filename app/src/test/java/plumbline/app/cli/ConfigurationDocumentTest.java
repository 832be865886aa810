package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import plumbline.engine.config.ConfigKey;
import plumbline.engine.config.ConfigKeys;

/// docs/configuration.md has every key with what it may be, its default and its variable.
class ConfigurationDocumentTest {
    @Test
    void everyKeyIsDescribedAsItIs() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "configuration.md"));
        long rows = document.lines().filter(line -> line.startsWith("| `")).count();

        assertThat(rows).isEqualTo(ConfigKeys.ALL.size());
        for (ConfigKey<?> key : ConfigKeys.ALL) {
            String usual = key.usualText().isEmpty() ? "empty" : key.usualText();
            assertThat(document.replace("`", ""))
                    .contains("| " + key.name() + " | " + key.type().allowed())
                    .contains(" | " + usual + " | " + key.variable() + " |");
        }
    }
}
