package plumbline.ui.watchlist;

import java.time.InstantSource;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.control.CopyText;
import plumbline.ui.control.FittingLabel;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;
import plumbline.ui.theme.Scaling;

/// A row of the list: name, two days of prices, last price, change, age. The first row of a venue
/// carries the venue's name above it.
final class MarketCell extends ListCell<MarketRow> {
    // together as wide as the list at its narrowest, beside its scroll bar
    static final double NAME_WIDTH = 76;
    static final double LINE_WIDTH = 40;
    static final double LAST_WIDTH = 70;
    static final double CHANGE_WIDTH = 50;
    static final double AGE_WIDTH = 42;

    private final WatchlistViewModel model;
    private final InstantSource clock;
    private final Label venue = Controls.label("", "venue");
    private final Label name = column(NAME_WIDTH, Pos.CENTER_LEFT);
    private final Label last = column(LAST_WIDTH, Pos.CENTER_RIGHT);
    private final Label change = column(CHANGE_WIDTH, Pos.CENTER_RIGHT);
    private final Label age = column(AGE_WIDTH, Pos.CENTER_RIGHT);
    private final Label broken = Controls.label(Texts.of("watchlist.broken"), "problem", "small");
    private final Sparkline sparkline = new Sparkline();
    private final VBox content;

    MarketCell(WatchlistViewModel model, InstantSource clock) {
        this.model = model;
        this.clock = clock;
        StackPane line = new StackPane(sparkline);
        Scaling.width(line, LINE_WIDTH);
        HBox row = new HBox(name, line, last, change, age);
        row.getStyleClass().add("market-row");
        row.setAlignment(Pos.CENTER_LEFT);
        venue.setMaxWidth(Double.MAX_VALUE);
        content = new VBox(venue, row, broken);
        broken.getStyleClass().add("list-note");
        age.getStyleClass().add("faint");
        setPrefWidth(0); // a narrow list cuts the age, it does not scroll sideways
    }

    static Label column(double width, Pos alignment) {
        Label label = new Label();
        Scaling.width(label, width);
        label.setAlignment(alignment);
        return label;
    }

    @Override
    protected void updateItem(@Nullable MarketRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            setContextMenu(null);
            return;
        }
        Controls.show(venue, isFirstOfVenue());
        venue.setText(row.market().venue().equals("sample") ? row.source() : row.market().venue());
        name.setText(row.market().pair());
        boolean isBroken = !row.problem().isEmpty();
        Controls.show(broken, isBroken);
        setTooltip(isBroken ? new Tooltip(row.problem()) : null);
        showPrice(Numbers.fixed(row.last(), row.decimals()), row.last());
        change.setText(Numbers.signed(row.change() * 100, 2));
        Controls.sign(change, row.change());
        sparkline.show(row.recent());
        Controls.sign(sparkline, row.change());
        age.setText(UtcTimes.age(clock.millis() - row.newestMs()));
        setGraphic(content);
        setContextMenu(menu(row));
        setAccessibleText(
                Texts.of(
                        "watchlist.row.spoken",
                        row.market().toString(),
                        last.getText(),
                        Numbers.signedPercent(row.change(), 2)));
    }

    /// Whole if there is room, else short with the whole price as tooltip.
    private void showPrice(String whole, double price) {
        boolean fits = FittingLabel.width(last.getFont(), whole) <= last.getMaxWidth();
        last.setText(fits ? whole : Numbers.compact(price));
        last.setTooltip(fits ? null : new Tooltip(whole));
    }

    private ContextMenu menu(MarketRow row) {
        String price = Numbers.fixed(row.last(), row.decimals()).replace(",", "");
        return new ContextMenu(
                CopyText.item(
                        "market-open",
                        Texts.of("watchlist.open"),
                        () -> model.choose(row.market())),
                CopyText.item(
                        "market-copy-price",
                        Texts.of("watchlist.copyPrice", price),
                        () -> CopyText.copy(price)),
                CopyText.item(
                        "market-copy-name",
                        Texts.of("watchlist.copyName", row.market()),
                        () -> CopyText.copy(row.market().toString())));
    }

    /// Venues head their markets only where those stand together.
    private boolean isFirstOfVenue() {
        int at = getIndex();
        if (model.orderProperty().get().column() != MarketOrder.Column.MARKET) {
            return false;
        }
        return at == 0
                || !getListView()
                        .getItems()
                        .get(at - 1)
                        .market()
                        .venue()
                        .equals(getItem().market().venue());
    }
}
