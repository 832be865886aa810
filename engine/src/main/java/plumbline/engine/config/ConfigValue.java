package plumbline.engine.config;

/// A value of a key in one layer.
///
/// @param text as it is written
/// @param source where it stands, for people: `config.yaml, line 3`, `PLUMBLINE_LOG`, `--fee`;
///   empty for a default
public record ConfigValue(String text, ConfigLayer layer, String source) {
    /// For people: `file: config.yaml, line 3`.
    public String origin() {
        return source.isEmpty() ? layer.text() : layer.text() + ": " + source;
    }
}
