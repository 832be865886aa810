package plumbline.ui.job;

/// A long work. Background.
@FunctionalInterface
public interface JobWork<T> {
    /// @return its result
    /// @throws java.util.concurrent.CancellationException if it stopped because it was told to; its
    ///   message is shown as what came of it
    T run(JobContext job) throws Exception;
}
