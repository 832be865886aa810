package plumbline.simulator.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import plumbline.engine.report.Json;
import plumbline.engine.text.ErrorText;
import plumbline.simulator.clock.VirtualClock;
import plumbline.simulator.fault.FaultJson;
import plumbline.simulator.fault.FaultRule;
import plumbline.simulator.fault.FaultRules;
import plumbline.simulator.fault.JsonFields;
import plumbline.simulator.http.HttpConnection;
import plumbline.simulator.http.HttpHandler;
import plumbline.simulator.http.HttpRequest;
import plumbline.simulator.http.HttpResponse;
import plumbline.simulator.scenario.Scenario;

/// The simulator's own interface, below `/__sim`: `POST /clock` (`time`, `speed`, `paused`,
/// `skewMs`, `driftPpm`), `POST /seek` (`time`), `POST /faults` (all rules, see [FaultJson]), `POST
/// /scenario/NAME`, `POST /reset`, `GET /journal`, `GET /state`.
///
/// Threads: any thread.
public final class AdminApi implements HttpHandler {
    private static final String PREFIX = "/__sim";
    private static final String SCENARIO = PREFIX + "/scenario/";
    private static final long MOST_SKEW_MS = 86_400_000;
    private static final double MOST_DRIFT_PPM = 100_000;

    private final VirtualClock clock;
    private final FaultRules faults;
    private final Journal journal;
    private final Control control;

    /// What is asked of the simulator as a whole.
    public interface Control {
        /// Puts everything back to how it started.
        void reset();

        /// Begins a scenario now.
        void play(Scenario scenario);

        /// The scenario that is played.
        Scenario scenario();

        /// What a venue has used of its limit.
        Map<String, Integer> usedWeights();

        /// Connections to the venues that are open.
        int connections();
    }

    /// @param control the simulator
    public AdminApi(VirtualClock clock, FaultRules faults, Journal journal, Control control) {
        this.clock = clock;
        this.faults = faults;
        this.journal = journal;
        this.control = control;
    }

    @Override
    public void handle(HttpRequest request, HttpConnection connection) throws IOException {
        HttpResponse response;
        try {
            response = answer(request);
        } catch (IllegalArgumentException e) { // what was sent cannot be used; nothing was changed
            response = document(400, Map.of("error", ErrorText.of(e)));
        }
        connection.send(response, request.acceptsGzip());
    }

    private HttpResponse answer(HttpRequest request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        if (request.method().equals("POST") && request.path().startsWith(SCENARIO)) {
            control.play(Scenario.of(request.path().substring(SCENARIO.length())));
            return document(200, state());
        }
        return switch (request.method() + " " + request.path()) {
            case "POST " + PREFIX + "/clock" -> {
                setClock(JsonFields.of(body));
                yield document(200, state());
            }
            case "POST " + PREFIX + "/faults" -> {
                faults.replace(FaultJson.read(body));
                yield document(200, state());
            }
            case "POST " + PREFIX + "/reset" -> {
                control.reset();
                yield document(200, state());
            }
            case "POST " + PREFIX + "/seek" -> {
                seek(JsonFields.of(body));
                yield document(200, state());
            }
            case "GET " + PREFIX + "/journal" -> document(200, entries());
            case "GET " + PREFIX + "/state" -> document(200, state());
            default ->
                    document(
                            404,
                            Map.of(
                                    "error",
                                    "there is POST clock, seek, faults, scenario/NAME, reset and GET"
                                            + " journal, state below "
                                            + PREFIX));
        };
    }

    private Map<String, ?> entries() {
        return Map.of("entries", journal.entries().stream().map(Journal.Entry::document).toList());
    }

    private void seek(JsonFields fields) {
        OptionalLong time = fields.time("time");
        fields.requireNoOther();
        clock.seek(time.orElseThrow(() -> fields.wrong("time", "the time to go to")));
    }

    // all is read before anything is set
    private void setClock(JsonFields fields) {
        OptionalLong time = fields.time("time");
        var speed = fields.number("speed", 0, VirtualClock.FASTEST);
        var paused = fields.truth("paused");
        OptionalLong skew = fields.whole("skewMs", -MOST_SKEW_MS, MOST_SKEW_MS);
        var drift = fields.number("driftPpm", -MOST_DRIFT_PPM, MOST_DRIFT_PPM);
        fields.requireNoOther();
        paused.ifPresent(clock::pause);
        speed.ifPresent(clock::speed);
        time.ifPresent(clock::seek);
        skew.ifPresent(clock::skew);
        drift.ifPresent(clock::drift);
    }

    private Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("timeMs", clock.nowMs());
        state.put("time", Instant.ofEpochMilli(clock.nowMs()).toString());
        state.put("speed", clock.speed());
        state.put("paused", clock.isPaused());
        state.put("skewMs", clock.skewMs());
        state.put("driftPpm", clock.driftPpm());
        state.put("scenario", control.scenario().code());
        state.put("usedWeight", control.usedWeights());
        state.put("connections", control.connections());
        state.put("requests", journal.size());
        state.put("faults", rules());
        return state;
    }

    private List<Map<String, Object>> rules() {
        return faults.rules().stream().map(this::rule).toList();
    }

    private Map<String, Object> rule(FaultRule rule) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", rule.id());
        document.put("hits", faults.hits(rule.id()));
        return document;
    }

    private static HttpResponse document(int status, Map<String, ?> document) {
        return HttpResponse.json(status, Json.text(document));
    }
}
