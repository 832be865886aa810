package plumbline.engine.feed.csv;

/// Reads the time of a row from bytes.
@FunctionalInterface
public interface TimeReader {
    /// What cannot be read as a time.
    long NONE = Long.MIN_VALUE;

    /// The time in `bytes[from..to)` as epoch milliseconds, or [#NONE].
    long read(byte[] bytes, int from, int to);
}
