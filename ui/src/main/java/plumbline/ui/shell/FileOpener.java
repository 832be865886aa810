package plumbline.ui.shell;

import java.nio.file.Path;

/// Port: hands files to the desktop.
///
/// Threads: FX thread; the calls return at once.
public interface FileOpener {

    /// Opens a file with the program that the desktop has for it.
    void open(Path file);

    /// Shows a folder.
    void reveal(Path folder);
}
