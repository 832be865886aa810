package plumbline.app.window;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.stage.Stage;
import plumbline.ui.shell.FileOpener;

/// Opens files with the programs that the desktop has for them.
///
/// Threads: FX thread.
final class DesktopOpener implements FileOpener {
    private final HostServices host = new Host().getHostServices();

    @Override
    public void open(Path file) {
        host.showDocument(file.toUri().toString());
    }

    @Override
    public void reveal(Path folder) {
        host.showDocument(folder.toUri().toString());
    }

    /// JavaFX gives host services to applications only.
    private static final class Host extends Application {
        @Override
        public void start(Stage stage) {
            throw new IllegalStateException("the stage is the workstation's");
        }
    }
}
