/// How venues are called without harm: within their limits.
///
/// Start with [plumbline.engine.exchange.resilience.RequestBudget], which follows a venue's own
/// counter of requests.
package plumbline.engine.exchange.resilience;
