/// The Drift family: a server of data and one of order books for each deployment, Drift and
/// Velocity. Start with [plumbline.simulator.drift.DriftMarkets].
package plumbline.simulator.drift;
