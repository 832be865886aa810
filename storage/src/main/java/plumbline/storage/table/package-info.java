/// The tables that every database has alike, and the SQL that all of them understand: markets and
/// series, coverage, the ledger of faults, runs.
package plumbline.storage.table;
