package plumbline.ui.error;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import plumbline.ui.control.Controls;
import plumbline.ui.control.Message;
import plumbline.ui.control.WhileShown;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// Everything that went wrong since the program began, and all that is known of the one that is
/// chosen.
///
/// Threads: FX thread.
public final class ErrorsPanel extends BorderPane {
    private static final double SHARE = 0.42;
    private static final double MOST_WHAT = 320;

    private final ErrorCentre centre;
    private final ListView<Problem> list = new ListView<>();
    private final VBox chosen = new VBox(10);
    private final Label count = Controls.label("", "muted");
    private final Button clear = new Button(Texts.of("error.clear"));
    private final SplitPane split = new SplitPane(list, chosen);
    private final Message empty =
            new Message(
                    MaterialDesignC.CHECK_CIRCLE_OUTLINE,
                    Texts.of("error.empty"),
                    Texts.of("error.empty.detail"),
                    List.of());
    private @Nullable Problem shown;
    private boolean filling;

    public ErrorsPanel(ErrorCentre centre) {
        this.centre = centre;
        setId("errors-panel");
        getStyleClass().add("centre-panel");
        clear.setId("errors-clear");
        clear.getStyleClass().add("small-button");
        clear.setOnAction(e -> centre.clear());
        HBox head =
                new HBox(
                        8,
                        Controls.label(Texts.of("error.title"), "strong"),
                        count,
                        Controls.spring(),
                        clear);
        head.getStyleClass().add("panel-head");
        list.setId("errors-list");
        list.getStyleClass().add("centre-list");
        list.setAccessibleText(Texts.of("error.title"));
        list.setCellFactory(view -> new ProblemCell());
        chosen.getStyleClass().add("centre-body");
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(SHARE);
        setTop(head);
        setCenter(new StackPane(split, empty));
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        WhileShown.listen(
                this,
                () -> {
                    fill();
                    return centre.problems().subscribe(this::fill);
                });
    }

    private void fill() {
        List<Problem> now = List.copyOf(centre.problems());
        Problem before = shown;
        filling = true;
        list.getItems().setAll(now);
        Problem same =
                before == null
                        ? null
                        : now.stream().filter(before::isSame).findFirst().orElse(null);
        if (same != null) {
            list.getSelectionModel().select(same);
        } else {
            list.getSelectionModel().selectFirst();
        }
        filling = false;
        choose(list.getSelectionModel().getSelectedItem());
        Controls.show(empty, now.isEmpty());
        Controls.show(split, !now.isEmpty());
        count.setText(now.isEmpty() ? "" : String.valueOf(now.size()));
        clear.setDisable(now.isEmpty());
    }

    private void choose(@Nullable Problem problem) {
        if (filling || problem != null && problem.equals(shown)) {
            return;
        }
        shown = problem;
        if (problem == null) {
            chosen.getChildren().clear();
            return;
        }
        chosen.getChildren().setAll(new ErrorCard(problem, List.of()));
        if (!problem.details().isEmpty()) {
            TextArea details = new TextArea(problem.details());
            details.setId("error-details");
            details.setEditable(false);
            details.getStyleClass().add("details-text");
            details.setAccessibleText(Texts.of("error.details"));
            VBox.setVgrow(details, Priority.ALWAYS);
            chosen.getChildren().add(details);
        }
    }

    private static final class ProblemCell extends ListCell<Problem> {
        private final Circle dot = new Circle(4);
        private final Label severity = Controls.label("", "muted");
        private final Label code = Controls.label("", "mono", "muted");
        private final Label what = Controls.label("", "strong");
        private final Label why = Controls.label("", "muted");
        private final Label times = Controls.label("", "tag");
        private final Label last = Controls.label("", "muted", "number");
        private final HBox row =
                new HBox(10, dot, severity, code, what, why, Controls.spring(), times, last);

        ProblemCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinWidth(0);
            setPrefWidth(0);
            severity.setMinWidth(52);
            code.setMinWidth(USE_PREF_SIZE);
            what.setMinWidth(USE_PREF_SIZE);
            what.setMaxWidth(MOST_WHAT);
            why.setMinWidth(0);
            times.setMinWidth(USE_PREF_SIZE);
            last.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable Problem problem, boolean none) {
            super.updateItem(problem, none);
            setGraphic(none || problem == null ? null : row);
            if (none || problem == null) {
                return;
            }
            dot.getStyleClass().setAll("dot", problem.severity().kind());
            severity.setText(Texts.of("error.severity." + problem.severity().key()));
            code.setText(problem.code());
            what.setText(problem.what());
            why.setText(problem.why());
            times.setText("× " + problem.count());
            Controls.show(times, problem.count() > 1);
            last.setText(UtcTimes.second(problem.lastMs()));
        }
    }
}
