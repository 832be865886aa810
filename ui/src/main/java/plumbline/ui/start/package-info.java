/// How the window starts when it is not a usual start: the very first one of a home, and one in
/// which nothing of what the user arranged is read or written.
///
/// Start with [FirstStart].
package plumbline.ui.start;
