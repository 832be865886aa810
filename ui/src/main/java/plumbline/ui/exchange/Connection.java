package plumbline.ui.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.engine.exchange.http.VenueState;
import plumbline.engine.exchange.http.VenueState.Breaker;
import plumbline.engine.text.Durations;
import plumbline.ui.text.Texts;

/// How it stands with one exchange, as a row of a table.
///
/// @param state `null` if it was never asked for anything
record Connection(String venue, @Nullable VenueState state) {
    /// At one glance.
    enum Health {
        UNUSED("off"),
        WELL("ok"),
        TROUBLED("warn"),
        SHUT("bad");

        private final String styleClass;

        Health(String styleClass) {
            this.styleClass = styleClass;
        }

        String styleClass() {
            return styleClass;
        }
    }

    /// All that there are, in their order.
    static List<Connection> all(List<String> venues, List<VenueState> states) {
        return venues.stream()
                .map(venue ->
                        new Connection(
                                venue,
                                states.stream()
                                        .filter(state -> state.venue().equals(venue))
                                        .findFirst()
                                        .orElse(null)))
                .toList();
    }

    Health health(Instant now) {
        if (state == null || state.latency().isEmpty() && state.error().isEmpty()) {
            return Health.UNUSED;
        }
        if (closedUntil(now).isPresent()) {
            return Health.SHUT;
        }
        boolean open = state.breakers().values().stream().anyMatch(b -> b != Breaker.CLOSED);
        boolean failed = state.error().filter(VenueState.Failure::standing).isPresent();
        return open || failed || state.latency().isEmpty() ? Health.TROUBLED : Health.WELL;
    }

    private Optional<Instant> closedUntil(Instant now) {
        return state == null
                ? Optional.empty()
                : state.limit().closedUntil().filter(until -> until.isAfter(now));
    }

    String stateText(Instant now) {
        return switch (health(now)) {
            case UNUSED -> Texts.of("connection.unused");
            case WELL -> Texts.of("connection.well");
            case TROUBLED -> Texts.of("connection.troubled");
            case SHUT -> Texts.of("connection.shut", left(now));
        };
    }

    private String left(Instant now) {
        Instant until = closedUntil(now).orElse(now);
        return Durations.text(Duration.between(now, until).toMillis());
    }

    String latency() {
        return state == null
                ? ""
                : state.latency().map(latency -> latency.toMillis() + " ms").orElse("");
    }

    /// The part of the limit that is used, 0 to 1.
    double used() {
        return state == null ? 0 : (double) state.limit().used() / state.limit().capacity();
    }

    String limit() {
        if (state == null) {
            return "";
        }
        String used = state.limit().used() + " / " + state.limit().capacity();
        int waiting = state.limit().waiting();
        return waiting == 0 ? used : used + " · " + Texts.of("connection.waiting", waiting);
    }

    /// What is left alone; that all is asked, if nothing is.
    String breakers() {
        if (state == null || state.breakers().isEmpty()) {
            return "";
        }
        List<String> open =
                state.breakers().entrySet().stream()
                        .filter(e -> e.getValue() != Breaker.CLOSED)
                        .sorted(Map.Entry.comparingByKey())
                        .map(e ->
                                Texts.of(
                                        e.getValue() == Breaker.OPEN
                                                ? "connection.breaker.open"
                                                : "connection.breaker.probing",
                                        e.getKey()))
                        .toList();
        return open.isEmpty() ? Texts.of("connection.breaker.closed") : String.join(", ", open);
    }

    /// How far its clock is ahead of ours.
    String clock() {
        return state == null
                ? ""
                : state.clockOffset()
                        .map(offset ->
                                (offset.isNegative() ? "−" : "+")
                                        + Durations.text(Math.abs(offset.toMillis())))
                        .orElse("");
    }

    Optional<VenueState.Failure> error() {
        return state == null ? Optional.empty() : state.error();
    }
}
