package plumbline.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void aThinnedCurveKeepsItsEndsAndItsExtremes() {
        int n = 300_000;
        long[] time = new long[n];
        double[] values = new double[n];
        Random random = new Random(7);
        double value = 0;
        for (int i = 0; i < n; i++) {
            time[i] = 60_000L * i;
            value += random.nextGaussian();
            values[i] = value;
        }
        values[123_456] = 9_999;
        values[200_001] = -9_999;

        Curve curve = Curve.of(time, values, 1, 0);

        int last = curve.values().length - 1;
        assertThat(last).isBetween(1_000, 3_000);
        assertThat(curve.seconds()[0]).isEqualTo(0.0);
        assertThat(curve.seconds()[last]).isEqualTo((n - 1) * 60.0);
        assertThat(curve.values()[last]).isEqualTo(values[n - 1]);
        assertThat(curve.lowest()).isEqualTo(-9_999);
        assertThat(curve.highest()).isEqualTo(9_999);
    }

    @Test
    void aShortCurveStaysAsItIs() {
        Curve curve = Curve.of(new long[] {0, 60_000}, new double[] {1, 2}, 1, 0);

        assertThat(curve.seconds()).containsExactly(0, 60);
        assertThat(curve.values()).containsExactly(1, 2);
        assertThat(Curve.of(new long[0], new double[0], 1, 0).values()).isEmpty();
    }

    @Test
    void valuesAreScaledAndShifted() { // 10,500 and 9,000 of 10,000 are +5 % and −10 %
        Curve curve = Curve.of(new long[] {0, 1}, new double[] {10_500, 9_000}, 0.01, -100);

        assertThat(curve.values()).containsExactly(5, -10);
    }
}
