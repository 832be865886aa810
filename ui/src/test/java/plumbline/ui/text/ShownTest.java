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

    @Test
    void decimalsFollowTheSizeOfPrices() {
        assertThat(Shown.decimals(new double[] {61_602.02, 61_000})).isEqualTo(2);
        // 0.0000013000 has five digits
        assertThat(Shown.decimals(new double[] {0.0000013})).isEqualTo(10);
        assertThat(Shown.decimals(new double[] {100.123456789012})).isEqualTo(5);
        assertThat(Shown.decimals(new double[] {})).isEqualTo(2);
    }

    @Test
    void smallMoneyIsNotRoundedAway() {
        assertThat(Shown.moneyDecimals(0.00123)).isEqualTo(7);
        assertThat(Shown.moneyDecimals(123_456_789)).isEqualTo(2);
    }
}
