package plumbline.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CurveValuesTest {
    private final CurveValues values =
            new CurveValues(
                    new long[] {1_000, 2_000, 4_000},
                    new double[] {100, 110, 99},
                    new double[] {100, 90, 120},
                    new double[] {0, 0, -0.1},
                    100);

    @Test
    void aTimeBetweenTwoCandlesIsThatOfTheEarlierOne() {
        assertThat(values.at(999)).isNull();
        assertThat(values.at(2_000)).extracting(CurveValues.Point::timeMs).isEqualTo(2_000L);
        assertThat(values.at(3_999))
                .satisfies(point -> {
                    assertThat(point).isNotNull();
                    assertThat(point.timeMs()).isEqualTo(2_000);
                    assertThat(point.gain()).isCloseTo(0.1, Offset.offset(1e-12));
                    assertThat(point.heldGain()).isCloseTo(-0.1, Offset.offset(1e-12));
                });
        assertThat(values.at(9_999)).extracting(CurveValues.Point::drawdown).isEqualTo(-0.1);
    }
}
