package plumbline.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.ui.control.Controls;
import plumbline.ui.fx.Subscriptions;
import plumbline.ui.text.Texts;

/// The row above a chart that follows another one: whose run it draws, and the way back.
///
/// Threads: FX thread.
final class FollowBar extends HBox {
    private final ChartSession session;
    private final Label whose = Controls.label("", "muted");
    private final Subscriptions heard = new Subscriptions();

    FollowBar(ChartSession session) {
        this.session = session;
        getStyleClass().addAll("strategy-strip", "follow-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        whose.setMinWidth(0);
        HBox.setHgrow(whose, Priority.ALWAYS);
        Button own = new Button(Texts.of("follow.own"));
        own.setId("follow-own");
        own.setMinWidth(USE_PREF_SIZE);
        own.setOnAction(e -> session.followsProperty().set(false));
        getChildren().setAll(whose, Controls.spring(), own);
        heard.values(
                session.drawn()
                        .sourceProperty()
                        .flatMap(source -> source.backtest().strategyProperty()),
                strategy -> tell());
        heard.changes(session.drawn().sourceProperty(), source -> tell());
    }

    private void tell() {
        ChartSession source = session.drawn().sourceProperty().get();
        StrategyDefinition strategy = source.backtest().strategyProperty().get();
        if (source == session) {
            whose.setText(Texts.of("follow.nobody"));
        } else if (strategy == null) {
            whose.setText(Texts.of("follow.nothing", source.title().getValue()));
        } else {
            whose.setText(Texts.of("follow.run", strategy.title(), source.title().getValue()));
        }
    }

    /// Lets go of the charts.
    void close() {
        heard.end();
    }
}
