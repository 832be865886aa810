/// The error centre: what went wrong, told in one way everywhere, folded where it comes again.
///
/// - [ErrorCentre] is told of problems from any thread and lists them on the FX thread.
/// - A [Problem] says what, why, what was done about it, what to do, and has a code such as
///   `STO-101`; [ProblemKinds] makes one of an exception.
/// - [Redaction] takes secrets out of every text before it is shown or copied.
/// - [ErrorsPanel] lists them; [ErrorCard] shows one within any panel.
///
/// Start with [ErrorCentre].
package plumbline.ui.error;
