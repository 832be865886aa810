/// Scripts of what goes wrong over an exchange's time. Start with
/// [plumbline.simulator.scenario.Scenario].
package plumbline.simulator.scenario;
