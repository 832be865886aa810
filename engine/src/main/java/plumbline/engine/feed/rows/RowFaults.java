package plumbline.engine.feed.rows;

/// Where a reader notes what it cannot use of its file.
public interface RowFaults {

    /// @param line from 1; 0 for the file as a whole
    /// @param column from 1, counted in fields; 0 for the line as a whole
    /// @param message what is wrong
    void add(long line, int column, String message);

    /// Whether nothing was noted.
    boolean isEmpty();

    /// Whether it is no use reading on.
    ///
    /// @param usable rows so far
    boolean areEnough(int usable);
}
