/// Files that are whole or not there.
///
/// Start with [AtomicFile]. Callers: whatever writes a document.
package plumbline.engine.io;
