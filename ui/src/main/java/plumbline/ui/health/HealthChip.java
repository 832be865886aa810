package plumbline.ui.health;

import javafx.scene.control.Button;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.control.WhileShown;
import plumbline.ui.text.Texts;

/// Whether the window has always answered, for the status bar: `UI stalls 0`.
///
/// Threads: FX thread.
public final class HealthChip extends Button {
    /// @param open shows the panel
    public HealthChip(StallWatchdog watchdog, Runnable open) {
        setId("health-chip");
        getStyleClass().add("status-chip");
        Controls.tooltip(this, Texts.of("health.chip.tooltip"));
        setOnAction(e -> open.run());
        WhileShown.listen(
                this, () -> watchdog.countProperty().subscribe(count -> tell(count.longValue())));
    }

    private void tell(long count) {
        setText(Texts.of("health.chip", Numbers.fixed(count, 0)));
        getStyleClass().removeAll("warn");
        if (count > 0) {
            getStyleClass().add("warn");
        }
    }
}
