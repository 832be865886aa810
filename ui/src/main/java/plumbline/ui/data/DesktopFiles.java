package plumbline.ui.data;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import plumbline.ui.text.Texts;

/// The file dialogs of the desktop.
final class DesktopFiles implements FilePicker {
    /// What candles can be written as; the ending of the name decides how.
    private static final List<Target> TARGETS =
            List.of(
                    new Target("data.files.csv", ".csv"),
                    new Target("data.files.csvGz", ".csv.gz"),
                    new Target("data.files.parquet", ".parquet"));

    /// @param text key of what it is called
    private record Target(String text, String ending) {
        ExtensionFilter filter() {
            return new ExtensionFilter(Texts.of(text), "*" + ending);
        }
    }

    @Override
    public List<Path> files(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("data.files.open"));
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(
                                Texts.of("data.files.candles"),
                                "*.csv",
                                "*.csv.gz",
                                "*.zip",
                                "*.parquet"),
                        new ExtensionFilter(Texts.of("data.files.all"), "*"));
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> folder(Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.of("data.files.open"));
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> backup(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("data.restore.title"));
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(Texts.of("data.files.backups"), "*.backup.zip"),
                        new ExtensionFilter(Texts.of("data.files.all"), "*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> target(Window owner, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("data.files.save"));
        chooser.getExtensionFilters().setAll(TARGETS.stream().map(Target::filter).toList());
        chooser.setInitialFileName(name + TARGETS.getFirst().ending());
        File chosen = chooser.showSaveDialog(owner);
        if (chosen == null) {
            return Optional.empty();
        }
        String file = chosen.toString();
        boolean known = TARGETS.stream().anyMatch(t -> file.endsWith(t.ending()));
        return Optional.of(Path.of(known ? file : file + ending(chooser)));
    }

    private static String ending(FileChooser chooser) {
        ExtensionFilter filter = chooser.getSelectedExtensionFilter();
        return filter == null
                ? TARGETS.getFirst().ending()
                : filter.getExtensions().getFirst().substring(1);
    }
}
