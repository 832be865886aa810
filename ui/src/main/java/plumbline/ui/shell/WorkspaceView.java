package plumbline.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import plumbline.engine.text.ErrorText;
import plumbline.ui.backtest.AssumptionsForm;
import plumbline.ui.backtest.ResultsDock;
import plumbline.ui.backtest.RunsView;
import plumbline.ui.backtest.StrategyPicker;
import plumbline.ui.backtest.StrategyStrip;
import plumbline.ui.chart.PriceChartView;
import plumbline.ui.control.Message;
import plumbline.ui.control.Notices;
import plumbline.ui.data.DataActions;
import plumbline.ui.data.DataPage;
import plumbline.ui.text.ShownPath;
import plumbline.ui.text.Texts;
import plumbline.ui.watchlist.WatchlistView;

/// Lays out the rooms of the workspace.
///
/// Threads: FX thread.
final class WorkspaceView extends StackPane {
    /// Of the results: what they need, and what they take where there is more room.
    private static final double DOCK_HEIGHT = 340;

    private static final double DOCK_SHARE = 0.42;
    private static final double MOST_DOCK_SHARE = 0.53;
    private static final Duration AFTER_FRAME = Duration.ofMillis(40);
    private static final double FOLDED = 29;
    private static final double LEAST_CHART = 200;
    private static final String HINT = "hint";

    private final WindowContext context;
    private final WorkspaceModel model;
    private final Runnable switchTheme;
    private final CardLayer overlay = new CardLayer();
    private final Toasts toasts = new Toasts();
    private final TopBar topBar;
    private final StrategyStrip strip;
    private final ResultsDock results;
    private final PriceChartView chart;
    private final StackPane middle;
    private final PageRail rail;
    private final DataPage data;
    private final Map<Page, Node> pages;
    private final Map<Page, Node> bars;
    private final SplitPane split = new SplitPane();
    private boolean folded;

    WorkspaceView(WindowContext context, WorkspaceModel model, Runnable switchTheme) {
        this.context = context;
        this.model = model;
        this.switchTheme = switchTheme;
        getStyleClass().add("workspace");
        chart = new PriceChartView(model.chart());
        chart.setId("price-chart");
        middle = new StackPane(chart);
        middle.setMinSize(0, 0);
        topBar = new TopBar(model, this::pickStrategy, switchTheme, this::showKeys);
        strip =
                new StrategyStrip(
                        model.backtest(), this::pickStrategy, this::assume, this::writeReport);
        results = new ResultsDock(model.backtest(), this::fold);
        data = new DataPage(model.store(), new DataActions(model.store(), toasts), overlay);
        rail = new PageRail(this::go);
        HBox chartPage = new HBox(left(), centre());
        pages = Map.of(Page.CHART, chartPage, Page.DATA, data);
        bars =
                Map.of(
                        Page.CHART,
                        topBar,
                        Page.DATA,
                        new DataBar(context.home(), switchTheme, this::showKeys));
        BorderPane frame = new BorderPane(new StackPane(chartPage, data));
        frame.setTop(new StackPane(topBar, bars.get(Page.DATA)));
        frame.setLeft(rail);
        frame.setBottom(new WorkspaceStatusBar(model, context.home(), context.clock()));
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        getChildren().setAll(frame, toasts, overlay);
        model.stateProperty().addListener((property, before, state) -> show(state));
        model.backtest().runProperty().addListener((property, before, run) -> placeResults());
        show(model.stateProperty().get());
        hint();
        model.pageProperty().subscribe(this::show);
        tellOfRecovery();
        new WorkspaceKeys(this, model).install();
    }

    /// What happens without the user, such as a backup that failed, is said here too.
    Notices notices() {
        return toasts;
    }

    /// Goes to a page and gives it the keyboard.
    void go(Page page) {
        model.go(page);
        if (page == Page.CHART) {
            chart.requestFocus();
        } else {
            data.focusFirst();
        }
    }

    private void show(Page page) {
        pages.forEach((p, node) -> node.setVisible(p == page));
        bars.forEach((p, node) -> node.setVisible(p == page));
        rail.show(page);
    }

    private void tellOfRecovery() {
        if (!model.store().isRecovered()) {
            return;
        }
        Button show = new Button(Texts.of("data.recovered.show"));
        show.setOnAction(e -> go(Page.DATA));
        toasts.warned(Texts.of("data.recovered"), Texts.of("data.recovered.detail"), List.of(show));
    }

    /// Gives the page the keyboard.
    void focusPage() {
        applyCss(); // only then a split pane has its parts in the scene
        if (model.pageProperty().get() == Page.CHART) {
            chart.requestFocus();
        } else {
            data.focusFirst();
        }
    }

    private VBox left() {
        WatchlistView list = new WatchlistView(model.watchlist(), context.clock());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(list, new RunsView(model.backtest()), new MarketDetails(model));
        left.getStyleClass().add("left-dock");
        return left;
    }

