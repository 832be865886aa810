/// The one metrics engine: window, report, CSV and JSON all show what is computed here, and nothing
/// else computes a metric. `docs/metrics.md` explains each for users.
///
/// Start with [Metrics]. Callers: `plumbline.engine.report`, the command line, the results of the
/// window.
package plumbline.engine.analytics;
