/// Turns a finished run into documents: the JSON result, CSV tables, and the report as PDF with its
/// figures as vectors.
///
/// Nothing is computed here that is a figure of the run: all numbers come from
/// `plumbline.engine.analytics`. What was not computed is left out, or said to be.
///
/// Start with [Reports]. [ResultWriter] is the contract with other programs; [OnePageReport] fills
/// the template; figures are in `figure`. Callers: the commands `backtest` and `report`, the
/// window's export.
package plumbline.engine.report;
