package plumbline.ui.backtest;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// The runs of this session, newest first. A click or Enter makes one again.
///
/// Threads: FX thread.
public final class RunsView extends VBox {
    private static final double ROW = 24;
    private static final int MOST_ROWS = 10;

    private final ListView<FormerRun> list;

    public RunsView(BacktestViewModel model) {
        getStyleClass().add("runs");
        list = new ListView<>(model.formerRuns());
        list.setId("runs");
        list.setFixedCellSize(ROW);
        list.getStyleClass().addAll("edge-to-edge", "dense");
        list.setAccessibleText(Texts.of("runs.title"));
        list.setCellFactory(view -> new Cell());
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
        HBox title = new HBox(Controls.label(Texts.of("runs.title"), "strong"));
        title.getStyleClass().add("runs-title");
        getChildren().setAll(title, list);
        model.formerRuns().addListener((ListChangeListener<FormerRun>) change -> fit());
        fit();
    }

    private void fit() {
        int rows = list.getItems().size();
        Controls.show(this, rows > 0);
        list.setPrefHeight(ROW * Math.min(rows, MOST_ROWS) + 2);
        list.setMinHeight(USE_PREF_SIZE);
    }

    private void again(BacktestViewModel model) {
        FormerRun chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.again(chosen);
        }
    }

    private static final class Cell extends ListCell<FormerRun> {
        private final Label title = Controls.label("");
        private final Label result = Controls.label("", "number");
        private final HBox content = new HBox(8, title, Controls.spring(), result);

        Cell() {
            content.getStyleClass().add("run-row");
            content.setAlignment(Pos.CENTER_LEFT);
            result.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(title, Priority.SOMETIMES);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable FormerRun run, boolean empty) {
            super.updateItem(run, empty);
            if (empty || run == null) {
                setGraphic(null);
                return;
            }
            title.setText(run.title());
            result.setText(Numbers.signedPercent(run.totalReturn(), 2));
            Controls.sign(result, run.totalReturn());
            setGraphic(content);
            setAccessibleText(run.title() + ", " + result.getText());
        }
    }
}
