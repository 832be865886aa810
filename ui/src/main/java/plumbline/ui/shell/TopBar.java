package plumbline.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import plumbline.engine.feed.SampleTrades;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Timeframe;
import plumbline.ui.action.Action;
import plumbline.ui.action.ActionControls;
import plumbline.ui.action.Actions;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// The bar at the top: market, timeframe, backtest, look, help.
///
/// Threads: FX thread.
final class TopBar extends HBox {
    private static final List<Timeframe> FAVOURITES =
            List.of(
                    Timeframe.M1,
                    Timeframe.M5,
                    Timeframe.M15,
                    Timeframe.H1,
                    Timeframe.H4,
                    Timeframe.D1);

    private final WorkspaceModel model;
    private final MenuButton market = new MenuButton();
    private final HBox timeframes = new HBox();
    private final MenuButton more = new MenuButton();
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
        timeframes.getStyleClass().add("segments");
        timeframes.setAlignment(Pos.CENTER_LEFT);
        more.getStyleClass().add("segment-more");
        more.setAccessibleText(Texts.of("top.timeframes"));
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
        market.setGraphic(shown == null ? null : Controls.label(shown.venue(), "tag"));
        market.setContentDisplay(ContentDisplay.RIGHT);
        Controls.show(sample, SampleTrades.MARKET.equals(shown));
        market.getItems().clear();
        for (MarketId id : model.watchlist().markets()) {
            MenuItem item = new MenuItem(id.toString());
            item.setOnAction(e -> model.watchlist().choose(id));
            market.getItems().add(item);
        }
        if (state instanceof ChartState.Shown s) {
            timeframes(s.offered(), s.loaded().key().timeframe());
        }
    }

    private void timeframes(List<Timeframe> offered, @Nullable Timeframe current) {
        ToggleGroup group = new ToggleGroup();
        timeframes.getChildren().clear();
        more.getItems().clear();
        for (Timeframe timeframe : offered) {
            if (FAVOURITES.contains(timeframe) || timeframe == current) {
                ToggleButton button = new ToggleButton(timeframe.code());
                button.setId("timeframe-" + timeframe.code());
                button.setToggleGroup(group);
                button.setSelected(timeframe == current);
                button.setOnAction(e -> {
                    button.setSelected(true); // a second click does not unselect
                    model.show(timeframe);
                });
                timeframes.getChildren().add(button);
            } else {
                MenuItem item = new MenuItem(timeframe.code());
                item.setOnAction(e -> model.show(timeframe));
                more.getItems().add(item);
            }
        }
        if (!more.getItems().isEmpty()) {
            timeframes.getChildren().add(more);
        }
    }
}
