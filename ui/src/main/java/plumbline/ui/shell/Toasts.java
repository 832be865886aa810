package plumbline.ui.shell;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import plumbline.ui.control.Controls;
import plumbline.ui.control.Notices;
import plumbline.ui.text.Texts;

/// Short notes at the bottom right. They go by themselves, but not while the pointer is on them.
///
/// Threads: FX thread.
final class Toasts extends VBox implements Notices {
    private static final Duration SHORT = Duration.seconds(6);
    private static final Duration LONG = Duration.seconds(20);
    private static final int MOST = 3;

    Toasts() {
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    @Override
    public void done(String title, String detail, List<? extends Node> actions) {
        show("ok", SHORT.multiply(2), title, detail, actions);
    }

    @Override
    public void warned(String title, String detail, List<? extends Node> actions) {
        show("warn", LONG, title, detail, actions);
    }

    @Override
    public void failed(String title, String detail) {
        show("bad", LONG, title, detail, List.of());
    }

    private void show(
            String kind,
            Duration stays,
            String title,
            String detail,
            List<? extends Node> actions) {
        Button close = Controls.iconButton(MaterialDesignC.CLOSE, Texts.of("toast.close"));
        HBox head = new HBox(8, Controls.label(title, "strong"), Controls.spring(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        Label text = Controls.label(detail, "muted");
        text.setWrapText(true);
        VBox toast = new VBox(6, head, text);
        if (!actions.isEmpty()) {
            HBox buttons = new HBox(8);
            buttons.getChildren().setAll(actions);
            toast.getChildren().add(buttons);
        }
        toast.getStyleClass().addAll("toast", kind);
        toast.setMaxWidth(440);
        close.setOnAction(e -> getChildren().remove(toast));
        PauseTransition timer = new PauseTransition(stays);
        timer.setOnFinished(e -> getChildren().remove(toast));
        toast.setOnMouseEntered(e -> timer.stop());
        toast.setOnMouseExited(e -> timer.playFromStart());
        getChildren().add(toast);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        timer.play();
    }
}
