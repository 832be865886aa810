package plumbline.engine.feed;

import java.nio.file.Path;
import plumbline.engine.text.Printable;

/// One thing in a file that cannot be used.
///
/// @param line from 1; 0 for the file as a whole
/// @param column from 1, counted in fields; 0 for the line as a whole
/// @param message what is wrong
public record FileFault(Path file, long line, int column, String message) {

    /// @param message may quote the file; what would act on a terminal is shown escaped
    public FileFault {
        message = Printable.of(message);
    }

    /// `prices.csv:17:4: high 99.0 is below low 101.0`.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file.toString());
        if (line > 0) {
            text.append(':').append(line);
        }
        if (column > 0) {
            text.append(':').append(column);
        }
        return text.append(": ").append(message).toString();
    }
}
