package plumbline.engine.config;

/// Who can set a value. A later one wins over an earlier one.
public enum ConfigLayer {
    /// Nobody set it.
    DEFAULT("default"),
    /// `config.yaml` of the home folder, or a file given with `--config`.
    FILE("file"),
    /// A variable of the environment.
    ENVIRONMENT("environment"),
    /// The user, in the window or with `plumbline config set`.
    USER("user"),
    /// An option of the command line.
    RUN_TIME("run time");

    private final String text;

    ConfigLayer(String text) {
        this.text = text;
    }

    /// For people and for `--json`.
    public String text() {
        return text;
    }
}
