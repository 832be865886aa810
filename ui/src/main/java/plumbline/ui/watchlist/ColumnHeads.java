package plumbline.ui.watchlist;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import plumbline.ui.control.Controls;
import plumbline.ui.fx.Subscriptions;
import plumbline.ui.text.Texts;
import plumbline.ui.theme.Scaling;
import plumbline.ui.watchlist.MarketOrder.Column;

/// The names of the columns; a click sorts by one, a second click the other way round.
///
/// Threads: FX thread.
final class ColumnHeads extends HBox {
    private final Map<Column, Button> heads = new EnumMap<>(Column.class);

    /// @param heard ends with the list
    ColumnHeads(WatchlistViewModel model, Subscriptions heard) {
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("column-header");
        Label recent = MarketCell.column(MarketCell.LINE_WIDTH, Pos.CENTER);
        recent.setText(Texts.of("watchlist.recent"));
        getChildren()
                .setAll(
                        head(model, Column.MARKET, MarketCell.NAME_WIDTH, Pos.CENTER_LEFT),
                        recent,
                        head(model, Column.LAST, MarketCell.LAST_WIDTH, Pos.CENTER_RIGHT),
                        head(model, Column.CHANGE, MarketCell.CHANGE_WIDTH, Pos.CENTER_RIGHT),
                        head(model, Column.AGE, MarketCell.AGE_WIDTH, Pos.CENTER_RIGHT));
        heard.values(model.orderProperty(), this::show);
    }

    private Button head(WatchlistViewModel model, Column column, double width, Pos alignment) {
        Button head = new Button(Texts.of("watchlist." + column.code()));
        head.setId("watchlist-by-" + column.code());
        head.getStyleClass().add("column-head");
        Scaling.width(head, width);
        head.setAlignment(alignment);
        head.setContentDisplay(ContentDisplay.RIGHT);
        head.setFocusTraversable(false);
        Controls.tooltip(head, Texts.of("watchlist.sort", head.getText()));
        head.setOnAction(e -> model.order(model.orderProperty().get().clicked(column)));
        heads.put(column, head);
        return head;
    }

    private void show(MarketOrder order) {
        heads.forEach((column, head) ->
                head.setGraphic(
                        column != order.column()
                                ? null
                                : Controls.icon(
                                        order.descending()
                                                ? MaterialDesignM.MENU_DOWN
                                                : MaterialDesignM.MENU_UP)));
    }
}
