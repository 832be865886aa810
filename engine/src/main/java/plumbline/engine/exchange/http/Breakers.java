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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/// A circuit breaker for each group of a venue's endpoints: after some failures in a row the group
/// is left alone, then one request is tried.
///
/// Thread-safe.
final class Breakers {
    private final Map<String, Group> byGroup = new ConcurrentHashMap<>();
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

    /// @param openings how often it has opened
    private record Group(CircuitBreaker breaker, AtomicInteger openings) {}

    /// A request to a group. To be closed, or the one request that is tried would never be over.
    Pass enter(String group) {
        return new Pass(byGroup.computeIfAbsent(group, this::create));
    }

    private Group create(String name) {
        Group group = new Group(CircuitBreaker.of(name, config), new AtomicInteger());
        group.breaker
                .getEventPublisher()
                .onStateTransition(event -> {
                    VenueState.Breaker now = state(event.getStateTransition().getToState());
                    if (now == VenueState.Breaker.OPEN) {
                        group.openings.incrementAndGet();
                    }
                    tell(name, now);
                });
        return group;
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
        byGroup.forEach((name, group) -> states.put(name, state(group.breaker.getState())));
        return states;
    }

    /// One request's way through a breaker. It ends when the breaker opens: who waited meanwhile is
    /// not sent, and what comes of one that was under way is not taken for the one that is tried.
    ///
    /// Not thread-safe.
    static final class Pass implements AutoCloseable {
        private final Group group;
        private final int openings;
        private boolean held;

        private Pass(Group group) {
            this.group = group;
            held = group.breaker.tryAcquirePermission();
            openings = group.openings.get();
        }

        /// Whether the request may go, still.
        boolean open() {
            return held && openings == group.openings.get();
        }

        /// The venue has answered, whatever it said.
        void answered() {
            end(() -> group.breaker.onSuccess(0, TimeUnit.MILLISECONDS));
        }

        void failed(ExchangeException failure) {
            end(() -> group.breaker.onError(0, TimeUnit.MILLISECONDS, failure));
        }

        /// Nothing is known of the venue if neither was said.
        @Override
        public void close() {
            end(group.breaker::releasePermission);
        }

        private void end(Runnable how) {
            boolean counts = open();
            held = false;
            if (counts) {
                how.run();
            }
        }
    }
}
