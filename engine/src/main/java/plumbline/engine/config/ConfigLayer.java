package plumbline.engine.config;

/// Who can set a value. A later one wins over an earlier one.
public enum ConfigLayer {
    /// Nobody set it.
    DEFAULT("default"),
    /// `config.yaml` of the home folder, or a file given with `--config`.
    FILE("file"),
    /// A variable of the environment.
    ENVIRONMENT("environment"),
    /// Chosen in the window, and remembered.
    USER("user"),
    /// An option of the command line, or a change that lasts as long as the program runs.
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
