package plumbline.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// Says over the whole window that no exchange is real, and takes no room if they are.
///
/// Threads: FX thread.
final class TestBand extends HBox {
    /// @param simulator where the exchanges are simulated; empty if they are not
    TestBand(String simulator) {
        setId("test-band");
        getStyleClass().add("test-band");
        setAlignment(Pos.CENTER);
        getChildren()
                .setAll(
                        Controls.icon(MaterialDesignF.FLASK_OUTLINE),
                        Controls.label(Texts.of("test.chip"), "strong"),
                        Controls.label(Texts.of("test.detail", simulator)));
        Controls.show(this, !simulator.isEmpty());
    }
}