    private VBox centre() {
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().setAll(middle);
        SplitPane.setResizableWithParent(results, false);
        VBox.setVgrow(split, Priority.ALWAYS);
        VBox centre = new VBox(strip, split);
        centre.setMinWidth(0);
        HBox.setHgrow(centre, Priority.ALWAYS);
        return centre;
    }

    CardLayer overlay() {
        return overlay;
    }

    private void show(ChartState state) {
        Node shown = state instanceof ChartState.Failed f ? failed(f) : chart;
        if (!middle.getChildren()
                .contains(shown)) { // taken out and put back, it loses the keyboard
            middle.getChildren().setAll(shown);
        }
        placeResults();
    }

    private Message failed(ChartState.Failed failed) {
        Button retry = new Button(Texts.of("chart.retry"));
        retry.setOnAction(e -> model.retry());
        return new Message(
                MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                Texts.of("chart.failed", failed.market()),
                failed.reason(),
                List.of(retry));
    }

    private void placeResults() {
        boolean shown = model.backtest().runProperty().get() != null;
        if (shown && split.getItems().size() == 1) {
            split.getItems().add(results);
            split.applyCss();
            split.layout(); // the divider must be there before it can be placed
            layOutDock();
            // the strip above takes its room in the same frame, and a split pane that changes its
            // height then places the divider by what it held before
            context.tasks().later(AFTER_FRAME, this::layOutDock);
        } else if (!shown
                && split.getItems().size() == 2
                && !model.backtest().runningProperty().get()) {
            split.getItems().remove(results);
        }
    }

    private void layOutDock() {
        double height = split.getHeight();
        double wanted = Math.max(DOCK_HEIGHT, height * DOCK_SHARE);
        double most = Math.min(height * MOST_DOCK_SHARE, height - LEAST_CHART);
        double dock = folded ? FOLDED : Math.min(wanted, most);
        results.setMinHeight(FOLDED);
        results.setMaxHeight(folded ? FOLDED : Double.MAX_VALUE);
        results.setPrefHeight(dock);
        if (height > 0) {
            split.setDividerPositions(1 - dock / height);
        }
    }

    private void fold() {
        folded = !folded;
        layOutDock();
    }

    void pickStrategy() {
        if (!(model.stateProperty().get() instanceof ChartState.Shown)) {
            return;
        }
        StrategyPicker picker =
                new StrategyPicker(
                        model.backtest(),
                        chosen -> {
                            overlay.close();
                            model.backtest().choose(chosen);
                            chart.requestFocus();
                        });
        overlay.openBelow(picker, topBar.backtestButton());
        picker.focusList();
    }

    private void assume() {
        AssumptionsForm form = new AssumptionsForm(model.backtest(), overlay::close);
        overlay.openBelow(form, strip.assumptionsButton());
    }

    void showKeys() {
        KeySheet sheet = new KeySheet();
        overlay.open(sheet);
        sheet.requestFocus();
    }

    void switchTheme() {
        switchTheme.run();
    }

    void writeReport() {
        model.backtest().report(this::written, this::notWritten);
    }

    private void written(List<Path> files) {
        Path report = files.getFirst();
        Path folder = report.toAbsolutePath().resolveSibling("");
        Button open = new Button(Texts.of("report.open"));
        open.setId("report-open");
        open.getStyleClass().add("accent");
        open.setOnAction(e -> openFile(() -> context.opener().open(report)));
        Button reveal = new Button(Texts.of("report.reveal"));
        reveal.setOnAction(e -> openFile(() -> context.opener().reveal(folder)));
        toasts.done(
                Texts.of("report.written", files.size()),
                ShownPath.of(folder),
                List.of(open, reveal));
    }

    private void openFile(Runnable opening) {
        try {
            opening.run();
        } catch (UnsupportedOperationException | IllegalStateException e) {
            toasts.failed(Texts.of("report.notOpened"), ErrorText.of(e));
        }
    }

    private void notWritten(Throwable failure) {
        toasts.failed(
                Texts.of("report.notWritten"),
                Texts.of("report.notWritten.detail", ErrorText.of(failure)));
    }

    private void hint() {
        if (!context.withHint() || context.memory().read(HINT, "").equals("read")) {
            return;
        }
        HBox place = new HBox();
        StartHint card =
                new StartHint(() -> {
                    context.memory().write(HINT, "read");
                    getChildren().remove(place);
                });
        place.getChildren().setAll(card);
        place.getStyleClass().add("hint-place");
        place.setAlignment(Pos.BOTTOM_LEFT);
        place.setPickOnBounds(false);
        model.pageProperty().subscribe(page -> place.setVisible(page == Page.CHART));
        getChildren().add(1, place);
        model.backtest()
                .strategyProperty()
                .addListener((property, before, chosen) -> getChildren().remove(place));
    }
}
