/// Files that are whole or not there, and whose they are.
///
/// Start with [AtomicFile]. Callers: whatever writes a document.
package plumbline.engine.io;
