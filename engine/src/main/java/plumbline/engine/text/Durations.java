package plumbline.engine.text;

/// Lengths of time for people, in the unit that says most.
///
/// Threads: any thread.
public final class Durations {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Durations() {}

    /// `14 ms`, `9200 ms`, `45 s`, `90 min`, `30 h`, `547 d`.
    ///
    /// @param millis 0 or more
    public static String text(long millis) {
        if (millis < 10 * SECOND) {
            return millis + " ms";
        }
        if (millis < 2 * MINUTE) {
            return millis / SECOND + " s";
        }
        if (millis < 2 * HOUR) {
            return millis / MINUTE + " min";
        }
        return millis < 2 * DAY ? millis / HOUR + " h" : millis / DAY + " d";
    }
}
