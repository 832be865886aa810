package plumbline.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import plumbline.engine.feed.SampleTrades;
import plumbline.engine.market.MarketId;
import plumbline.ui.action.Action;
import plumbline.ui.action.ActionControls;
import plumbline.ui.action.Actions;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// The bar at the top: market, timeframe, backtest, look, help.
///
/// Threads: FX thread.
final class TopBar extends HBox {
    private final WorkspaceModel model;
    private final Button market = new Button();
    private final TimeframeBar timeframes;
    private final Button backtest;
    private final Label sample = Controls.label(SampleTrades.SOURCE, "chip", "info");

    /// @param right the buttons at the right end
    TopBar(WorkspaceModel model, ActionControls controls, Actions actions, List<Node> right) {
        Action run = actions.get("backtest.pick");
        backtest = controls.button(run);
        this.model = model;
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        market.setId("top-market");
        market.getStyleClass().add("market-button");
        Controls.tooltip(market, Texts.of("top.market"));
        market.setOnAction(e -> actions.get("market.search").run());
        timeframes = new TimeframeBar(model::show);
        backtest.setId("top-backtest");
        backtest.getStyleClass().add("accent");
        HBox words =
                new HBox(
                        6,
                        Controls.icon(MaterialDesignP.PLAY_OUTLINE),
                        Controls.label(Texts.of("top.backtest")),
                        controls.key(run));
        words.setAlignment(Pos.CENTER);
        backtest.setText("");
        backtest.setGraphic(words);
        Controls.tooltip(sample, Texts.of("top.sample.tooltip"));
        getChildren()
                .setAll(
                        logo(),
                        market,
                        timeframes,
                        Controls.divider(),
                        backtest,
                        new LinkMenu(model),
                        Controls.spring(),
                        sample);
        getChildren().addAll(right);
        model.stateProperty().addListener((property, before, state) -> show(state));
        show(model.stateProperty().getValue());
    }

    /// What opens the picker; it is shown below.
    Button backtestButton() {
        return backtest;
    }

    static HBox logo() {
        HBox box = new HBox(new Logo());
        box.setAlignment(Pos.CENTER);
        box.setMinWidth(28);
        box.setAccessibleText("Plumbline");
        return box;
    }

    private void show(ChartState state) {
        MarketId shown =
                switch (state) {
                    case ChartState.Empty e -> null;
                    case ChartState.Loading l -> l.market();
                    case ChartState.Failed f -> f.market();
                    case ChartState.Shown s -> s.loaded().key().market();
                };
        market.setText(shown == null ? Texts.of("top.noMarket") : shown.pair());
        FontIcon down = Controls.icon(MaterialDesignM.MENU_DOWN);
        market.setGraphic(
                shown == null ? down : new HBox(6, Controls.label(shown.venue(), "tag"), down));
        market.setContentDisplay(ContentDisplay.RIGHT);
        Controls.show(sample, SampleTrades.MARKET.equals(shown));
        if (state instanceof ChartState.Shown s) {
            timeframes.show(s.offered(), s.offered().getFirst(), s.loaded().key().timeframe());
        }
    }
}
