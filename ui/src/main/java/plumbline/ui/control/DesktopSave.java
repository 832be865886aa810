package plumbline.ui.control;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Alert;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import plumbline.engine.text.ErrorText;
import plumbline.ui.text.Texts;

/// Saves with the dialogs of the desktop.
public final class DesktopSave implements SaveFile {
    @Override
    public void save(Window owner, String name, byte[] bytes) {
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
        try {
            Files.write(Path.of(path.endsWith(ending) ? path : path + ending), bytes);
        } catch (IOException e) {
            Alert alert = new Alert(Alert.AlertType.ERROR, ErrorText.of(e));
            alert.initOwner(owner);
            alert.setHeaderText(Texts.of("save.failed"));
            alert.show();
        }
    }
}
