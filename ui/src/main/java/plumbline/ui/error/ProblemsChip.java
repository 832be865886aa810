package plumbline.ui.error;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.control.WhileShown;
import plumbline.ui.text.Texts;

/// How much went wrong, for the status bar: `Problems 2`. Takes no room when nothing did.
///
/// Threads: FX thread.
public final class ProblemsChip extends Button {
    private final ErrorCentre centre;

    /// @param open shows the panel of the problems
    public ProblemsChip(ErrorCentre centre, Runnable open) {
        this.centre = centre;
        setId("problems-chip");
        getStyleClass().addAll("status-chip", "warn");
        Controls.tooltip(this, Texts.of("error.chip.tooltip"));
        setOnAction(e -> open.run());
        WhileShown.listen(
                this,
                () -> {
                    ListChangeListener<Problem> listener = change -> tell();
                    centre.problems().addListener(listener);
                    tell();
                    return () -> centre.problems().removeListener(listener);
                });
        tell();
    }

    private void tell() {
        int count = centre.problems().size();
        Controls.show(this, count > 0);
        setText(Texts.of("error.chip", Numbers.fixed(count, 0)));
    }
}
