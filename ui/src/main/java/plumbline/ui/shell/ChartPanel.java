package plumbline.ui.shell;

import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Timeframe;
import plumbline.ui.backtest.StrategyStrip;
import plumbline.ui.chart.PriceChartView;
import plumbline.ui.control.Message;
import plumbline.ui.fx.Subscriptions;
import plumbline.ui.text.Texts;
import plumbline.ui.theme.ScaledPane;
import plumbline.ui.workspace.Panel;

/// The chart of a market, with the strip of the strategy that is tried on it, and a line in the
/// colour by which it is tied to others.
///
/// Threads: FX thread.
final class ChartPanel implements Panel {
    private static final String LINK = "link";
    private static final String MARKET = "market";
    private static final String TIMEFRAME = "timeframe";
    private static final String OWN_TIMEFRAME = "own-timeframe";
    private static final String FOLLOWS = "follows";
    private static final String RUN = "run";
    private static final String YES = "yes";
    private static final String NO = "no";

    private final WorkspaceModel model;
    private final ChartSession session;
    private final PriceChartView chart;
    private final ScaledPane scaled;
    private final StrategyStrip strip;
    private final FollowBar follow;
    private final VBox above = new VBox();
    private final Region colour = new Region();
    private final StackPane middle = new StackPane();
    private final VBox node;
    private final Subscriptions heard = new Subscriptions();

    ChartPanel(WorkspaceModel model, ChartSession session, StrategyStrip strip) {
        this.model = model;
        this.session = session;
        this.strip = strip;
        chart = new PriceChartView(session.chart());
        chart.setId(
                session.id().equals(WorkspaceModel.MAIN) ? "price-chart" : "price-" + session.id());
        scaled = new ScaledPane(chart);
        middle.setMinSize(0, 0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        follow = new FollowBar(session);
        node = new VBox(colour, above, middle);
        node.setMinSize(0, 0);
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> model.activate(session));
        heard.values(session.stateProperty(), this::show);
        heard.values(session.linkProperty(), this::showLink);
        heard.values(
                session.followsProperty(),
                follows -> above.getChildren().setAll(follows ? follow : strip));
        heard.changes(
                node.focusWithinProperty(),
                within -> {
                    if (within) {
                        model.activate(session);
                    }
                });
        if (session.market() == null && !session.id().equals(WorkspaceModel.MAIN)) {
            session.show(model.activeProperty().get().market());
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public ObservableValue<String> title() {
        return session.title();
    }

    @Override
    public void focus() {
        chart.requestFocus();
    }

    @Override
    public Map<String, String> save() {
        MarketId market = session.market();
        BacktestRun run = session.backtest().runProperty().get();
        return Map.of(
                RUN,
                run == null ? "" : run.identity().id(),
                LINK,
                session.linkProperty().get().code(),
                MARKET,
                market == null ? "" : market.toString(),
                TIMEFRAME,
                session.timeframe().code(),
                OWN_TIMEFRAME,
                session.tiesTimeframeProperty().get() ? NO : YES,
                FOLLOWS,
                session.followsProperty().get() ? YES : NO);
    }

    /// The first chart takes its market from the settings of the window, so that it is the same in
    /// every layout.
    @Override
    public void restore(Map<String, String> saved) {
        session.tiesTimeframeProperty().set(!YES.equals(saved.get(OWN_TIMEFRAME)));
        session.followsProperty().set(YES.equals(saved.get(FOLLOWS)));
        session.linkProperty().set(Link.of(saved.getOrDefault(LINK, "")));
        String run = saved.getOrDefault(RUN, "");
        if (!run.isEmpty() && session.backtest().runProperty().get() == null) {
            session.backtest().resume(run);
        }
        MarketId market = market(saved.getOrDefault(MARKET, ""));
        if (market != null && !session.id().equals(WorkspaceModel.MAIN)) {
            Timeframe.of(saved.getOrDefault(TIMEFRAME, "")).ifPresent(session::show);
            session.show(market);
        }
    }

    private static @Nullable MarketId market(String text) {
        try {
            return text.isEmpty() ? null : MarketId.parse(text);
        } catch (IllegalArgumentException e) {
            return null; // edited by hand: as if nothing had been kept
        }
    }

    private void showLink(Link link) {
        colour.getStyleClass().setAll("link-line", "link-" + link.code());
    }

    private void show(ChartState state) {
        Node shown = state instanceof ChartState.Failed f ? failed(f) : scaled;
        if (!middle.getChildren().contains(shown)) {
            // taken out and put back, it loses the keyboard
            middle.getChildren().setAll(shown);
        }
    }

    private Message failed(ChartState.Failed failed) {
        Button retry = new Button(Texts.of("chart.retry"));
        retry.setOnAction(e -> session.retry());
        return new Message(
                MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                Texts.of("chart.failed", failed.market()),
                failed.reason(),
                List.of(retry));
    }

    @Override
    public void close() {
        heard.end();
        strip.close();
        follow.close();
        model.close(session);
    }
}
