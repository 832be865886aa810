package plumbline.ui.error;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// A problem within a panel: what, why, what was done, what to do, buttons, its code, and a way to
/// copy the details, without secrets.
///
/// Threads: FX thread.
public final class ErrorCard extends VBox {

    /// @param actions what the user can do right here; the first one is marked as the usual one
    public ErrorCard(Problem problem, List<? extends Node> actions) {
        Problem clean = problem.clean();
        getStyleClass().addAll("error-card", clean.severity().kind());
        FontIcon icon = Controls.icon(icon(clean.severity()));
        Label what = wrapped(clean.what(), "strong");
        VBox text = new VBox(6, what);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        add(text, clean.why(), "muted");
        add(text, clean.done());
        add(text, clean.todo());
        if (!actions.isEmpty()) {
            HBox buttons = new HBox(8);
            buttons.getChildren().setAll(actions);
            buttons.getStyleClass().add("error-actions");
            actions.getFirst().getStyleClass().add("accent");
            text.getChildren().add(buttons);
        }
        text.getChildren().add(foot(clean));
        getChildren().setAll(new HBox(8, icon, text));
    }

    private static HBox foot(Problem problem) {
        Hyperlink copy =
                new Hyperlink(Texts.of("error.copy"), Controls.icon(MaterialDesignC.CONTENT_COPY));
        copy.setId("error-copy");
        copy.setMinWidth(USE_PREF_SIZE);
        Controls.tooltip(copy, Texts.of("error.copy.tooltip"));
        copy.setOnAction(e -> copy(problem));
        Label code = Controls.label(problem.code(), "mono", "muted");
        code.setMinWidth(USE_PREF_SIZE);
        Label times =
                Controls.label(problem.lastMs() == 0 ? "" : ProblemText.times(problem), "muted");
        times.setMinWidth(0);
        HBox foot = new HBox(10, code, times, Controls.spring(), copy);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    static void copy(Problem problem) {
        ClipboardContent content = new ClipboardContent();
        content.putString(ProblemText.of(problem));
        Clipboard.getSystemClipboard().setContent(content);
    }

    static Ikon icon(Severity severity) {
        return switch (severity) {
            case ERROR -> MaterialDesignC.CLOSE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case NOTE -> MaterialDesignI.INFORMATION_OUTLINE;
        };
    }

    private static void add(VBox box, String text, String... styles) {
        if (!text.isEmpty()) {
            box.getChildren().add(wrapped(text, styles));
        }
    }

    private static Label wrapped(String text, String... styles) {
        Label label = Controls.label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
