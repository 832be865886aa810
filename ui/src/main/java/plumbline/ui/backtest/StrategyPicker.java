package plumbline.ui.backtest;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;
import plumbline.ui.theme.Scaling;

/// The strategies to choose from. Arrow keys and Enter, or a click.
///
/// Threads: FX thread.
public final class StrategyPicker extends VBox {
    private static final double ROW = 72;

    private final ListView<StrategyDefinition> list = new ListView<>();

    /// @param chosen called with the strategy to run
    public StrategyPicker(BacktestViewModel model, Consumer<StrategyDefinition> chosen) {
        getStyleClass().addAll("card", "picker");
        setId("strategy-picker");
        list.getItems().setAll(model.strategies());
        list.setId("strategy-list");
        int rows = model.strategies().size();
        Scaling.follow(list, scale -> list.setPrefHeight(ROW * rows * scale + 2));
        list.setCellFactory(view -> new Cell());
        list.getStyleClass().add("edge-to-edge");
        list.setAccessibleText(Texts.of("picker.title"));
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                choose(chosen);
                e.consume();
            }
        });
        list.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                choose(chosen);
            }
        });
        StrategyDefinition current = model.strategyProperty().get();
        list.getSelectionModel()
                .select(current == null ? preferred(model) : model.strategies().indexOf(current));
        HBox title =
                new HBox(
                        8,
                        Controls.label(Texts.of("picker.title"), "card-title"),
                        Controls.spring(),
                        Controls.key(Texts.of("picker.keys")),
                        Controls.key(Texts.of("picker.enter")));
        getChildren().setAll(title, list);
    }

    private static int preferred(BacktestViewModel model) {
        for (int i = 0; i < model.strategies().size(); i++) {
            if (model.strategies().get(i).name().equals("ema-cross")) {
                return i;
            }
        }
        return 0;
    }

    /// Gives the list the keyboard.
    public void focusList() {
        list.requestFocus();
    }

    private void choose(Consumer<StrategyDefinition> chosen) {
        StrategyDefinition definition = list.getSelectionModel().getSelectedItem();
        if (definition != null) {
            chosen.accept(definition);
        }
    }

    private static final class Cell extends ListCell<StrategyDefinition> {
        private final Label title = Controls.label("", "strong");
        private final Label name = Controls.label("", "mono", "faint");
        private final Label summary = Controls.label("", "muted");
        private final VBox content;

        Cell() {
            summary.setWrapText(true);
            Scaling.follow(
                    summary,
                    scale -> {
                        summary.setMaxWidth(590 * scale);
                        summary.setMinHeight(47 * scale);
                    });
            summary.setAlignment(Pos.TOP_LEFT);
            HBox head = new HBox(8, title, name);
            head.setAlignment(Pos.BASELINE_LEFT);
            content = new VBox(2, head, summary);
        }

        @Override
        protected void updateItem(@Nullable StrategyDefinition item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            title.setText(item.title());
            name.setText(item.name());
            summary.setText(item.summary());
            setGraphic(content);
            setAccessibleText(item.title() + ". " + item.summary());
        }
    }
}
