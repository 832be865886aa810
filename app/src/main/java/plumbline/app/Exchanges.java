package plumbline.app;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import plumbline.engine.config.ConfigKeys;
import plumbline.engine.config.Configuration;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.http.HttpTransport;
import plumbline.engine.exchange.http.Timing;
import plumbline.engine.exchange.http.VenueEvent;
import plumbline.engine.exchange.http.VenueEvents;
import plumbline.engine.exchange.http.VenueState;
import plumbline.engine.text.Suggestions;

/// The exchanges that can be called: in the world, or all of them at a simulator. Each is opened
/// when it is first asked for.
///
/// Thread-safe. Closing ends all calls.
public final class Exchanges implements AutoCloseable {
    private final Configuration configuration;
    private final Timing timing;
    private final HttpTransport transport = new HttpTransport();
    private final VenueEvents events;
    private final Map<String, Exchange> open = new LinkedHashMap<>();

    /// @param listener is told when something changes in how an exchange is called; any thread
    public Exchanges(
            Configuration configuration,
            InstantSource clock,
            Consumer<? super VenueEvent> listener) {
        this.configuration = configuration;
        this.timing = Timing.real(clock);
        this.events = new VenueEvents(listener);
    }

    /// Our names of them.
    public static List<String> venues() {
        return Arrays.stream(Venue.values()).map(Venue::code).toList();
    }

    /// The exchange of that name.
    ///
    /// @throws IllegalArgumentException if there is none; the message names those that there are
    public synchronized Exchange of(String name) {
        Venue venue =
                Venue.of(name)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        Suggestions.unknown("exchange", name, venues())));
        return open.computeIfAbsent(name, v -> venue.open(urls(venue), transport, timing, events));
    }

    private List<String> urls(Venue venue) {
        String simulator = simulator();
        return venue.addresses().stream()
                .map(address ->
                        simulator.isEmpty()
                                ? configuration.get(address.key())
                                : simulator.replaceAll("/+$", "") + "/" + address.simulated())
                .toList();
    }

    /// Whether all of them are simulated.
    public boolean isTest() {
        return !simulator().isEmpty();
    }

    /// Where they are simulated; empty if they are not.
    public String simulator() {
        return configuration.get(ConfigKeys.EXCHANGES_SIMULATOR);
    }

    /// How it stands with those that were asked for.
    public synchronized List<VenueState> states() {
        return open.values().stream().map(Exchange::state).toList();
    }

    /// The last changes in how they are called, oldest first.
    public List<VenueEvent> recentEvents() {
        return events.recent();
    }

    @Override
    public synchronized void close() {
        open.values().forEach(Exchange::close);
        transport.close();
    }
}
