package plumbline.app;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import plumbline.engine.config.ConfigKey;
import plumbline.engine.config.ConfigKeys;
import plumbline.engine.config.Configuration;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.binance.Binance;
import plumbline.engine.exchange.binance.Binance.Segment;
import plumbline.engine.exchange.http.HttpTransport;
import plumbline.engine.exchange.http.Timing;
import plumbline.engine.exchange.http.VenueEvent;
import plumbline.engine.exchange.http.VenueEvents;
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
        return Arrays.stream(Segment.values()).map(Segment::venue).toList();
    }

    /// The exchange of that name.
    ///
    /// @throws IllegalArgumentException if there is none; the message names those that there are
    public synchronized Exchange of(String venue) {
        Segment segment =
                Arrays.stream(Segment.values())
                        .filter(one -> one.venue().equals(venue))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        Suggestions.unknown("exchange", venue, venues())));
        return open.computeIfAbsent(
                venue, v -> new Binance(segment, url(segment), transport, timing, events));
    }

    private String url(Segment segment) {
        String simulator = configuration.get(ConfigKeys.EXCHANGES_SIMULATOR);
        return simulator.isEmpty()
                ? configuration.get(address(segment))
                : simulator.replaceAll("/+$", "") + "/" + segment.venue();
    }

    private static ConfigKey<String> address(Segment segment) {
        return switch (segment) {
            case SPOT -> ConfigKeys.EXCHANGES_BINANCE_URL;
            case USDM -> ConfigKeys.EXCHANGES_BINANCE_USDM_URL;
        };
    }

    /// Whether all of them are simulated.
    public boolean isTest() {
        return !configuration.get(ConfigKeys.EXCHANGES_SIMULATOR).isEmpty();
    }

    @Override
    public synchronized void close() {
        open.values().forEach(Exchange::close);
        transport.close();
    }
}
