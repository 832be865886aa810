package plumbline.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import plumbline.engine.portfolio.EquityCurve;

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

        DoubleDataSet curve = Curve.of("curve", time, values);

        assertThat(curve.getDataCount()).isBetween(1_000, 3_000);
        assertThat(curve.get(0, 0)).isEqualTo(0.0);
        assertThat(curve.get(0, curve.getDataCount() - 1)).isEqualTo((n - 1) * 60.0);
        assertThat(curve.get(1, curve.getDataCount() - 1)).isEqualTo(values[n - 1]);
        double least = 0;
        double most = 0;
        for (int i = 0; i < curve.getDataCount(); i++) {
            least = Math.min(least, curve.get(1, i));
            most = Math.max(most, curve.get(1, i));
        }
        assertThat(least).isEqualTo(-9_999);
        assertThat(most).isEqualTo(9_999);
    }

    @Test
    void aShortCurveStaysAsItIs() {
        DoubleDataSet curve = Curve.of("curve", new long[] {0, 60_000}, new double[] {1, 2});

        assertThat(curve.getDataCount()).isEqualTo(2);
        assertThat(curve.get(1, 1)).isEqualTo(2.0);
        assertThat(Curve.of("none", new long[0], new double[0]).getDataCount()).isZero();
    }

    @Test
    void equityIsShownInPercentOfTheStartingCash() {
        EquityCurve curve =
                new EquityCurve(new long[] {0, 1}, new double[] {10_500, 9_000}, 10_000);

        assertThat(Curve.percentOfCash(curve)[0]).isEqualTo((10_500 / 10_000.0 - 1) * 100);
        assertThat(Curve.percentOfCash(curve)[1]).isEqualTo((0.9 - 1) * 100);
    }
}
