package plumbline.ui.shell;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import plumbline.engine.text.ErrorText;
import plumbline.ui.backtest.AssumptionsForm;
import plumbline.ui.backtest.RunsView;
import plumbline.ui.backtest.StrategyPicker;
import plumbline.ui.backtest.StrategyStrip;
import plumbline.ui.control.Notices;
import plumbline.ui.data.DataActions;
import plumbline.ui.data.DataPage;
import plumbline.ui.text.ShownPath;
import plumbline.ui.text.Texts;
import plumbline.ui.watchlist.WatchlistView;
import plumbline.ui.workspace.BentoDock;
import plumbline.ui.workspace.DockHost;
import plumbline.ui.workspace.LayoutNode;
import plumbline.ui.workspace.LayoutStore;
import plumbline.ui.workspace.Layouts;
import plumbline.ui.workspace.PageLayout;
import plumbline.ui.workspace.Panel;
import plumbline.ui.workspace.PanelType;
import plumbline.ui.workspace.Place;
import plumbline.ui.workspace.ViewPanel;

/// The workspace: pages of panels, and what lies over them.
///
/// Threads: FX thread.
final class WorkspaceView extends StackPane {
    private static final System.Logger LOG = System.getLogger(WorkspaceView.class.getName());

    private static final double LEFT = 306;
    private static final double BELOW_WATCHLIST = 230;
    private static final double RESULTS = 340;
    private static final String HINT = "hint";
    private static final String LAYOUT = "layout";

    private final WindowContext context;
    private final WorkspaceModel model;
    private final Look look;
    private final CardLayer overlay = new CardLayer();
    private final Toasts toasts = new Toasts();
    private final StrategyStrip strip;
    private final TopBar topBar;
    private final PageRail rail;
    private final DataPage data;
    private final PageDeck deck;
    private final Layouts layouts;

    WorkspaceView(
            WindowContext context,
            WorkspaceModel model,
            LayoutStore store,
            Layouts.Loaded loaded,
            Look look) {
        this.context = context;
        this.model = model;
        this.look = look;
        getStyleClass().add("workspace");
        deck =
                new PageDeck(
                        loaded.layout(),
                        new BentoDock.Surroundings(look::dress, this::notOpened),
                        this::moved);
        layouts = new Layouts(context.tasks(), store, loaded.name(), deck::layout, this::notSaved);
        topBar = new TopBar(model, this::pickStrategy, look(Page.CHART));
        strip =
                new StrategyStrip(
                        model.backtest(), this::pickStrategy, this::assume, this::writeReport);
        data = new DataPage(model.store(), new DataActions(model.store(), toasts), overlay);
        rail = new PageRail(this::go);
        deck.add(chartPage());
        deck.add(dataPage());
        BorderPane frame = new BorderPane(deck.pages());
        frame.setTop(deck.bars());
        frame.setLeft(rail);
        frame.setBottom(new WorkspaceStatusBar(model, context.home(), context.clock()));
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        getChildren().setAll(frame, toasts, overlay);
        model.backtest().runProperty().addListener((property, before, run) -> showResults());
        model.pageProperty().subscribe(this::show);
        hint();
        tellOfRecovery();
        tellOfLayout(loaded);
        new WorkspaceKeys(this, model).install();
    }

    /// The buttons at the right end of a page's bar.
    private List<Node> look(Page page) {
        List<Node> buttons = new ArrayList<>();
        buttons.add(new LayoutMenu(page, deck, layouts, this::take));
        buttons.addAll(TopBar.look(look::change, this::showKeys, page.code()));
        return buttons;
    }

