/// How a database is worked on: on the store's own threads, which nobody interrupts, one
/// transaction at a time.
///
/// Start with [Database]. Callers: the databases in `h2` and `timescale`.
package plumbline.storage.transaction;
