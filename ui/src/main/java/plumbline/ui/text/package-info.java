/// The words of the window, and times as people read them.
///
/// Start with [Texts].
package plumbline.ui.text;
