/// The page of what is stored: a calendar of every series, the ledger of its gaps and faults, the
/// store, its last check and its backups, and the works that keep it sound.
///
/// - [DataViewModel] holds what is shown; [Months] computes the calendar of a series from what was
///   asked for and from its gaps, without reading candles.
/// - [DataActions] does the long works, one at a time through a [plumbline.ui.job.JobLane]: verify,
///   repair, import, export, back up.
/// - What is needed of the rest comes as [DataServices].
///
/// Start with [DataPage].
package plumbline.ui.data;
