/// Keeping what is stored sound: looking for faults, copies to fall back on, moving to another
/// store, and the log of who changed what.
///
/// - [DataCheck] reads every candle and brings the ledger of faults up to date.
/// - [Backups] makes copies, proves that each can be restored, and keeps as many as [BackupPlan]
///   says. Nothing else is ever deleted by itself.
/// - [StoreCopy] copies one store into another and can be taken up where it was broken off.
///
/// Start with [DataCheck]. Callers: the command line and the window's data page, alike.
package plumbline.engine.upkeep;
