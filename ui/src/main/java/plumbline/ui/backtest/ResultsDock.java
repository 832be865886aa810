package plumbline.ui.backtest;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.market.TimeRange;
import plumbline.engine.text.Numbers;
import plumbline.ui.chart.ChartViewModel;
import plumbline.ui.control.Controls;
import plumbline.ui.fx.Frames;
import plumbline.ui.fx.Subscriptions;
import plumbline.ui.text.Texts;
import plumbline.ui.theme.Scaling;

/// What came out: key figures, checks, curves, trades.
///
/// Threads: FX thread.
public final class ResultsDock extends VBox {
    private static final int HASH_DIGITS = 12;
    private static final double STALE = 0.4;
    private static final double TABLE_SHARE = 0.47;
    private static final double LEAST_TABLE = 820;
    private static final double MOST_TABLE = 1080;

    /// So many frames after the figures come the curves, and as many after these the trades.
    private static final int FRAMES = 2;

    /// Curves and some trades can be seen.
    private static final double LEAST_BODY = 140;

    /// Below that the checks need the room; the copy has the identity, too.
    private static final double LEAST_WITH_IDENTITY = 1100;

    private double scale = 1;
    private final BacktestViewModel model;
    private final KeyFiguresView figures = new KeyFiguresView();
    private final ChecksRow checks = new ChecksRow();
    private final CurvesView curves = new CurvesView();
    private final ReturnsView returns = new ReturnsView();
    private final TradesTable trades;
    private final Label identity = Controls.label("", "muted", "small");
    private final Label stale = Controls.label("", "chip", "warn");
    private final Tab tradesTab = new Tab();
    private final TabPane tabs;
    private final Subscriptions heard = new Subscriptions();

    /// @param chart shares its time cursor with the curves
    public ResultsDock(BacktestViewModel model, ChartViewModel chart) {
        this.model = model;
        getStyleClass().add("results");
        setId("results");
        trades = new TradesTable(model);
        tabs = tabs();
        HBox body = new HBox();
        HBox.setHgrow(curves, Priority.ALWAYS);
        curves.setMinWidth(280);
        curves.setPrefWidth(300);
        tabs.setMinWidth(360);
        body.widthProperty().subscribe(() -> fit(body));
        Scaling.follow(
                body,
                now -> {
                    scale = now;
                    fit(body);
                });
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(scrolled(new VBox(figures, checksLine(), body)));
        // all at once would hold the window up: curves and trades come with the next frames
        Frames.after(FRAMES, () -> body.getChildren().add(curves));
        Frames.after(2 * FRAMES, () -> body.getChildren().add(tabs));
        setMinHeight(0);
        heard.changes(model.viewProperty(), view -> showRun());
        heard.values(model.staleProperty(), this::showStale);
        heard.changes(model.selectedProperty(), curves::mark);
        heard.changes(chart.hoverTimeMsProperty(), time -> curves.cursor(time.longValue()));
        curves.listen(chart::pointAt, time -> chart.reveal(new TimeRange(time, time)));
        showRun();
    }

    /// Gives the trades the keyboard.
    public void focus() {
        trades.requestFocus();
    }

    /// Lets go of the model.
    public void close() {
        heard.end();
        trades.close();
    }

    /// Where there is too little room for all, it is scrolled.
    private static ScrollPane scrolled(VBox all) {
        ScrollPane scroll = new ScrollPane(all);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private void fit(HBox body) {
        tabs.setPrefWidth(tableWidth(body.getWidth()));
        body.setMinHeight(LEAST_BODY * scale);
        Controls.show(identity, body.getWidth() >= LEAST_WITH_IDENTITY * scale);
    }

    /// Of the trades: what they need, and a share of what a wide window has.
    private double tableWidth(double width) {
        return Math.clamp(width * TABLE_SHARE, LEAST_TABLE, MOST_TABLE * scale);
    }

    /// Which run it is, at the end of the line of checks.
    private HBox checksLine() {
        Button copy = Controls.iconButton(MaterialDesignC.CONTENT_COPY, Texts.of("results.copy"));
        copy.setOnAction(e -> copyIdentity());
        HBox.setHgrow(checks, Priority.ALWAYS);
        checks.setMinWidth(0);
        identity.setMinWidth(USE_PREF_SIZE);
        stale.setId("results-stale");
        stale.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(checks, stale, identity, copy);
        line.getStyleClass().add("checks-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    private TabPane tabs() {
        tradesTab.setContent(trades);
        Tab returnsTab = new Tab(Texts.of("returns.title"), returns);
        TabPane tabs = new TabPane(tradesTab, returnsTab);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("dense-tabs");
        return tabs;
    }

    /// Dims what is not a result of what is entered now, and says so.
    private void showStale(String why) {
        boolean isStale = !why.isEmpty();
        stale.setText(isStale ? Texts.of("results.stale") : "");
        Controls.tooltip(stale, why);
        Controls.show(stale, isStale);
        for (Node part : List.of(figures, checks, curves, tabs)) {
            part.setOpacity(isStale ? STALE : 1);
        }
    }

    private void showRun() {
        PreparedRun view = model.viewProperty().get();
        if (view == null) {
            return;
        }
        BacktestRun run = view.run();
        PreparedRun before = model.previousProperty().get();
        identity.setText(Texts.of("results.identity", run.identity().shortId(), digits(run)));
        tradesTab.setText(Texts.of("trades.tab", Numbers.fixed(run.result().trades().size(), 0)));
        figures.show(view, before);
        checks.show(run);
        curves.show(view, before);
        returns.show(run);
        trades.show(run);
        curves.mark(model.selectedProperty().get());
    }

    private static String digits(BacktestRun run) {
        String hash = run.data().hash();
        return hash.substring(hash.indexOf(':') + 1).substring(0, HASH_DIGITS);
    }

    private void copyIdentity() {
        BacktestRun run = model.runProperty().get();
        if (run != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(
                    "run "
                            + run.identity().hash()
                            + "\ndata "
                            + run.data().hash()
                            + "\n"
                            + run.strategy().name()
                            + " "
                            + run.strategy().parameters());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