    private PageDeck.PageType chartPage() {
        List<PanelType> panels =
                List.of(
                        edge(
                                "watchlist",
                                MaterialDesignF.FORMAT_LIST_BULLETED,
                                Place.LEFT,
                                LEFT,
                                this::watchlist),
                        edge(
                                "market",
                                MaterialDesignI.INFORMATION_OUTLINE,
                                Place.LEFT,
                                LEFT,
                                this::market),
                        edge("runs", MaterialDesignH.HISTORY, Place.LEFT, LEFT, this::runs),
                        PanelType.centre(
                                "chart",
                                Texts.of("panel.chart"),
                                MaterialDesignC.CHART_BOX_OUTLINE,
                                () -> new ChartPanel(model, strip)),
                        edge(
                                "results",
                                MaterialDesignC.CHART_TIMELINE_VARIANT,
                                Place.BOTTOM,
                                RESULTS,
                                () -> new ResultsPanel(model.backtest())));
        LayoutNode left =
                new LayoutNode.Split(
                        true,
                        List.of(
                                new LayoutNode.Part(480, LayoutNode.Tabs.of("watchlist")),
                                new LayoutNode.Part(
                                        BELOW_WATCHLIST, LayoutNode.Tabs.of("market", "runs"))));
        LayoutNode above =
                new LayoutNode.Split(
                        false,
                        List.of(
                                new LayoutNode.Part(LEFT, left),
                                new LayoutNode.Part(1200, LayoutNode.Tabs.of("chart"))));
        LayoutNode.Tabs results = new LayoutNode.Tabs(List.of("results"), "results", true);
        LayoutNode all =
                new LayoutNode.Split(
                        true,
                        List.of(
                                new LayoutNode.Part(500, above),
                                new LayoutNode.Part(RESULTS, results)));
        return new PageDeck.PageType(Page.CHART, topBar, panels, new PageLayout(all));
    }

    private static PanelType edge(
            String id, Ikon icon, Place place, double size, Supplier<Panel> opening) {
        return PanelType.edge(id, Texts.of("panel." + id), icon, place, size, opening);
    }

    private Panel watchlist() {
        WatchlistView view = new WatchlistView(model.watchlist(), context.clock());
        return new ViewPanel(view, view::focus, view::close);
    }

    private Panel market() {
        MarketDetails view = new MarketDetails(model);
        return new ViewPanel(view, view::requestFocus, view::close);
    }

    private Panel runs() {
        RunsView view = new RunsView(model.backtest());
        return new ViewPanel(view, view::focus, view::close);
    }

    private PageDeck.PageType dataPage() {
        PanelType panel =
                PanelType.centre(
                        "data",
                        Texts.of("panel.data"),
                        MaterialDesignD.DATABASE_OUTLINE,
                        () -> new ViewPanel(data, data::focusFirst, () -> {}));
        return new PageDeck.PageType(
                Page.DATA,
                new DataBar(context.home(), look(Page.DATA)),
                List.of(panel),
                new PageLayout(LayoutNode.Tabs.of("data")));
    }

    /// What happens without the user, such as a backup that failed, is said here too.
    Notices notices() {
        return toasts;
    }

    /// Goes to a page and gives it the keyboard.
    void go(Page page) {
        model.go(page);
        focusPage();
    }

    private void show(Page page) {
        deck.show(page);
        rail.show(page);
    }

    private void moved() {
        layouts.changed();
    }

    private void take(Layouts.Loaded loaded) {
        deck.lay(loaded.layout());
        context.memory().write(LAYOUT, loaded.name());
        tellOfLayout(loaded);
        showResults();
        focusPage();
    }

    private void tellOfLayout(Layouts.Loaded loaded) {
        if (!loaded.problem().isEmpty()) {
            toasts.failed(
                    Texts.of("layout.problem"),
                    Texts.of("layout.problem.detail", loaded.problem()));
        }
    }

    private void notSaved(String why) {
        toasts.failed(Texts.of("layout.notSaved"), why);
    }

    private void notOpened(PanelType panel, Throwable failure) {
        LOG.log(Level.ERROR, "the panel " + panel.id() + " could not be opened", failure);
        toasts.failed(Texts.of("panel.broken"), panel.title() + ": " + ErrorText.of(failure));
    }

    /// Saves what the user arranged and closes every panel.
    void close() {
        context.memory().write(LAYOUT, layouts.name());
        layouts.save();
        deck.close();
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
        Page page = model.pageProperty().get();
        deck.dock(page).focus(page == Page.CHART ? "chart" : "data");
    }

    /// Results come up with the first run, and leave the room to the chart when there is none.
    private void showResults() {
        DockHost dock = deck.dock(Page.CHART);
        boolean wanted =
                model.backtest().runProperty().get() != null
                        || model.backtest().runningProperty().get();
        if (wanted && !dock.open().contains("results")) {
            dock.open("results");
        } else if (wanted == dock.isFolded("results")) {
            dock.fold("results");
        }
    }

    CardLayer overlay() {
        return overlay;
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
                            deck.dock(Page.CHART).focus("chart");
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
        look.change();
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
