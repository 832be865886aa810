/// How venues are called without harm: within their limits.
///
/// Start with [plumbline.engine.exchange.resilience.RequestBudget], which follows a venue's own
/// counter of requests; [plumbline.engine.exchange.resilience.RequestGate] is where requests wait
/// for it.
package plumbline.engine.exchange.resilience;
