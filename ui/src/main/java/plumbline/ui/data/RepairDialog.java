package plumbline.ui.data;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// Says what a repair does before it is done.
///
/// Threads: FX thread.
final class RepairDialog extends VBox {
    private final Button repair = new Button(Texts.of("data.repair.go"));

    /// @param confirmed called if the user wants it
    /// @param closing puts the dialog away
    RepairDialog(SeriesRow row, Runnable confirmed, Runnable closing) {
        getStyleClass().addAll("card", "repair-dialog");
        setId("repair-dialog");
        Label what = Controls.label(Texts.of("data.repair.what"));
        what.setWrapText(true);
        Label faults = Controls.label(Texts.of("data.repair.faults"), "muted");
        faults.setWrapText(true);
        repair.setId("repair-go");
        repair.setDefaultButton(true);
        repair.getStyleClass().add("accent");
        repair.setOnAction(e -> {
            closing.run();
            confirmed.run();
        });
        Button cancel = new Button(Texts.of("data.import.cancel"));
        cancel.setOnAction(e -> closing.run());
        getChildren()
                .setAll(
                        Controls.label(Texts.of("data.repair.title", row.key()), "card-title"),
                        what,
                        faults,
                        new HBox(8, Controls.spring(), cancel, repair));
    }

    void focusFirst() {
        repair.requestFocus();
    }
}
