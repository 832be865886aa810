/// What is traded on the simulated venue, made from a seed.
///
/// Everything here is a pure function of (seed, market, time): nothing is remembered between two
/// questions but a few days that were just computed, so years of history cost no memory and two
/// runs agree.
///
/// Start with [plumbline.simulator.market.MarketHistory]. A day's trades are drawn first
/// ([plumbline.simulator.market.DayBlock]); candles of every length are sums over them, so trades
/// and candles cannot disagree. Callers: the venues.
package plumbline.simulator.market;
