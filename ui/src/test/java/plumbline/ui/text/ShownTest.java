package plumbline.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void largeNumbersHaveAShorterTrueForm() {
        assertThat(Shown.signedPercent(12_345.678))
                .containsExactly("+1,234,567.80\u00A0%", "+1.23M\u00A0%");
        assertThat(Shown.number(-1_234_567.89)).containsExactly("−1,234,567.89", "−1.23M");
        assertThat(Shown.percent(Double.NaN)).containsExactly("–", "–");
    }
}
