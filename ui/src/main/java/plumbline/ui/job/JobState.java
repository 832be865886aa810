package plumbline.ui.job;

/// Where a job is in its life.
public enum JobState {
    /// For its turn.
    WAITING("waiting", "info"),
    RUNNING("running", "info"),
    /// It was told to stop and has not yet.
    CANCELLING("cancelling", "warn"),
    DONE("done", "ok"),
    FAILED("failed", "bad"),
    CANCELLED("cancelled", "warn"),
    /// The program ended before the job did.
    BROKEN("broken", "bad");

    private final String key;
    private final String kind;

    JobState(String key, String kind) {
        this.key = key;
        this.kind = kind;
    }

    /// The last part of the key of its text, and its name in a history.
    String key() {
        return key;
    }

    /// Its colour: `ok`, `warn`, `bad` or `info`.
    public String kind() {
        return kind;
    }

    /// Nothing more will happen.
    public boolean isEnd() {
        return this == DONE || this == FAILED || this == CANCELLED || this == BROKEN;
    }
}
