/// What must not be lost: the audit log, in a database of its own.
///
/// Start with [SqlAuditLog]. Caller: [plumbline.storage.Stores].
package plumbline.storage.journal;
