/// Copies of a home's databases, and what takes their place when one does not open.
///
/// A backup is one zip: the database files as they are, and a manifest of what the candles in them
/// add up to. Start with [H2Backups]. Caller: [plumbline.storage.Stores].
package plumbline.storage.backup;
