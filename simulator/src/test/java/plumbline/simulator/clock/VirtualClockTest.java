package plumbline.simulator.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualClockTest {
    private long nanos;

    private void passMs(long ms) {
        nanos += ms * 1_000_000;
    }

    @Test
    void runsStandsAndJumps() {
        VirtualClock clock = new VirtualClock(1_000, 60, () -> nanos);
        passMs(10);
        assertThat(clock.nowMs()).isEqualTo(1_600);

        clock.pause(true);
        passMs(500);
        assertThat(clock.nowMs()).isEqualTo(1_600);

        clock.pause(false);
        clock.speed(1);
        passMs(5);
        assertThat(clock.nowMs()).isEqualTo(1_605);

        clock.seek(50);
        passMs(1);
        assertThat(clock.nowMs()).isEqualTo(51);
    }

    @Test
    void theToldTimeIsSkewedAndTimeItselfIsNot() {
        VirtualClock clock = new VirtualClock(1_000, 0, () -> nanos);

        clock.skew(-300);

        assertThat(clock.toldMs()).isEqualTo(700);
        assertThat(clock.nowMs()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 10_001, Double.NaN})
    void impossibleSpeedsAreRefused(double speed) {
        assertThatThrownBy(() -> new VirtualClock(0, speed, () -> nanos))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 10000");
    }

    /// 100 ppm are 360 ms in an hour.
    @Test
    void aClockThatDriftsIsAheadByMoreAndMore() {
        VirtualClock clock = new VirtualClock(1_000_000, 0);
        clock.skew(50);
        clock.drift(100);

        clock.seek(1_000_000 + 3_600_000);
        assertThat(clock.toldMs() - clock.nowMs()).isEqualTo(410);

        clock.drift(0);
        clock.seek(clock.nowMs() + 3_600_000);
        assertThat(clock.skewMs()).isEqualTo(410);
    }
}
