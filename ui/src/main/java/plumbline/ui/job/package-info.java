/// The jobs centre: all long work of the window, what waits, what runs, and what has ended, kept
/// over restarts.
///
/// - [Jobs] starts work and knows every [Job]; [JobPlan] says what is to be done and what then.
/// - The work gets a [JobContext]: it tells its progress, writes lines, and asks whether to stop.
/// - [JobLane] is a row of works of which one runs at a time, such as those of the store.
/// - [JobHistory] is the port to where ended works are kept.
/// - [JobsPanel] lists them, [JobsChip] tells of them in the status bar.
///
/// Start with [Jobs].
package plumbline.ui.job;
