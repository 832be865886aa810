package plumbline.engine.feed.csv;

/// Reads the time of a row from bytes.
@FunctionalInterface
public interface TimeReader {
    /// What cannot be read as a time.
    long NONE = Long.MIN_VALUE;

    /// The time in `bytes[from..to)` as epoch milliseconds, or [#NONE].
    long read(byte[] bytes, int from, int to);

    /// Whether a text that is no time in the form of the file is one in another.
    default boolean isOtherwise(String text) {
        return false;
    }

    /// What is wrong with the last text that could not be read.
    default String fault() {
        return "is not a time";
    }
}
