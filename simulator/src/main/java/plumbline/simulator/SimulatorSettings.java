package plumbline.simulator;

import java.util.List;
import plumbline.simulator.fault.FaultJson;
import plumbline.simulator.fault.FaultRule;
import plumbline.simulator.pack.DataPack;
import plumbline.simulator.scenario.Scenario;

/// How a simulator starts.
///
/// @param port for the venues; 0 for any that is free
/// @param adminPort for its own interface; 0 for any that is free
/// @param seed of markets and faults: the same seed gives the same
/// @param startMs what time it is for the venues at the start, epoch milliseconds UTC
/// @param speed virtual seconds in one real second; 0 stands still
/// @param limited whether venues refuse too many requests
/// @param faultRules a JSON array of rules, see `docs/simulator.md`; they come before those of the
///   scenario
/// @param pack markets that are given instead of drawn
/// @param scenario the script that begins with the start
public record SimulatorSettings(
        int port,
        int adminPort,
        long seed,
        long startMs,
        double speed,
        boolean limited,
        String faultRules,
        DataPack pack,
        Scenario scenario) {

    /// Without faults.
    public static final String NO_FAULTS = "[]";

    /// @throws IllegalArgumentException if a port does not exist
    public SimulatorSettings {
        checkPort("port", port);
        checkPort("admin port", adminPort);
    }

    /// Without a pack and in calm.
    public SimulatorSettings(
            int port,
            int adminPort,
            long seed,
            long startMs,
            double speed,
            boolean limited,
            String faultRules) {
        this(
                port,
                adminPort,
                seed,
                startMs,
                speed,
                limited,
                faultRules,
                DataPack.NONE,
                Scenario.CALM);
    }

    /// The same with markets of a pack.
    public SimulatorSettings with(DataPack other) {
        return new SimulatorSettings(
                port, adminPort, seed, startMs, speed, limited, faultRules, other, scenario);
    }

    /// The same with another scenario.
    public SimulatorSettings with(Scenario other) {
        return new SimulatorSettings(
                port, adminPort, seed, startMs, speed, limited, faultRules, pack, other);
    }

    private static void checkPort(String name, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(name + " must be 0 to 65535, was " + port);
        }
    }

    /// For tests: any free ports, a clock that stands still, limits and no faults.
    public static SimulatorSettings standing(long seed, long startMs) {
        return new SimulatorSettings(0, 0, seed, startMs, 0, true, NO_FAULTS);
    }

    /// The same with other rules.
    public SimulatorSettings withFaults(String rules) {
        return new SimulatorSettings(
                port, adminPort, seed, startMs, speed, limited, rules, pack, scenario);
    }

    /// The same without limits of requests.
    public SimulatorSettings unlimited() {
        return new SimulatorSettings(
                port, adminPort, seed, startMs, speed, false, faultRules, pack, scenario);
    }

    /// @throws IllegalArgumentException if the rules cannot be read
    List<FaultRule> rules() {
        return FaultJson.read(faultRules);
    }
}
