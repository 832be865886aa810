package plumbline.ui.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void nothingIsSaidBeforeItIsKnown() {
        pace.at(0, 0, 1000);
        pace.at(100, 10, 1000);
        pace.at(200, 20, 1000);
        pace.at(300, 30, 1000);

        assertThat(pace.perSecond()).isZero();
        assertThat(pace.leftMs()).isNegative();
    }

    /// 100 a second; after 2 s there are 800 left, 8 s.
    @Test
    void aSteadyWorkIsForeseenExactly() {
        for (int t = 0; t <= 2_000; t += 100) {
            pace.at(t, t / 10, 1000);
        }

        assertThat(pace.perSecond()).isEqualTo(100);
        assertThat(pace.leftMs()).isEqualTo(8_000);
    }

    @Test
    void aTrembleDoesNotMakeTheTimeLeftJump() {
        Random random = new Random(7);
        double done = 0;
        long before = -1;
        for (int t = 0; t <= 40_000; t += 100) {
            done += 10 * (0.5 + random.nextDouble());
            pace.at(t, (long) done, 10_000);
            if (before >= 0 && t > 15_000) {
                assertThat(Math.abs(pace.leftMs() - (before - 100)))
                        .as("at %d", t)
                        .isLessThan(before / 4);
            }
            before = pace.leftMs();
        }
        assertThat(pace.leftMs()).isCloseTo(60_000, within(12_000L));
    }

    @Test
    void aWorkThatStandsStillDoesNotPromiseAnEnd() {
        for (int t = 0; t <= 3_000; t += 100) {
            pace.at(t, t / 10, 1000);
        }
        long promised = pace.leftMs();
        for (int t = 3_100; t <= 33_000; t += 100) {
            pace.at(t, 300, 1000);
        }

        assertThat(pace.leftMs()).isGreaterThan(promised * 3);
    }

    @Test
    void anotherPhaseBeginsAnew() {
        for (int t = 0; t <= 3_000; t += 100) {
            pace.at(t, t / 10, 1000);
        }
        pace.at(3_100, 0, 50);

        assertThat(pace.leftMs()).isNegative();
    }

    @Test
    void aWorkOfUnknownLengthHasARateButNoEnd() {
        for (int t = 0; t <= 3_000; t += 100) {
            pace.at(t, t / 10, 0);
        }

        assertThat(pace.perSecond()).isEqualTo(100);
        assertThat(pace.leftMs()).isNegative();
    }
}
