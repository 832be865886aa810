package plumbline.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import plumbline.ui.text.Texts;

/// The dialogs of the desktop for files of settings.
///
/// Threads: FX thread.
///
/// @param owner stands in the window over which they are
record SettingsFileChooser(Node owner) implements SettingsTransfer.Chooser {
    @Override
    public Optional<Path> target(String name) {
        FileChooser chooser = chooser("action.settings.export");
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow()))
                .map(File::toPath);
    }

    @Override
    public Optional<Path> source() {
        return Optional.ofNullable(
                        chooser("action.settings.import")
                                .showOpenDialog(owner.getScene().getWindow()))
                .map(File::toPath);
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of(title));
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(Texts.of("settings.file.kind"), "*.json"),
                        new ExtensionFilter(Texts.of("data.files.all"), "*"));
        return chooser;
    }
}
