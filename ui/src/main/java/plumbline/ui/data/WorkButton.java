package plumbline.ui.data;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import plumbline.ui.control.Controls;
import plumbline.ui.job.Job;
import plumbline.ui.job.JobLane;
import plumbline.ui.text.Texts;

/// A button that begins a long work: off while another one is going on or when there is a reason
/// given. Its tooltip says what it does or why it is off; the box around it has it, since a button
/// that is off shows none.
///
/// Threads: FX thread.
final class WorkButton extends HBox {
    private final Button button;
    private final Tooltip tooltip;
    private final String what;
    private final JobLane lane;
    private String reason = "";

    /// @param name of the work: `data.tool.NAME` is its text, `data.tool.NAME.tooltip` what it does
    WorkButton(String name, Ikon ikon, JobLane lane, Runnable action) {
        this.lane = lane;
        this.what = Texts.of("data.tool." + name + ".tooltip");
        this.button = new Button(Texts.of("data.tool." + name), Controls.icon(ikon));
        this.tooltip = new Tooltip(what);
        tooltip.setShowDelay(Duration.millis(400));
        Tooltip.install(this, tooltip);
        button.setId("data-tool-" + name);
        button.setAccessibleHelp(what);
        button.setOnAction(e -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(button);
        setMinWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        lane.presentProperty()
                .addListener((property, before, job) -> {
                    if (before == null || job == null) {
                        tell();
                    }
                });
        tell();
    }

    Button button() {
        return button;
    }

    /// @param why it is off, empty if it is not
    void off(String why) {
        reason = why;
        tell();
    }

    private void tell() {
        Job job = lane.presentProperty().get();
        String why = job == null ? reason : Texts.of("data.busy.with", job.title());
        button.setDisable(!why.isEmpty());
        tooltip.setText(why.isEmpty() ? what : why);
    }
}
