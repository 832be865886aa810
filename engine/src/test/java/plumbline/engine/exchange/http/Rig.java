package plumbline.engine.exchange.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.engine.exchange.http.RefusalReader.Reason;
import plumbline.engine.exchange.resilience.Pause;
import plumbline.engine.exchange.resilience.RequestPriority;

/// A venue on this machine and the way to it; time is made.
final class Rig implements AutoCloseable {
    static final CallRules RULES =
            new CallRules(
                    Duration.ofSeconds(1),
                    Duration.ofMillis(300),
                    Duration.ofMillis(900),
                    64 << 10,
                    3,
                    Duration.ofMillis(500),
                    Duration.ofSeconds(20),
                    3,
                    Duration.ofSeconds(30));

    final MadeTime time = new MadeTime();
    final ScriptedServer server = new ScriptedServer(time);
    final HttpTransport transport = new HttpTransport();
    final VenueEvents events = new VenueEvents(event -> {});
    final VenueHttp http;

    Rig() throws IOException {
        this(6000, Optional.empty());
    }

    Rig(int limit, Optional<VenueProfile.TimeQuestion> question) throws IOException {
        http = connect(limit, question, null);
        time.holdWhile(() -> http.state().limit().inFlight() > 0);
    }

    /// Another client of the same server; made time if no pause is given.
    VenueHttp connect(
            int limit, Optional<VenueProfile.TimeQuestion> question, @Nullable Pause pause) {
        VenueProfile profile =
                new VenueProfile(
                        "test",
                        server.url(),
                        new VenueProfile.Limit(limit, Duration.ofMinutes(1), Optional.of("X-USED")),
                        Rig::reason,
                        question,
                        RULES);
        Timing timing = new Timing(time, pause == null ? time : pause, () -> 1.0);
        return new VenueHttp(profile, transport, timing, events);
    }

    private static Optional<Reason> reason(String body) {
        String[] parts = body.split("[\":,{}]+");
        return body.startsWith("{\"code\"")
                ? Optional.of(new Reason(parts[2], parts[4]))
                : Optional.empty();
    }

    static VenueRequest request(RequestPriority priority) {
        return new VenueRequest("data", "/data", 10, priority);
    }

    static final VenueRequest DATA = request(RequestPriority.LIVE);

    /// Takes what ends with a brace.
    static String text(byte[] body) throws ParseException {
        String text = new String(body, UTF_8);
        if (!text.endsWith("}")) {
            throw new ParseException("no brace at the end", text.length());
        }
        return text;
    }

    String ask(VenueRequest request) throws InterruptedException {
        return http.get(request, Rig::text);
    }

    List<VenueEvent.Kind> kinds() {
        return events.recent().stream().map(VenueEvent::kind).toList();
    }

    @Override
    public void close() throws IOException {
        http.close();
        transport.close();
        server.close();
    }
}
