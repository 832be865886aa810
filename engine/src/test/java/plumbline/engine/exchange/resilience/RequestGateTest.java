package plumbline.engine.exchange.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plumbline.engine.exchange.resilience.RequestGate.Admission;

/// A limit of 100 a minute; who waits moves the clock.
class RequestGateTest {
    private static final long MINUTE = 60_000;
    private static final long START = 1_000 * MINUTE;

    private long now = START;
    private final InstantSource local = () -> Instant.ofEpochMilli(now);
    private final VenueClock clock = new VenueClock(local);
    private final RequestGate gate =
            new RequestGate(
                    new RequestBudget(100, MINUTE), clock, local, (signal, ms) -> now += ms);

    @AfterEach
    void close() {
        gate.close();
    }

    private Admission admit(int weight, long patienceMs) throws InterruptedException {
        return gate.admit(weight, RequestPriority.ORDER, now + patienceMs);
    }

    @Test
    void whatFitsPassesAtOnce() throws Exception {
        assertThat(admit(100, 0)).isEqualTo(new Admission.Passed(START, false));
        assertThat(gate.state().used()).isEqualTo(100);
        assertThat(gate.state().inFlight()).isEqualTo(1);
        gate.done();
        assertThat(gate.state().inFlight()).isZero();
    }

    @Test
    void whatDoesNotFitWaitsForTheNextWindowOrIsTold() throws Exception {
        admit(100, 0);

        assertThat(admit(1, MINUTE - 1))
                .isEqualTo(new Admission.TooLong(Instant.ofEpochMilli(START + MINUTE), false));
        assertThat(now).isEqualTo(START);
        assertThat(admit(1, MINUTE)).isEqualTo(new Admission.Passed(START + MINUTE, false));
    }

    @Test
    void ofManyRefusalsTheLatestEndHolds() {
        assertThat(gate.refused(120_000, false).news()).isTrue();
        now += 5;
        assertThat(gate.refused(120_000, false).news()).isFalse(); // sent together with the first
        assertThat(gate.refused(60_000, false).until())
                .isEqualTo(Instant.ofEpochMilli(START + 120_005));
        assertThat(gate.refused(60_000, true).news()).isTrue(); // now it is a ban
        assertThat(gate.refused(300_000, false).news()).isTrue();
        assertThat(gate.state().closedUntil()).contains(Instant.ofEpochMilli(START + 300_005));
        assertThat(gate.state().ban()).isTrue();
    }

    @Test
    void aRefusalEndsByOurClock() throws Exception {
        gate.refused(120_000, true);
        clock.measured(now, now + 300_000, now);

        assertThat(admit(1, 119_999))
                .isEqualTo(new Admission.TooLong(Instant.ofEpochMilli(START + 120_000), true));
        assertThat(admit(1, 120_000)).isInstanceOf(Admission.Passed.class);
        assertThat(now).isEqualTo(START + 120_000);
        assertThat(gate.state().ban()).isFalse();
    }

    @Test
    void aCountOfAnEarlierWindowSaysNothing() throws Exception {
        admit(10, 0);
        now += MINUTE;
        gate.reported(95, START);
        assertThat(gate.state().used()).isZero();

        gate.reported(95, now);
        assertThat(gate.state().used()).isEqualTo(95);
    }

    @Test
    void nothingPassesAfterTheEnd() throws Exception {
        assertThat(gate.rest(100)).isTrue();
        gate.close();

        assertThat(admit(1, MINUTE)).isEqualTo(new Admission.Ended());
        assertThat(gate.rest(100)).isFalse();
        assertThat(now).isEqualTo(START + 100);
    }

    @Test
    void anInterruptedThreadIsNotCounted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> admit(1, 0)).isInstanceOf(InterruptedException.class);
        assertThat(gate.state().used()).isZero();
        assertThat(gate.state().waiting()).isZero();
    }
}
