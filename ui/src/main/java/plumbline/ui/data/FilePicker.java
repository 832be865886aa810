package plumbline.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/// Port: asks for files with the dialogs of the desktop.
///
/// Threads: FX thread; the calls wait for the user.
interface FilePicker {
    /// Files to read; empty if the user thought better of it.
    List<Path> files(Window owner);

    /// A folder to read; empty if the user thought better of it.
    Optional<Path> folder(Window owner);

    /// A backup; empty if the user thought better of it.
    Optional<Path> backup(Window owner);

    /// A file to write; empty if the user thought better of it.
    ///
    /// @param name to begin with, without an ending
    Optional<Path> target(Window owner, String name);
}
