package plumbline.ui.control;

import java.util.concurrent.Callable;
import javafx.stage.Window;

/// Port: writes a file where the user wants it.
///
/// Threads: FX thread; the call waits for the user.
@FunctionalInterface
public interface SaveFile {
    /// Asks where to, and writes; nothing is written if the user thought better of it. A failure is
    /// told to the user.
    ///
    /// @param name to begin with, with its ending
    /// @param bytes makes all of the file, in the background
    void save(Window owner, String name, Callable<byte[]> bytes);
}
