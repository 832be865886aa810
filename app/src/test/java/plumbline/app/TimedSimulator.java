package plumbline.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.engine.exchange.http.HttpTransport;
import plumbline.engine.exchange.http.Timing;
import plumbline.engine.exchange.http.VenueEvents;
import plumbline.engine.market.Candle;
import plumbline.simulator.SimulatorServer;
import plumbline.simulator.SimulatorSettings;

/// A simulator over real sockets whose time passes when a client waits, and only then; the clock of
/// the client may be wrong by any amount. What it has, it is asked by a client of the JDK.
final class TimedSimulator implements AutoCloseable {
    private static final Pattern ENTRY =
            Pattern.compile(
                    "\"timeMs\"\\s*:\\s*(\\d+),\\s*\"method\"\\s*:\\s*\"\\w*\",\\s*\"target\"\\s*:\\s*\"([^\"]*)\","
                            + "\\s*\"weight\"\\s*:\\s*\\d+,\\s*\"usedWeight\"\\s*:\\s*(\\d+),\\s*\"status\"\\s*:\\s*(\\d+)");
    private static final Pattern ROW = Pattern.compile("\\[(\\d+(?:,\"?[-0-9.eE]+\"?)+)[],]");

    final SimulatorServer server;
    final HttpTransport transport = new HttpTransport();
    final VenueEvents events = new VenueEvents(event -> {});
    private final AtomicLong venueMs;
    private final long localAheadMs;

    /// A request that came.
    record Seen(long timeMs, String target, int usedWeight, int status) {}

    /// @param localAheadMs how far the client's clock is ahead of the venues'
    TimedSimulator(long nowMs, long localAheadMs) throws IOException {
        server = SimulatorServer.start(SimulatorSettings.standing(7, nowMs));
        venueMs = new AtomicLong(nowMs);
        this.localAheadMs = localAheadMs;
    }

    Timing timing() {
        InstantSource local = () -> Instant.ofEpochMilli(venueMs.get() + localAheadMs);
        return new Timing(local, this::await, () -> 1.0);
    }

    private void await(Condition signal, long ms) {
        pass(ms);
    }

    /// Lets time pass everywhere.
    void pass(long ms) {
        post("clock", "{\"time\": \"" + Instant.ofEpochMilli(venueMs.addAndGet(ms)) + "\"}");
    }

    long nowMs() {
        return venueMs.get();
    }

    String url(String venue) {
        return server.venue(venue).toString();
    }

    /// One rule from now on.
    ///
    /// @param rest its fields behind the id
    void fault(String rest) {
        post("faults", "[{\"id\": \"fault\", " + rest + "}]");
    }

    private void post(String path, String body) {
        try {
            HttpURLConnection connection = open(server.admin() + "/" + path);
            connection.setDoOutput(true);
            connection.setRequestMethod("POST");
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            if (connection.getResponseCode() != 200) {
                throw new AssertionError(path + " was answered " + connection.getResponseCode());
            }
        } catch (IOException e) {
            throw new AssertionError(path + " failed", e);
        }
    }

    static String get(String address) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (InputStream in = open(address).getInputStream()) {
            in.transferTo(all);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static HttpURLConnection open(String address) throws IOException {
        return (HttpURLConnection) URI.create(address).toURL().openConnection();
    }

    /// All requests of a path, oldest first.
    List<Seen> journal(String path) throws IOException {
        List<Seen> seen = new ArrayList<>();
        Matcher entry = ENTRY.matcher(get(server.admin() + "/journal"));
        while (entry.find()) {
            if (entry.group(2).contains(path)) {
                seen.add(
                        new Seen(
                                Long.parseLong(entry.group(1)),
                                entry.group(2),
                                Integer.parseInt(entry.group(3)),
                                Integer.parseInt(entry.group(4))));
            }
        }
        return seen;
    }

    /// How many requests met the rule.
    long faults() throws IOException {
        return Pattern.compile("\"fault\"\\s*:\\s*\"fault\"")
                .matcher(get(server.admin() + "/journal"))
                .results()
                .count();
    }

    /// Rows of candles as a venue answers them, in its order.
    ///
    /// @param unitMs of the time
    /// @param fields places of open, high, low, close and volume in a row
    static List<Candle> rows(String address, long unitMs, int... fields) throws IOException {
        List<Candle> candles = new ArrayList<>();
        Matcher row = ROW.matcher(get(address));
        while (row.find()) {
            String[] cells = row.group(1).replace("\"", "").split(",");
            double[] v = new double[fields.length];
            for (int i = 0; i < v.length; i++) {
                v[i] = Double.parseDouble(cells[fields[i]]);
            }
            long open = Long.parseLong(cells[0]) * unitMs;
            candles.add(new Candle(open, v[0], v[1], v[2], v[3], v[4]));
        }
        return candles;
    }

    @Override
    public void close() {
        transport.close();
        server.close();
    }
}
