/// Words and numbers as people read them, the same in messages, on the command line, in reports and
/// in the window.
///
/// Start with [Numbers]. Callers: everything that shows or says something; [Printable] for what is
/// quoted from files.
package plumbline.engine.text;
