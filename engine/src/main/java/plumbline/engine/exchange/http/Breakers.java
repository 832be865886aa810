package plumbline.engine.exchange.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/// A circuit breaker for each group of a venue's endpoints: after some failures in a row the group
/// is left alone, then one request is tried.
///
/// Thread-safe.
final class Breakers {
    private final Map<String, CircuitBreaker> byGroup = new ConcurrentHashMap<>();
    private final CallRules rules;
    private final CircuitBreakerConfig config;
    private final BiConsumer<VenueEvent.Kind, String> events;

    /// @param events is told what changes
    Breakers(CallRules rules, InstantSource clock, BiConsumer<VenueEvent.Kind, String> events) {
        this.rules = rules;
        this.events = events;
        config =
                CircuitBreakerConfig.custom()
                        .slidingWindow(
                                rules.failures(), rules.failures(), SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(100)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(rules.leftAlone())
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .build();
    }

    /// A request to a group. To be closed, or the one request that is tried would never be over.
    Pass enter(String group) {
        CircuitBreaker breaker = byGroup.computeIfAbsent(group, this::create);
        return new Pass(breaker, breaker.tryAcquirePermission());
    }

    private CircuitBreaker create(String group) {
        CircuitBreaker breaker = CircuitBreaker.of(group, config);
        breaker.getEventPublisher()
                .onStateTransition(
                        event -> tell(group, state(event.getStateTransition().getToState())));
        return breaker;
    }

    private void tell(String group, VenueState.Breaker now) {
        switch (now) {
            case OPEN ->
                    events.accept(
                            VenueEvent.Kind.BREAKER_OPENED,
                            "'%s' failed %d times in a row and is left alone for %d s"
                                    .formatted(
                                            group,
                                            rules.failures(),
                                            rules.leftAlone().toSeconds()));
            case PROBING ->
                    events.accept(
                            VenueEvent.Kind.BREAKER_PROBING,
                            "one request is sent to '" + group + "' to see whether it works");
            case CLOSED ->
                    events.accept(VenueEvent.Kind.BREAKER_CLOSED, "'" + group + "' works again");
        }
    }

    private static VenueState.Breaker state(State state) {
        return switch (state) {
            case OPEN, FORCED_OPEN -> VenueState.Breaker.OPEN;
            case HALF_OPEN -> VenueState.Breaker.PROBING;
            case CLOSED, DISABLED, METRICS_ONLY -> VenueState.Breaker.CLOSED;
        };
    }

    Map<String, VenueState.Breaker> states() {
        Map<String, VenueState.Breaker> states = new TreeMap<>();
        byGroup.forEach((group, breaker) -> states.put(group, state(breaker.getState())));
        return states;
    }

    /// One request's way through a breaker. Not thread-safe.
    static final class Pass implements AutoCloseable {
        private final CircuitBreaker breaker;
        private boolean held;

        private Pass(CircuitBreaker breaker, boolean held) {
            this.breaker = breaker;
            this.held = held;
        }

        /// Whether the request may go, still: the group may have failed while it waited.
        boolean open() {
            return held && breaker.getState() != State.OPEN;
        }

        /// The venue has answered, whatever it said.
        void answered() {
            if (held) {
                held = false;
                breaker.onSuccess(0, TimeUnit.MILLISECONDS);
            }
        }

        void failed(ExchangeException failure) {
            if (held) {
                held = false;
                breaker.onError(0, TimeUnit.MILLISECONDS, failure);
            }
        }

        /// Nothing is known of the venue if neither was said.
        @Override
        public void close() {
            if (held) {
                held = false;
                breaker.releasePermission();
            }
        }
    }
}
