/// How the program is: whether its window answers, how much memory it has, what the store and the
/// jobs are like.
///
/// - [StallWatchdog] notices when the FX thread does not answer, and keeps where it was then.
/// - [HealthModel] reads all that is known every two seconds, while somebody looks; other rooms add
///   what they know as a [HealthSource].
/// - [HealthPanel] shows it, [HealthChip] tells of it in the status bar.
///
/// Start with [HealthModel].
package plumbline.ui.health;
