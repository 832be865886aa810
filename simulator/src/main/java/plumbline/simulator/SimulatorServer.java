package plumbline.simulator;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.engine.text.Suggestions;
import plumbline.simulator.admin.AdminApi;
import plumbline.simulator.admin.Journal;
import plumbline.simulator.binance.BinanceVenue;
import plumbline.simulator.clock.VirtualClock;
import plumbline.simulator.coinbase.CoinbaseVenue;
import plumbline.simulator.drift.DriftMarkets;
import plumbline.simulator.drift.DriftServer;
import plumbline.simulator.fault.FaultRule;
import plumbline.simulator.fault.FaultRules;
import plumbline.simulator.http.HttpListener;
import plumbline.simulator.kraken.KrakenVenue;
import plumbline.simulator.pack.DataPack;
import plumbline.simulator.scenario.Scenario;
import plumbline.simulator.venue.Venue;

/// A simulator that runs: venues on one port of loopback, its own interface on another, until it is
/// closed.
///
/// Threads: any thread.
public final class SimulatorServer implements AutoCloseable {
    private final SimulatorSettings settings;
    private final List<FaultRule> firstRules;
    private final VirtualClock clock;
    private final FaultRules faults;
    private final Journal journal = new Journal();
    private final List<Venue> venues;
    private volatile Scenario scenario = Scenario.CALM;
    private final HttpListener listener;
    private final HttpListener admin;

    private SimulatorServer(SimulatorSettings settings) throws IOException {
        this.settings = settings;
        this.firstRules = settings.rules();
        this.clock = new VirtualClock(settings.startMs(), settings.speed());
        this.faults = new FaultRules(settings.seed());
        this.venues = venues(settings, clock);
        play(settings.scenario());
        this.listener =
                HttpListener.open(
                        "simulator-venue",
                        settings.port(),
                        new VenueHandler(venues, clock, faults, journal));
        try {
            this.admin =
                    HttpListener.open(
                            "simulator-admin",
                            settings.adminPort(),
                            new AdminApi(clock, faults, journal, new Whole()));
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    private static List<Venue> venues(SimulatorSettings settings, VirtualClock clock) {
        long seed = settings.seed();
        boolean limited = settings.limited();
        DataPack pack = settings.pack();
        DriftMarkets drift = DriftMarkets.drift(seed);
        DriftMarkets velocity = DriftMarkets.velocity(seed);
        return List.of(
                BinanceVenue.spot(clock, seed, limited, pack.of("binance")),
                BinanceVenue.futures(clock, seed, limited, pack.of("binance-usdm")),
                new KrakenVenue(clock, seed, limited, pack.of("kraken")),
                new CoinbaseVenue(clock, seed, limited, pack.of("coinbase")),
                DriftServer.data(clock, drift, limited),
                DriftServer.dlob(clock, drift, limited),
                DriftServer.data(clock, velocity, limited),
                DriftServer.dlob(clock, velocity, limited));
    }

    /// Begins a scenario: its clock, its limits, and its faults behind those of the start.
    private void play(Scenario chosen) {
        clock.drift(0);
        clock.skew(chosen.skewMs());
        clock.drift(chosen.driftPpm());
        venues.forEach(venue -> venue.limit(chosen.limits()));
        List<FaultRule> rules = new ArrayList<>(firstRules);
        rules.addAll(chosen.rules(clock.nowMs()));
        faults.replace(rules);
        scenario = chosen;
    }

    /// Starts one.
    ///
    /// @throws IOException if a port is taken or may not be used; nothing is left open then
    /// @throws IllegalArgumentException if the rules of faults cannot be read or the speed is out
    ///   of range
    public static SimulatorServer start(SimulatorSettings settings) throws IOException {
        return new SimulatorServer(settings);
    }

    /// The base addresses of the venues by their names, for example
    /// `http://127.0.0.1:8080/binance`.
    public Map<String, URI> venues() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (Venue venue : venues) {
            addresses.put(venue.prefix().substring(1), address(listener.port(), venue.prefix()));
        }
        return addresses;
    }

    /// The base address of a venue.
    ///
    /// @throws IllegalArgumentException if no such venue is played
    public URI venue(String name) {
        URI address = venues().get(name);
        if (address == null) {
            throw new IllegalArgumentException(
                    Suggestions.unknown("venue", name, venues().keySet()));
        }
        return address;
    }

    /// The base address of its own interface.
    public URI admin() {
        return address(admin.port(), "/__sim");
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /// Ends all connections, and waits until their threads have ended.
    ///
    /// @throws RuntimeException the first error inside the simulator, if there was one
    @Override
    public void close() {
        try (listener;
                admin) {
            return; // closed in turn, the second also if the first fails
        }
    }

    private void reset() {
        clock.pause(false);
        clock.speed(settings.speed());
        clock.seek(settings.startMs());
        journal.clear();
        venues.forEach(Venue::reset);
        play(settings.scenario());
    }

    /// What the admin interface asks of the whole.
    private final class Whole implements AdminApi.Control {
        @Override
        public void reset() {
            SimulatorServer.this.reset();
        }

        @Override
        public void play(Scenario chosen) {
            SimulatorServer.this.play(chosen);
        }

        @Override
        public Scenario scenario() {
            return scenario;
        }

        @Override
        public Map<String, Integer> usedWeights() {
            Map<String, Integer> used = new LinkedHashMap<>();
            venues.forEach(venue -> used.put(venue.prefix().substring(1), venue.usedWeight()));
            return used;
        }

        @Override
        public int connections() {
            return listener.connections();
        }
    }
}
