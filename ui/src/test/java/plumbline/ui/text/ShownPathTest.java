package plumbline.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShownPathTest {
    private static String shown(String path, String userHome) {
        return ShownPath.of(Path.of(path), userHome);
    }

    @Test
    void theUsersOwnFolderIsATilde() {
        assertThat(shown("/home/ann/.plumbline/reports/run-1", "/home/ann"))
                .isEqualTo("~/.plumbline/reports/run-1");
    }

    @Test
    void whatIsElsewhereStandsAsItIs() {
        assertThat(shown("/home/annette/reports", "/home/ann")).isEqualTo("/home/annette/reports");
        assertThat(shown("/home/ann", "/home/ann")).isEqualTo("/home/ann");
        assertThat(shown("/mnt/reports", "")).isEqualTo("/mnt/reports");
    }
}
