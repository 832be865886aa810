/// The command line. One class a command; [Terminal] is the only place that prints.
///
/// What every command owes its user: progress and warnings on standard error, one JSON document on
/// standard output with `--json`, exit status 0, 1, 2, 3 or 130 ([ExitStatus]), and a message that
/// says what, why, what was already done and what to do next.
///
/// Start with [PlumblineCommand], then [DataListCommand], the smallest complete example.
package plumbline.app.cli;
