package plumbline.engine.exchange.http;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import plumbline.engine.exchange.resilience.RequestPriority;

/// A question to a venue, sent as GET.
///
/// @param group of endpoints that fail together, such as `candles`: when it fails too often it is
///   left alone for a while, and the others are not
/// @param path below the venue's address, such as `/api/v3/klines`
/// @param query in the order in which it is sent, not yet encoded
/// @param weight how much of the venue's limit it uses
/// @param repeatable whether it does no harm to send it twice
/// @param patience how long it may wait for the limit, before each try
public record VenueRequest(
        String group,
        String path,
        SequencedMap<String, String> query,
        int weight,
        RequestPriority priority,
        boolean repeatable,
        Duration patience) {
    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(2);

    /// @throws IllegalArgumentException if the path does not begin with a slash, or the weight is
    ///   below 0
    public VenueRequest {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash, this is " + path);
        }
        if (weight < 0) {
            throw new IllegalArgumentException("a weight is 0 or more, this is " + weight);
        }
        query = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(query));
    }

    /// One that may be repeated and waits for a window of a minute, and some more.
    public VenueRequest(String group, String path, int weight, RequestPriority priority) {
        this(group, path, new LinkedHashMap<>(), weight, priority, true, USUAL_PATIENCE);
    }

    /// The same with one more parameter.
    public VenueRequest with(String name, String value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new VenueRequest(group, path, more, weight, priority, repeatable, patience);
    }

    /// The same that waits so long.
    public VenueRequest waitingFor(Duration time) {
        return new VenueRequest(group, path, query, weight, priority, repeatable, time);
    }

    /// The same that is sent once.
    public VenueRequest once() {
        return new VenueRequest(group, path, query, weight, priority, false, patience);
    }
}
