/// An exchange on this machine: for trying Plumbline without a network, and for tests of what
/// exchanges do on bad days.
///
/// Start with [plumbline.simulator.SimulatorServer]. It plays venues on one port and takes orders
/// from its user on a second one. Markets are made from a seed (`market`), venues speak their own
/// protocol (`binance`, `kraken`, `coinbase`), and rules (`fault`) break answers on purpose. Time
/// is the simulator's own ([plumbline.simulator.clock.VirtualClock]).
package plumbline.simulator;
