package plumbline.engine.exchange.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// A limit of 6000 a minute, as that of Binance; time is made.
class RequestBudgetTest {
    private static final long MINUTE = 60_000;
    private static final long START = 1_000 * MINUTE;

    private final RequestBudget budget = new RequestBudget(6000, MINUTE);

    private void send(int weight, long at) {
        assertThat(budget.waitMs(weight, RequestPriority.ORDER, at)).isZero();
        budget.sent(weight, at);
    }

    @Test
    void halfOfItIsFree() {
        for (int i = 0; i < 30; i++) {
            assertThat(budget.waitMs(100, RequestPriority.HISTORY, START)).isZero();
            budget.sent(100, START);
        }
        budget.sent(100, START);

        assertThat(budget.waitMs(100, RequestPriority.HISTORY, START)).isPositive();
        assertThat(budget.waitMs(100, RequestPriority.LIVE, START)).isZero();
    }

    @Test
    void historyLeavesSomeForOrders() {
        send(4500, START);

        assertThat(budget.waitMs(1, RequestPriority.HISTORY, START + 10)).isEqualTo(MINUTE - 10);
        assertThat(budget.waitMs(900, RequestPriority.LIVE, START + 10)).isZero();
        assertThat(budget.waitMs(901, RequestPriority.LIVE, START + 10)).isEqualTo(MINUTE - 10);
        assertThat(budget.waitMs(1500, RequestPriority.ORDER, START + 10)).isZero();
        assertThat(budget.waitMs(1501, RequestPriority.ORDER, START + 10)).isEqualTo(MINUTE - 10);
    }

    @Test
    void aNewWindowBeginsAnew() {
        send(6000, START + 59_000);

        assertThat(budget.waitMs(6000, RequestPriority.ORDER, START + MINUTE)).isZero();
    }

    /// Somebody else asks from the same address.
    @Test
    void theVenuesCountGoesBeforeOurs() {
        send(10, START);
        budget.reported(5990, START + 5);

        assertThat(budget.waitMs(10, RequestPriority.ORDER, START + 6)).isZero();
        assertThat(budget.waitMs(11, RequestPriority.ORDER, START + 6)).isEqualTo(MINUTE - 6);
        budget.reported(20, START + 7); // an answer that was late
        assertThat(budget.waitMs(11, RequestPriority.ORDER, START + 8)).isEqualTo(MINUTE - 8);
    }

    @Test
    void afterARefusalNothingIsAskedUntilItsEnd() {
        budget.refused(120_000, START + 30_000);

        for (RequestPriority priority : RequestPriority.values()) {
            assertThat(budget.waitMs(1, priority, START + 31_000)).isEqualTo(119_000);
            assertThat(budget.waitMs(1, priority, START + 149_999)).isEqualTo(1);
            assertThat(budget.waitMs(1, priority, START + 150_000)).isZero();
        }
    }

    /// A venue that does not say when to come back is asked in the next window.
    @Test
    void aRefusalWithoutATimeHoldsForTheWindow() {
        budget.refused(0, START + 10_000);

        assertThat(budget.waitMs(1, RequestPriority.ORDER, START + 10_001)).isEqualTo(49_999);
        budget.refused(1_000, START + 20_000); // a shorter one takes nothing back
        assertThat(budget.waitMs(1, RequestPriority.ORDER, START + 30_000)).isEqualTo(30_000);
    }

    @Test
    void aTimeThatTheVenueNamesIsTheOne() {
        budget.refused(2_000, START + 10_000);

        assertThat(budget.waitMs(1, RequestPriority.ORDER, START + 11_000)).isEqualTo(1_000);
        assertThat(budget.waitMs(1, RequestPriority.ORDER, START + 12_000)).isZero();
    }

    @Test
    void whatNeverFitsIsSaid() {
        assertThatThrownBy(() -> budget.waitMs(5000, RequestPriority.HISTORY, START))
                .hasMessageContaining("never fits");
        assertThatThrownBy(() -> new RequestBudget(0, MINUTE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Whoever waits as long as he is told never goes beyond the limit, and uses most of what
    /// history may use, spread over the window.
    @Test
    void aDownloadUsesItsShareAndNoMore() {
        Random random = new Random(5);
        long now = START;
        int[] perMinute = new int[12];
        int lastTen = 0;
        while (now < START + 10 * MINUTE) {
            int weight = 1 + random.nextInt(40);
            long wait = budget.waitMs(weight, RequestPriority.HISTORY, now);
            if (wait > 0) {
                now += wait;
                continue;
            }
            budget.sent(weight, now);
            perMinute[(int) ((now - START) / MINUTE)] += weight;
            lastTen += now % MINUTE >= 50_000 ? weight : 0;
            now += 5;
        }
        for (int minute = 0; minute < 10; minute++) {
            assertThat(perMinute[minute]).isBetween(4300, 4500);
        }
        assertThat(lastTen).isPositive(); // not all at once and then nothing
    }

    @Test
    void aClockThatGoesBackBeginsNoWindow() {
        send(6000, START + MINUTE);

        assertThat(budget.waitMs(1, RequestPriority.ORDER, START + MINUTE - 1)).isPositive();
    }

    /// The first request is sent before the venue's clock is known.
    @Test
    void aClockThatWasAYearAheadIsNoReasonToWaitAYear() {
        RequestBudget budget = new RequestBudget(100, 60_000);
        budget.sent(1, START + 365L * 86_400_000);

        budget.refused(0, START);

        assertThat(budget.waitMs(1, RequestPriority.LIVE, START)).isBetween(1_000L, 60_000L);
        assertThat(budget.state(START).used()).isEqualTo(100);
        assertThat(budget.waitMs(1, RequestPriority.LIVE, START + 60_000)).isZero();
    }
}
