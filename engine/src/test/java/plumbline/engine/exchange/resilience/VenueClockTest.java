package plumbline.engine.exchange.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A venue's clock is learnt from its answers; time is made.
class VenueClockTest {
    private long now = 1_700_000_000_000L;
    private final VenueClock clock = new VenueClock(() -> Instant.ofEpochMilli(now));

    @Test
    void beforeAnythingIsMeasuredItIsOurs() {
        assertThat(clock.millis()).isEqualTo(now);
        assertThat(clock.errorMs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theMiddleOfTheWayIsBelieved() {
        clock.measured(now, now + 1272 + 20, now + 40);

        assertThat(clock.offsetMs()).isEqualTo(1272);
        assertThat(clock.errorMs()).isEqualTo(20);
        assertThat(clock.millis()).isEqualTo(now + 1272);
    }

    /// Whatever the way there and back takes, the truth is within the error that is named.
    @Test
    void theErrorHolds() {
        Random random = new Random(3);
        for (int run = 0; run < 2_000; run++) {
            VenueClock learnt = new VenueClock(() -> Instant.ofEpochMilli(now));
            long offset = random.nextInt(20_000) - 10_000;
            for (int i = 0; i < 12; i++) {
                long there = random.nextInt(random.nextInt(10) == 0 ? 3_000 : 60);
                long back = random.nextInt(random.nextInt(10) == 0 ? 3_000 : 60);
                learnt.measured(now, now + there + offset, now + there + back);
                assertThat(Math.abs(learnt.offsetMs() - offset))
                        .isLessThanOrEqualTo(learnt.errorMs());
                now += 1_000;
            }
        }
    }

    @Test
    void oneSlowAnswerDoesNotSpoilIt() {
        clock.measured(now, now + 500 + 5, now + 10);
        clock.measured(now, now + 500 + 1_900, now + 2_000);

        assertThat(clock.offsetMs()).isEqualTo(500);
    }

    @Test
    void aClockThatWasSetIsFollowed() {
        clock.measured(now, now + 500 + 5, now + 10);
        clock.measured(now, now + 60_500 + 100, now + 200);

        assertThat(clock.offsetMs()).isEqualTo(60_500);
        clock.measured(now + 50, now, now); // ours was set back while it was asked
        assertThat(clock.offsetMs()).isEqualTo(60_500);
    }

    @Test
    void nothingIsYoungerThanNow() {
        clock.measured(now, now - 1_000 + 5, now + 10);

        assertThat(clock.ageMs(clock.millis() + 3)).isZero();
        assertThat(clock.ageMs(clock.millis() - 250)).isEqualTo(250);
    }
}
