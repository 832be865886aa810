/// The time that the simulated venues live in. Start with [plumbline.simulator.clock.VirtualClock].
package plumbline.simulator.clock;
