package plumbline.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @Test
    void writesThousandsDecimalsAndTheTrueMinus() {
        assertThat(Numbers.fixed(1234567.891, 2)).isEqualTo("1,234,567.89");
        assertThat(Numbers.fixed(-0.5, 1)).isEqualTo("−0.5");
        assertThat(Numbers.fixed(-0.001, 2)).isEqualTo("0.00");
        assertThat(Numbers.fixed(2.345, 2)).isEqualTo("2.35");
    }

    @Test
    void whatADoubleDoesNotTellExactlyHasAnExponent() {
        assertThat(Numbers.fixed(999_999_999_999_999.0, 0)).isEqualTo("999,999,999,999,999");
        assertThat(Numbers.fixed(1e15, 2)).isEqualTo("1.0000e+15");
        assertThat(Numbers.signed(1e300, 2)).isEqualTo("+1.0000e+300");
        assertThat(Numbers.fixed(-1.23456e17, 2)).isEqualTo("−1.2346e+17");
    }

    @Test
    void smallMoneyIsNotRoundedAway() {
        assertThat(Numbers.moneyDecimals(0.0001)).isEqualTo(8);
        assertThat(Numbers.moneyDecimals(0.00123)).isEqualTo(7);
        assertThat(Numbers.moneyDecimals(0)).isEqualTo(2);
        assertThat(Numbers.moneyDecimals(123_456_789)).isEqualTo(2);
    }

    @Test
    void signsWhatIsAboveZeroButNotZero() {
        assertThat(Numbers.signed(3, 0)).isEqualTo("+3");
        assertThat(Numbers.signed(0, 2)).isEqualTo("0.00");
        assertThat(Numbers.signed(0.001, 2)).isEqualTo("0.00");
        assertThat(Numbers.signed(-3, 0)).isEqualTo("−3");
    }

    @Test
    void writesPercentagesWithASpaceThatDoesNotBreak() {
        assertThat(Numbers.percent(0.0125, 2)).isEqualTo("1.25\u00A0%");
        assertThat(Numbers.signedPercent(0.4685, 2)).isEqualTo("+46.85\u00A0%");
    }

    @Test
    void writesADashForWhatDoesNotExist() {
        assertThat(
                        List.of(
                                Numbers.fixed(Double.NaN, 2),
                                Numbers.signed(Double.POSITIVE_INFINITY, 2),
                                Numbers.percent(Double.NaN, 1),
                                Numbers.duration(Double.NaN)))
                .containsOnly("–");
    }

    @Test
    void writesDurationsInTwoUnits() {
        assertThat(Numbers.duration(98 * 86_400_000.0 + 17 * 3_600_000)).isEqualTo("98 d 17 h");
        assertThat(Numbers.duration(4 * 3_600_000.0 + 5 * 60_000)).isEqualTo("4 h 05 min");
        assertThat(Numbers.duration(12 * 60_000)).isEqualTo("12 min");
        assertThat(Numbers.duration(86_400_000.0)).isEqualTo("1 d");
    }

    @Test
    void findsHowManyDecimalsPricesHave() {
        assertThat(Numbers.decimalsOf(new double[] {1, 2, 3}, 8)).isZero();
        assertThat(Numbers.decimalsOf(new double[] {1.5, 0.00001462}, 8)).isEqualTo(8);
        assertThat(Numbers.decimalsOf(new double[] {Math.PI}, 8)).isEqualTo(8);
        assertThat(Numbers.decimalsOf(new double[] {800.01, 800.1}, 8)).isEqualTo(2);
    }

    @Test
    void suggestsWhatIsNear() {
        List<String> known = List.of("sma-cross", "ema-cross", "buy-and-hold");

        assertThat(Suggestions.unknown("strategy", "smacross", known))
                .isEqualTo("no strategy 'smacross'; did you mean sma-cross or ema-cross?");
        assertThat(Suggestions.unknown("strategy", "hold", known))
                .isEqualTo("no strategy 'hold'; did you mean buy-and-hold?");
        assertThat(Suggestions.unknown("strategy", "zzzzzzzz", known))
                .isEqualTo("no strategy 'zzzzzzzz'; known are sma-cross, ema-cross, buy-and-hold");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.0000013, 1.3e-06",
        "0.0000124, 0.0000124",
        "0.0012, 0.0012",
        "0.25, 0.25",
        "950, 950",
        "9500, '9,500'",
        "12000, 12k",
        "1500000, 1.5M",
        "2250000000, 2.25B",
        "987654321012, 988B",
        "3000000000000, 3T",
        "-15000, −15k",
    })
    void writesNumbersBriefly(double value, String text) {
        assertThat(Numbers.compact(value)).isEqualTo(text);
    }
}
