package plumbline.ui.exchange;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.instrument.InstrumentKind;
import plumbline.engine.instrument.TradingStatus;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;
import plumbline.ui.theme.Scaling;

/// A market to choose: ours and the venue's name, where it is, what it is.
final class ListedMarketCell extends ListCell<ListedMarket> {
    private static final double KIND = 70;
    private static final double VENUE = 90;

    private final Label pair = Controls.label("", "strong");
    private final Label symbol = Controls.label("", "mono", "faint");
    private final Label kind = Controls.label("", "muted");
    private final Label closed = Controls.label("", "tag");
    private final Label venue = Controls.label("", "muted");
    private final HBox row = new HBox(10, pair, symbol, Controls.spring(), closed, kind, venue);

    ListedMarketCell() {
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        setPrefWidth(0);
        symbol.setMinWidth(0);
        Scaling.follow(
                this,
                scale -> {
                    kind.setMinWidth(KIND * scale);
                    venue.setMinWidth(VENUE * scale);
                });
    }

    @Override
    protected void updateItem(@Nullable ListedMarket market, boolean empty) {
        super.updateItem(market, empty);
        if (empty || market == null) {
            setGraphic(null);
            return;
        }
        Instrument instrument = market.instrument();
        pair.setText(instrument.id().pair());
        symbol.setText(instrument.symbol());
        kind.setText(kind(instrument.kind()));
        venue.setText(instrument.id().venue());
        boolean trades = instrument.status() == TradingStatus.TRADING;
        closed.setText(instrument.status().text());
        Controls.show(closed, !trades);
        setGraphic(row);
        setAccessibleText(instrument.id() + ", " + kind.getText());
    }

    private static String kind(InstrumentKind kind) {
        return Texts.of(
                switch (kind) {
                    case SPOT -> "market.kind.spot";
                    case PERPETUAL -> "market.kind.perpetual";
                    case FUTURE -> "market.kind.future";
                });
    }
}
