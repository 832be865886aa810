/// The store in H2: one database file, `market.mv.db`, in the home folder.
///
/// - Callers never enter H2: all work is done on threads that belong to the database and that
///   nobody interrupts, because one interrupt inside H2 can close the database for all
///   ([plumbline.storage.transaction.StoreThreads]).
/// - Several processes may share the file: whoever opens it first serves the others over loopback,
///   and when that one goes the next takes over ([H2Connections]). Work that was cut off by that is
///   done again ([H2Database]).
/// - Candles are kept in chunks of fixed time slots, columns one after the other, with a checksum
///   that does not depend on the database ([Chunk]).
///
/// Start with [H2CandleRepository]. Caller: [plumbline.storage.Stores].
package plumbline.storage.h2;
