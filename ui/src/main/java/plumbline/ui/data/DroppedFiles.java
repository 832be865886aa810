package plumbline.ui.data;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Files that are dragged here from the desktop.
final class DroppedFiles {
    private DroppedFiles() {}

    /// Says that files may be dropped.
    static void accept(DragEvent drag) {
        if (drag.getDragboard().hasFiles()) {
            drag.acceptTransferModes(TransferMode.COPY);
            drag.consume();
        }
    }

    /// The files that were dropped, none if it was something else.
    static List<Path> of(DragEvent drop) {
        if (!drop.getDragboard().hasFiles()) {
            return List.of();
        }
        drop.setDropCompleted(true);
        drop.consume();
        return drop.getDragboard().getFiles().stream().map(File::toPath).toList();
    }
}
