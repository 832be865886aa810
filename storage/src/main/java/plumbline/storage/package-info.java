/// The way into the store: opens the database of a home folder or a server and gives the ports of
/// the engine.
///
/// Start with [Stores]; the databases are in packages that are not exported. Caller: the
/// application, which hands the ports on.
package plumbline.storage;
