package plumbline.ui.control;

import java.io.File;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.concurrent.Task;
import javafx.scene.control.Alert;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import plumbline.engine.io.AtomicFile;
import plumbline.engine.text.ErrorText;
import plumbline.ui.text.Texts;

/// Saves with the dialogs of the desktop; the file is made and written in the background, as a
/// whole or not at all.
public final class DesktopSave implements SaveFile {
    private static final System.Logger LOG = System.getLogger(DesktopSave.class.getName());

    @Override
    public void save(Window owner, String name, Callable<byte[]> bytes) {
        String ending = name.substring(name.lastIndexOf('.'));
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("save.title"));
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(
                                ending.substring(1).toUpperCase(Locale.ROOT), "*" + ending));
        chooser.setInitialFileName(name);
        File chosen = chooser.showSaveDialog(owner);
        if (chosen == null) {
            return;
        }
        String path = chosen.toString();
        Path file = Path.of(path.endsWith(ending) ? path : path + ending);
        Task<Path> writing =
                new Task<>() {
                    @Override
                    protected Path call() throws Exception {
                        byte[] whole = bytes.call();
                        AtomicFile.write(file, out -> out.write(whole));
                        return file;
                    }
                };
        writing.setOnFailed(e -> tell(owner, writing.getException()));
        Thread.ofPlatform().daemon().name("save").start(writing);
    }

    private static void tell(Window owner, Throwable failure) {
        LOG.log(Level.WARNING, "a file could not be saved", failure);
        Alert alert = new Alert(Alert.AlertType.ERROR, ErrorText.of(failure));
        alert.initOwner(owner);
        alert.setHeaderText(Texts.of("save.failed"));
        alert.show();
    }
}
