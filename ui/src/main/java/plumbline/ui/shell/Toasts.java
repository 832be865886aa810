package plumbline.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import plumbline.ui.error.ErrorCentre;
import plumbline.ui.error.Problem;
import plumbline.ui.error.Severity;
import plumbline.ui.text.Texts;

/// Short notes at the bottom right. They go by themselves, but not while the pointer is on them.
///
/// Threads: FX thread.
final class Toasts extends VBox implements Notices {
    private static final Duration SHORT = Duration.seconds(6);
    private static final Duration LONG = Duration.seconds(20);
    private static final int MOST = 3;

    private final ErrorCentre errors;

    /// @param errors where what failed can be read again
    Toasts(ErrorCentre errors) {
        this.errors = errors;
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
    public void failed(String code, String title, String detail) {
        failed(Problem.of(Severity.ERROR, code, title).because(detail));
    }

    @Override
    public void failed(String title, Throwable failure) {
        failed(Problem.of(title, failure));
    }

    private void failed(Problem problem) {
        errors.report(problem);
        String detail =
                Stream.of(problem.why(), problem.todo(), problem.code())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n"));
        show("bad", LONG, problem.what(), detail, List.of());
    }

    private void show(
            String kind,
            Duration stays,
            String title,
            String detail,
            List<? extends Node> actions) {
        Optional<Toast> same = shown(kind, title, detail);
        if (same.isPresent()) {
            same.get().again();
            return;
        }
        Button close = Controls.iconButton(MaterialDesignC.CLOSE, Texts.of("toast.close"));
        Label times = Controls.label("", "muted");
        HBox head = new HBox(8, Controls.label(title, "strong"), times, Controls.spring(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        Label text = Controls.label(detail, "muted");
        text.setWrapText(true);
        PauseTransition timer = new PauseTransition(stays);
        VBox toast = new VBox(6, head, text);
        toast.setUserData(new Toast(kind, title, detail, times, timer));
        if (!actions.isEmpty()) {
            HBox buttons = new HBox(8);
            buttons.getChildren().setAll(actions);
            toast.getChildren().add(buttons);
        }
        toast.getStyleClass().addAll("toast", kind);
        toast.setMaxWidth(440);
        close.setOnAction(e -> getChildren().remove(toast));
        timer.setOnFinished(e -> getChildren().remove(toast));
        toast.setOnMouseEntered(e -> timer.stop());
        toast.setOnMouseExited(e -> timer.playFromStart());
        getChildren().add(toast);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        timer.play();
    }

    private Optional<Toast> shown(String kind, String title, String detail) {
        return getChildren().stream()
                .map(Node::getUserData)
                .filter(Toast.class::isInstance)
                .map(Toast.class::cast)
                .filter(toast -> toast.says(kind, title, detail))
                .findFirst();
    }

    /// What a note says, and how often it was said.
    private static final class Toast {
        private final List<String> said;
        private final Label times;
        private final PauseTransition timer;
        private int count = 1;

        Toast(String kind, String title, String detail, Label times, PauseTransition timer) {
            this.said = List.of(kind, title, detail);
            this.times = times;
            this.timer = timer;
        }

        boolean says(String kind, String title, String detail) {
            return said.equals(List.of(kind, title, detail));
        }

        void again() {
            count++;
            times.setText(Texts.of("toast.again", count));
            timer.playFromStart();
        }
    }
}
