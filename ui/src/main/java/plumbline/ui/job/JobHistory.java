package plumbline.ui.job;

import java.io.IOException;

/// Port: where ended jobs are kept over restarts, as one text.
///
/// Threads: called in the background, by one thread at a time.
public interface JobHistory {
    /// Keeps nothing.
    JobHistory NONE =
            new JobHistory() {
                @Override
                public String read() {
                    return "";
                }

                @Override
                public void write(String text) {}
            };

    /// What was written last, empty if nothing ever was.
    ///
    /// @throws IOException if it cannot be read
    String read() throws IOException;

    /// Replaces it, as a whole or not at all.
    ///
    /// @throws IOException if it cannot be written
    void write(String text) throws IOException;
}
