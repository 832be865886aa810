package plumbline.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogTicksTest {
    private static List<Long> gains(double low, double high) {
        return LogTicks.between(LogTicks.position(low), LogTicks.position(high)).stream()
                .map(position -> Math.round(LogTicks.gain(position)))
                .toList();
    }

    @Test
    void aNarrowRangeHasEvenPercentages() {
        assertThat(gains(-31, 112)).containsExactly(0L, 50L, 100L);
        assertThat(gains(-4, 9)).containsExactly(-4L, -2L, 0L, 2L, 4L, 6L, 8L);
    }

    @Test
    void aWideRangeHasMultiplesOfTheStart() {
        // 0.5, 1, 2, 5, 10, 20, 50 times the start
        assertThat(gains(-60, 6_000)).containsExactly(-50L, 0L, 100L, 400L, 900L, 1_900L, 4_900L);
    }

    @Test
    void equalFactorsAreEqualDistances() {
        // +100 % is twice the start, +300 % four times
        assertThat(LogTicks.position(300)).isCloseTo(2 * LogTicks.position(100), within(1e-12));
        assertThat(LogTicks.position(-100)).isEqualTo(Math.log(0.01));
    }
}
