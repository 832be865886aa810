package plumbline.ui.error;

/// How bad a problem is.
public enum Severity {
    /// Good to know; nothing is lost.
    NOTE("note", "info"),
    /// It goes on, but not as it should.
    WARNING("warning", "warn"),
    /// Something that was asked for could not be done.
    ERROR("error", "bad");

    private final String key;
    private final String kind;

    Severity(String key, String kind) {
        this.key = key;
        this.kind = kind;
    }

    /// The last part of the key of its text.
    String key() {
        return key;
    }

    /// Its colour: `warn`, `bad` or `info`.
    String kind() {
        return kind;
    }
}
