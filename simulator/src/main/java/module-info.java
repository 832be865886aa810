/// Plays an exchange on this machine. Callers see [plumbline.simulator.SimulatorServer].
@org.jspecify.annotations.NullMarked
module plumbline.simulator {
    requires plumbline.engine;
    requires static transitive org.jspecify;
    requires tools.jackson.databind;

    exports plumbline.simulator;
    exports plumbline.simulator.pack;
    exports plumbline.simulator.scenario;
}
