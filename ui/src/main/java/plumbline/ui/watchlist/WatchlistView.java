package plumbline.ui.watchlist;

import java.time.InstantSource;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import plumbline.engine.market.MarketId;
import plumbline.ui.control.Controls;
import plumbline.ui.control.Message;
import plumbline.ui.fx.Subscriptions;
import plumbline.ui.text.Texts;

/// The list of markets. A click or the arrow keys choose one.
///
/// Threads: FX thread.
public final class WatchlistView extends VBox {
    private final WatchlistViewModel model;
    private final ListView<MarketRow> list;
    private final Subscriptions heard = new Subscriptions();

    /// @param clock tells how old the newest candles are
    public WatchlistView(WatchlistViewModel model, InstantSource clock) {
        this.model = model;
        getStyleClass().add("watchlist");
        list = new ListView<>(model.rows());
        list.setId("watchlist");
        list.getStyleClass().addAll("edge-to-edge", "dense");
        list.setAccessibleText(Texts.of("watchlist.title"));
        list.setCellFactory(view -> new MarketCell(clock));
        Message nothing =
                new Message(
                        MaterialDesignF.FOLDER_OPEN_OUTLINE,
                        Texts.of("watchlist.empty"),
                        Texts.of("watchlist.empty.detail"),
                        List.of());
        nothing.visibleProperty().bind(model.emptyProperty());
        list.setPlaceholder(nothing);
        VBox.setVgrow(list, Priority.ALWAYS);
        Label problem = Controls.label("", "problem", "list-note");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().setAll(header(), problem, list);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, row) -> {
                    if (row != null) {
                        model.choose(row.market());
                    }
                });
        heard.changes(model.chosenProperty(), market -> select());
        // after the list itself has taken the new rows, which clears its selection
        heard.changes(model.rows(), this::select);
        select();
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

    private static HBox header() {
        HBox header =
                new HBox(
                        heading("watchlist.market", MarketCell.NAME_WIDTH, Pos.CENTER_LEFT),
                        heading("watchlist.recent", MarketCell.LINE_WIDTH, Pos.CENTER),
                        heading("watchlist.last", MarketCell.LAST_WIDTH, Pos.CENTER_RIGHT),
                        heading("watchlist.change", MarketCell.CHANGE_WIDTH, Pos.CENTER_RIGHT),
                        heading("watchlist.age", MarketCell.AGE_WIDTH, Pos.CENTER_RIGHT));
        header.getStyleClass().add("column-header");
        return header;
    }

    private static Label heading(String key, double width, Pos alignment) {
        Label label = MarketCell.column(width, alignment);
        label.setText(Texts.of(key));
        return label;
    }

    private void select() {
        MarketId chosen = model.chosenProperty().get();
        for (MarketRow row : model.rows()) {
            if (row.market().equals(chosen)) {
                list.getSelectionModel().select(row);
                return;
            }
        }
        list.getSelectionModel().clearSelection();
    }
}
