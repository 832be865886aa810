/// The tables that every database has alike, and the SQL that all of them understand: markets and
/// series, coverage, the ledger of faults, runs.
///
/// Start with [SqlCandleRepository]. Callers: the stores in `h2` and `timescale`.
package plumbline.storage.table;
