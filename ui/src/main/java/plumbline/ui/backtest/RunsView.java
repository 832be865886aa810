package plumbline.ui.backtest;

import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.fx.Subscriptions;
import plumbline.ui.text.Texts;

/// The kept runs on the market of the chart, newest first; the one that is shown is marked. A click
/// or Enter makes one again.
///
/// Threads: FX thread.
public final class RunsView extends VBox {
    private static final double ROW = 58;

    private final ListView<FormerRun> list;
    private final Subscriptions heard = new Subscriptions();

    public RunsView(BacktestViewModel model) {
        getStyleClass().add("runs");
        list = new ListView<>(model.history().shown());
        list.setId("runs");
        list.setFixedCellSize(ROW);
        list.getStyleClass().addAll("edge-to-edge", "dense");
        list.setAccessibleText(Texts.of("panel.runs"));
        list.setCellFactory(view -> new Cell(model.history()));
        list.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                again(model);
            }
        });
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                again(model);
                e.consume();
            }
        });
        Label nothing = Controls.label(Texts.of("runs.empty"), "muted");
        nothing.setWrapText(true);
        nothing.getStyleClass().add("list-note");
        list.setPlaceholder(nothing);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(list);
        heard.changes(model.history().currentProperty(), id -> list.refresh());
    }

    /// Gives the list the keyboard.
    public void focus() {
        list.requestFocus();
    }

    /// Lets go of the model.
    public void close() {
        heard.end();
        list.setItems(FXCollections.observableArrayList());
    }

    private void again(BacktestViewModel model) {
        FormerRun chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.again(chosen);
        }
    }

    private static final class Cell extends ListCell<FormerRun> {
        private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

        private final Label title = Controls.label("");
        private final Label result = Controls.label("", "number");
        private final Label parameters = Controls.label("", "muted", "small");
        private final Label conditions = Controls.label("", "faint", "small");
        private final Tooltip tooltip = new Tooltip();
        private final VBox content;
        private final RunHistory history;

        Cell(RunHistory history) {
            this.history = history;
            HBox first = new HBox(8, title, Controls.spring(), result);
            first.setAlignment(Pos.CENTER_LEFT);
            content = new VBox(first, parameters, conditions);
            content.getStyleClass().add("run-row");
            content.setAlignment(Pos.CENTER_LEFT);
            result.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(title, Priority.SOMETIMES);
            setPrefWidth(0);
        }

        private void mark() {
            FormerRun run = getItem();
            boolean isCurrent = run != null && run.id().equals(history.currentProperty().get());
            content.pseudoClassStateChanged(CURRENT, isCurrent);
        }

        @Override
        protected void updateItem(@Nullable FormerRun run, boolean empty) {
            super.updateItem(run, empty);
            if (empty || run == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            title.setText(run.title());
            result.setText(Numbers.signedPercent(run.totalReturn(), 2));
            Controls.sign(result, run.totalReturn());
            parameters.setText(run.parameters());
            Controls.show(parameters, !run.parameters().isEmpty());
            conditions.setText(run.conditions());
            tooltip.setText(run.whole());
            setTooltip(tooltip);
            setGraphic(content);
            setAccessibleText(run.title() + ", " + run.parameters() + ", " + result.getText());
            mark();
        }
    }
}
