package plumbline.ui.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.engine.exchange.http.VenueState;
import plumbline.engine.exchange.http.VenueState.Breaker;
import plumbline.engine.exchange.resilience.RequestGate;
import plumbline.ui.exchange.Connection.Health;

/// What is said of an exchange at one glance.
class ConnectionTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static Connection connection(Optional<Instant> closed, Breaker breaker) {
        return new Connection(
                "binance",
                new VenueState(
                        "binance",
                        new RequestGate.State(5990, 6000, closed, false, 3, 1),
                        Map.of("candles", breaker),
                        Optional.of(Duration.ofMillis(41)),
                        Optional.empty(),
                        Optional.of(Duration.ofMillis(-1272))));
    }

    @Test
    void oneThatWasNeverAskedIsNotUsed() {
        List<Connection> all = Connection.all(List.of("binance", "kraken"), List.of());

        assertThat(all).hasSize(2);
        assertThat(all).allSatisfy(one -> assertThat(one.health(NOW)).isEqualTo(Health.UNUSED));
        assertThat(all.getFirst().limit() + all.getFirst().latency()).isEmpty();
    }

    @Test
    void oneThatAnswers() {
        Connection well = connection(Optional.empty(), Breaker.CLOSED);

        assertThat(well.health(NOW)).isEqualTo(Health.WELL);
        assertThat(well.latency()).isEqualTo("41 ms");
        assertThat(well.limit()).isEqualTo("5990 / 6000 · 3 waiting");
        assertThat(well.clock()).isEqualTo("−1272 ms");
        assertThat(well.breakers()).isEqualTo("nothing");
    }

    @Test
    void oneThatRefusesSaysForHowLong() {
        Connection shut = connection(Optional.of(NOW.plusSeconds(90)), Breaker.CLOSED);

        assertThat(shut.health(NOW)).isEqualTo(Health.SHUT);
        assertThat(shut.stateText(NOW)).isEqualTo("refuses for 90 s");
        assertThat(shut.health(NOW.plusSeconds(91))).isEqualTo(Health.WELL);
    }

    @Test
    void oneWhoseLastCallFailedIsNotWell() {
        Connection well = connection(Optional.empty(), Breaker.CLOSED);
        VenueState before = Objects.requireNonNull(well.state());
        for (boolean standing : new boolean[] {true, false}) {
            Connection failed =
                    new Connection(
                            "binance",
                            new VenueState(
                                    "binance",
                                    before.limit(),
                                    before.breakers(),
                                    before.latency(),
                                    Optional.of(new VenueState.Failure(NOW, "no", standing)),
                                    before.clockOffset()));

            assertThat(failed.health(NOW)).isEqualTo(standing ? Health.TROUBLED : Health.WELL);
        }
    }

    @Test
    void whatIsLeftAloneIsNamed() {
        Connection troubled = connection(Optional.empty(), Breaker.OPEN);

        assertThat(troubled.health(NOW)).isEqualTo(Health.TROUBLED);
        assertThat(troubled.breakers()).isEqualTo("candles");
        assertThat(connection(Optional.empty(), Breaker.PROBING).breakers())
                .isEqualTo("candles (being tried)");
    }
}
