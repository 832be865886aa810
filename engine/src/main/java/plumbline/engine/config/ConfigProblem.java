package plumbline.engine.config;

/// What is wrong with one value, or with a file.
///
/// @param source the file, or the variable of the environment
/// @param line from 1, or 0 if it is not about a line
/// @param column from 1, or 0
/// @param text what is wrong, and what is right
public record ConfigProblem(String source, int line, int column, String text) {
    /// `config.yaml:3:7: backtest.fee must be ...`.
    @Override
    public String toString() {
        return source + (line == 0 ? "" : ":" + line + ":" + column) + ": " + text;
    }
}
