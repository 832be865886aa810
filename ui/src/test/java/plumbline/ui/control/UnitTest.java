package plumbline.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.5", "0.5 %", "0.5%", " 0.5\u00A0% "})
    void aPercentageIsMeantWithAndWithoutItsSign(String typed) {
        assertThat(Unit.PERCENT.full(typed)).isEqualTo("0.5%");
    }

    @Test
    void basisPointsStayAndWhatIsNoNumberIsHandedOn() {
        assertThat(Unit.PERCENT.full("5bp")).isEqualTo("5bp");
        assertThat(Unit.PERCENT.full("half")).isEqualTo("half");
        assertThat(Unit.PERCENT.full("")).isEmpty();
    }

    @Test
    void otherUnitsAreNotPartOfTheValue() {
        assertThat(Unit.RANGES.full("2.5 × ATR")).isEqualTo("2.5");
        assertThat(Unit.CANDLES.full("20 candles")).isEqualTo("20");
        assertThat(Unit.NONE.full(" 7 ")).isEqualTo("7");
        assertThat(Unit.PERCENT.bare("5%")).isEqualTo("5");
    }
}
