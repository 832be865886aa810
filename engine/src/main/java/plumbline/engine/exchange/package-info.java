/// Venues: what they list and sell, in our own words.
///
/// Each venue has a package of its own, with one type to begin with; how venues are called without
/// harm is in [plumbline.engine.exchange.resilience], how their names of markets are told apart in
/// [plumbline.engine.exchange.symbol].
package plumbline.engine.exchange;
