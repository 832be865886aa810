package plumbline.simulator;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.simulator.admin.Journal;
import plumbline.simulator.clock.VirtualClock;
import plumbline.simulator.fault.FaultAction;
import plumbline.simulator.fault.FaultRule;
import plumbline.simulator.fault.FaultRules;
import plumbline.simulator.fault.FaultyAnswer;
import plumbline.simulator.http.HttpConnection;
import plumbline.simulator.http.HttpHandler;
import plumbline.simulator.http.HttpRequest;
import plumbline.simulator.http.HttpResponse;
import plumbline.simulator.venue.Venue;

/// Leads requests to their venue, past the faults, and writes them down.
///
/// Threads: any thread.
final class VenueHandler implements HttpHandler {
    private final List<Venue> venues;
    private final VirtualClock clock;
    private final FaultRules faults;
    private final Journal journal;

    VenueHandler(List<Venue> venues, VirtualClock clock, FaultRules faults, Journal journal) {
        this.venues = venues;
        this.clock = clock;
        this.faults = faults;
        this.journal = journal;
    }

    @Override
    public boolean accepts() {
        long nowMs = clock.nowMs();
        Optional<FaultRule> rule = faults.ofConnection(nowMs);
        rule.ifPresent(r -> journal.add(new Journal.Entry(0, nowMs, "", "", 0, 0, 0, r.id())));
        return rule.isEmpty();
    }

    @Override
    public void handle(HttpRequest request, HttpConnection connection)
            throws IOException, InterruptedException {
        long nowMs = clock.nowMs();
        Execution execution = new Execution(request);
        Optional<FaultRule> rule = faults.of(request, nowMs);
        if (rule.isEmpty()) {
            HttpResponse response = execution.response();
            write(execution, nowMs, response.status(), "");
            connection.send(response, request.acceptsGzip());
            return;
        }
        FaultAction action = rule.get().action();
        FaultyAnswer answer = new FaultyAnswer(action, request.acceptsGzip());
        HttpResponse response = answer.response(execution::response, execution::error);
        boolean silent =
                action instanceof FaultAction.NeverAnswer || action instanceof FaultAction.Reset;
        write(
                execution,
                nowMs,
                response == null || silent ? 0 : response.status(),
                rule.get().id());
        answer.send(response, connection);
    }

    // before it is sent: whoever has the answer finds it in the journal
    private void write(Execution execution, long nowMs, int status, String fault) {
        journal.add(
                new Journal.Entry(
                        0,
                        nowMs,
                        execution.request.method(),
                        execution.request.target(),
                        execution.reply == null ? 0 : execution.reply.weight(),
                        execution.reply == null ? 0 : execution.reply.usedWeight(),
                        status,
                        fault));
    }

    /// A request, and what its venue said if it was executed.
    private final class Execution {
        private final HttpRequest request;
        private Venue.@Nullable Reply reply;

        Execution(HttpRequest request) {
            this.request = request;
        }

        HttpResponse response() {
            Optional<Venue> venue = venue();
            if (venue.isEmpty()) {
                return HttpResponse.html(404, "Not Found");
            }
            Venue.Reply answered = venue.get().answer(request);
            reply = answered;
            return answered.response();
        }

        HttpResponse error(int status) {
            return venue().map(v -> v.error(status)).orElse(HttpResponse.html(status, "Error"));
        }

        private Optional<Venue> venue() {
            return venues.stream()
                    .filter(venue -> request.path().startsWith(venue.prefix() + "/"))
                    .findFirst();
        }
    }
}
