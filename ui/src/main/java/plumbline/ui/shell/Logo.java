package plumbline.ui.shell;

import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Transform;

/// A plumb bob on its line.
///
/// Threads: FX thread.
final class Logo extends SVGPath {
    private static final double HEIGHT = 22;

    Logo() {
        setContent("M7.2 0h1.6v9h-1.6z M8 9.5l4.5 4.2L8 22L3.5 13.7z");
        getStyleClass().add("logo");
    }

    /// The logo as a picture for the desktop, where no stylesheet reaches.
    static WritableImage picture(int size) {
        Logo logo = new Logo();
        logo.setFill(Color.web("#4C9AFF"));
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(size / HEIGHT, size / HEIGHT));
        return logo.snapshot(parameters, null);
    }
}
