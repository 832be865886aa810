package plumbline.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.PriceDecimals;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.fx.Subscriptions;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// What is known of the market in the chart, below the watchlist.
///
/// Threads: FX thread.
final class MarketDetails extends VBox {

    private final Label name = Controls.label("", "strong");
    private final Label source = Controls.label("", "muted");
    private final GridPane facts = new GridPane();
    private final Subscriptions heard = new Subscriptions();

    MarketDetails(WorkspaceModel model) {
        getStyleClass().add("market-details");
        facts.getStyleClass().add("facts");
        getChildren().setAll(new HBox(8, name, source), facts);
        heard.values(model.stateProperty(), this::show);
    }

    /// Lets go of the model.
    void close() {
        heard.end();
    }

    private void show(ChartState state) {
        facts.setVisible(state instanceof ChartState.Shown);
        if (!(state instanceof ChartState.Shown shown)) {
            return;
        }
        CandleSeries candles = shown.loaded().candles();
        Timeframe timeframe = shown.loaded().key().timeframe();
        name.setText(shown.loaded().key().market().pair());
        source.setText(shown.loaded().source());
        facts.getChildren().clear();
        fact("details.candles", Numbers.fixed(candles.size(), 0) + " of " + timeframe);
        fact("details.stored", stored(shown));
        fact("details.first", UtcTimes.minute(candles.firstOpenMs()));
        fact("details.last", UtcTimes.minute(candles.lastOpenMs()));
        fact("details.range", range(shown.extent()));
        fact(
                "details.volume",
                Numbers.fixed(shown.volume(), 0) + " " + shown.loaded().key().market().base());
        fact(
                "details.gaps",
                shown.missing() == 0
                        ? Texts.of("details.none")
                        : Texts.of(
                                "details.missing",
                                Numbers.fixed(shown.missing(), 0),
                                Numbers.fixed(shown.gaps(), 0)));
    }

    private static String stored(ChartState.Shown shown) {
        String offered =
                shown.offered().getFirst().code() + " – " + shown.offered().getLast().code();
        return shown.loaded().stored() == shown.loaded().key().timeframe()
                ? offered
                : Texts.of("details.built", shown.loaded().stored().code());
    }

    private static String range(ChartState.Extent extent) {
        int decimals = PriceDecimals.of(extent.low(), extent.high());
        return Numbers.fixed(extent.low(), decimals)
                + " – "
                + Numbers.fixed(extent.high(), decimals);
    }

    private void fact(String key, String value) {
        int row = facts.getRowCount();
        Label label = Controls.label(Texts.of(key), "muted");
        label.setMinWidth(Label.USE_PREF_SIZE);
        facts.addRow(row, label, Controls.label(value));
    }
}
