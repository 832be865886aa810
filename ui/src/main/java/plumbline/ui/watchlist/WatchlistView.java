package plumbline.ui.watchlist;

import java.time.InstantSource;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
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
    private final TextField search = new TextField();
    private final Subscriptions heard = new Subscriptions();

    /// @param clock tells how old the newest candles are
    /// @param addMarket asks for a market of an exchange
    public WatchlistView(WatchlistViewModel model, InstantSource clock, Runnable addMarket) {
        this.model = model;
        getStyleClass().add("watchlist");
        list = new ListView<>(model.shownRows());
        list.setId("watchlist");
        list.getStyleClass().addAll("edge-to-edge", "dense");
        list.setAccessibleText(Texts.of("watchlist.title"));
        list.setCellFactory(view -> new MarketCell(model, clock));
        Message nothing =
                new Message(
                        MaterialDesignF.FOLDER_OPEN_OUTLINE,
                        Texts.of("watchlist.empty"),
                        Texts.of("watchlist.empty.detail"),
                        List.of());
        nothing.visibleProperty().bind(model.emptyProperty());
        Label noneFound = Controls.label(Texts.of("watchlist.noneFound"), "muted");
        noneFound
                .visibleProperty()
                .bind(model.filterProperty().isNotEmpty().and(model.emptyProperty().not()));
        list.setPlaceholder(new StackPane(nothing, noneFound));
        VBox.setVgrow(list, Priority.ALWAYS);
        Label problem = Controls.label("", "problem", "list-note");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().setAll(search(addMarket), new ColumnHeads(model, heard), problem, list);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, row) -> {
                    if (row != null) {
                        model.choose(row.market());
                    }
                });
        heard.changes(model.chosenProperty(), market -> select());
        // after the list itself has taken the new rows, which clears its selection
        heard.changes(model.shownRows(), this::select);
        heard.changes(model.orderProperty(), order -> list.refresh());
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

    /// Filters while it is typed into. Escape takes the filter away, and then the keyboard back to
    /// the list.
    private HBox search(Runnable addMarket) {
        Button add = Controls.iconButton(MaterialDesignP.PLUS, Texts.of("watchlist.add"));
        add.setId("watchlist-add");
        add.setOnAction(e -> addMarket.run());
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox row = new HBox(search, add);
        row.getStyleClass().add("watchlist-search-row");
        search.setId("watchlist-search");
        search.getStyleClass().add("watchlist-search");
        search.setPromptText(Texts.of("watchlist.search"));
        search.setAccessibleText(Texts.of("watchlist.search"));
        search.setText(model.filterProperty().get());
        search.textProperty().addListener((property, before, text) -> model.filter(text));
        search.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                        search.clear();
                        e.consume();
                    } else if (e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.DOWN) {
                        list.requestFocus();
                        e.consume();
                    }
                });
        return row;
    }

    private void select() {
        MarketId chosen = model.chosenProperty().get();
        for (MarketRow row : model.shownRows()) {
            if (row.market().equals(chosen)) {
                list.getSelectionModel().select(row);
                return;
            }
        }
        list.getSelectionModel().clearSelection();
    }
}
