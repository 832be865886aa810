/// Drift and Velocity, one program on Solana under two names: their perpetuals. Start with
/// [plumbline.engine.exchange.drift.Drift].
package plumbline.engine.exchange.drift;
