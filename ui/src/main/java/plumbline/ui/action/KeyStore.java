package plumbline.ui.action;

/// Port: where the keys that the user changed are kept.
///
/// Threads: FX thread; the calls return at once, writing is the implementation's matter.
public interface KeyStore {
    /// What was written last; empty if nothing was.
    ///
    /// @throws java.io.UncheckedIOException if it cannot be read
    String read();

    void write(String text);

    /// Puts what is there aside, so that the next [#write] does not take its place.
    void putAside();
}
