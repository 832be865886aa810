package plumbline.engine.feed.csv;

import org.jspecify.annotations.Nullable;

/// Reads the time of a row from bytes.
@FunctionalInterface
public interface TimeReader {
    /// What cannot be read as a time.
    long NONE = Long.MIN_VALUE;

    /// The time in `bytes[from..to)` as epoch milliseconds, or [#NONE].
    long read(byte[] bytes, int from, int to);

    /// Another reader of the same times for another thread; `null` if a time is told from those
    /// that were read before, so that all must be read in order.
    default @Nullable TimeReader forOtherThread() {
        return null;
    }

    /// Whether a text that is no time in the form of the file is one in another.
    default boolean isOtherwise(String text) {
        return false;
    }

    /// What is wrong with the last text that could not be read.
    default String fault() {
        return "is not a time";
    }
}
