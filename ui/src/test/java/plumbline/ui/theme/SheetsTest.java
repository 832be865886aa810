package plumbline.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SheetsTest {

    @Test
    void lengthsAreMultipliedAndNothingElse() {
        String sheet = ".a1px { -fx-padding: 0 9px -2px 1.5px; -fx-opacity: 0.5; -c: #12px34; }";

        assertThat(Sheets.scaled(sheet, 150))
                .isEqualTo(
                        ".a1px { -fx-padding: 0 13.5px -3.0px 2.25px; -fx-opacity: 0.5; -c: #12px34; }");
    }

    @Test
    void aSheetThatIsMissingCostsNothingElse() {
        assertThat(Sheets.make(List.of("none.css", "tokens.css"), 100)).hasSize(1);
        assertThat(Sheets.make(List.of("none.css", "tokens.css"), 150)).hasSize(1);
    }
}
