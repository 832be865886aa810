package plumbline.engine.exchange.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A venue over real sockets whose answers are made of the requests; time is made.
public final class PlayedVenue implements AutoCloseable {
    public final MadeTime time = new MadeTime();
    public final ScriptedServer server = new ScriptedServer(time);
    public final HttpTransport transport = new HttpTransport();
    public final VenueEvents events = new VenueEvents(event -> {});

    /// Makes the answer to a request.
    @FunctionalInterface
    public interface Play {
        String answer(String path, Map<String, String> query);
    }

    public PlayedVenue(Play play) throws IOException {
        server.always(socket -> {
            URI asked = URI.create(server.targets().getLast());
            String answer = play.answer(asked.getPath(), query(asked));
            return ScriptedServer.ok(answer).answer(socket);
        });
    }

    private static Map<String, String> query(URI asked) {
        Map<String, String> query = new TreeMap<>();
        String raw = asked.getRawQuery();
        if (raw != null) {
            for (String part : raw.split("&")) {
                String[] sides = part.split("=", 2);
                query.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    public Timing timing() {
        return new Timing(time, time, () -> 1.0);
    }

    /// The requests of a path.
    public List<String> asked(String path) {
        return server.targets().stream().filter(target -> target.startsWith(path)).toList();
    }

    @Override
    public void close() throws IOException {
        transport.close();
        server.close();
    }
}
