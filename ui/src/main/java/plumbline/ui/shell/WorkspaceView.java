package plumbline.ui.shell;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import plumbline.engine.backtest.BacktestRun;
import plumbline.ui.action.ActionControls;
import plumbline.ui.action.KeyDispatcher;
import plumbline.ui.action.KeyMap;
import plumbline.ui.action.KeySheet;
import plumbline.ui.action.KeysEditor;
import plumbline.ui.action.PaletteSource;
import plumbline.ui.backtest.StrategyPicker;
import plumbline.ui.backtest.StrategyStrip;
import plumbline.ui.control.Notices;
import plumbline.ui.data.DataActions;
import plumbline.ui.data.DataPage;
import plumbline.ui.exchange.AddMarket;
import plumbline.ui.exchange.ConnectionsPanel;
import plumbline.ui.exchange.ExchangeServices;
import plumbline.ui.settings.Settings;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.BentoDock;
import plumbline.ui.workspace.DockHost;
import plumbline.ui.workspace.Layouts;
import plumbline.ui.workspace.PanelType;

/// The workspace: pages of panels, and what lies over them.
///
/// Threads: FX thread.
final class WorkspaceView extends StackPane {
    private static final System.Logger LOG = System.getLogger(WorkspaceView.class.getName());

    private final WindowContext context;
    private final WorkspaceModel model;
    private final Look look;
    private final CardLayer overlay = new CardLayer();
    private final Toasts toasts;
    private final TopBar topBar;
    private final ChartPage chartPage;
    private final ReportNotes reports;
    private final ChartGrid grid;
    private final KeyMap keys;
    private final ActionControls controls;
    private final WorkspacePalette palette;
    private final KeyDispatcher dispatcher;
    private final Consumer<String> printKeys;
    private final PageRail rail = new PageRail(this::go);
    private final DataPage data;
    private final AddMarket adding;
    private final PageDeck deck;
    private final WorkspaceLayouts layouts;
    private final WorkspaceHistory history;
    private final SettingsTransfer transfer;

    WorkspaceView(
            WindowContext context,
            WorkspaceModel model,
            WindowServices services,
            Layouts.Loaded loaded,
            Look look) {
        this.context = context;
        this.model = model;
        this.look = look;
        toasts = new Toasts(model.centres().errors());
        getStyleClass().add("workspace");
        deck =
                new PageDeck(
                        loaded.layout(),
                        new BentoDock.Surroundings(look::dress, this::notOpened),
                        this::moved);
        look.beforeChange(deck::setHiddenAside);
        history = new WorkspaceHistory(context.tasks(), deck, model);
        layouts = layouts(services, loaded.name());
        chartPage = new ChartPage(model, context.clock(), this::strip, () -> addMarket(""));
        reports = new ReportNotes(toasts, context.opener());
        grid = new ChartGrid(model, () -> deck.dock(Page.CHART), toasts);
        printKeys = services.printKeys();
        keys = new KeyMap(new WorkspaceActions(this, model).all(), services.keys());
        controls = new ActionControls(keys);
        Settings settings = SettingsPage.settings(this, context, look.settings());
        transfer = SettingsPage.transfer(this, context, services, settings, keys, layouts.kept());
        palette = palette(settings);
        topBar = new TopBar(model, controls, keys.actions(), look(Page.CHART));
        data = data(model);
        adding = new AddMarket(services.exchanges(), aroundMarkets());
        dispatcher = dispatcher();
        addPages(settings, services.exchanges());
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        getChildren().setAll(frame(services.exchanges()), toasts, overlay);
        greet(loaded, settings);
    }

    private WorkspaceLayouts layouts(WindowServices services, String name) {
        return new WorkspaceLayouts(
                context, services.layouts(), name, deck, overlay, toasts, this::laid);
    }

    private WorkspacePalette palette(Settings settings) {
        List<PaletteSource> more =
                List.of(
                        settings.palette(),
                        PaletteSource.of(Texts.of("palette.layouts"), "", layouts::entries),
                        PaletteSource.of(
                                Texts.of("palette.panels"),
                                "",
                                () -> PanelEntries.of(deck, model.pageProperty().get())));
        return new WorkspacePalette(
                model, keys, overlay, context.memory(), more, () -> go(Page.CHART));
    }

    private DataPage data(WorkspaceModel model) {
        return new DataPage(
                model.store(),
                new DataActions(model.store(), toasts),
                overlay,
                () -> addMarket(""));
    }

    private void addPages(Settings settings, ExchangeServices exchanges) {
        deck.add(chartPage.type(topBar));
        deck.add(StorePage.of(new PageBar(Page.DATA, context.home(), look(Page.DATA)), data));
        deck.add(
                ConnectionsPage.of(
                        new PageBar(Page.CONNECTIONS, "", look(Page.CONNECTIONS)),
                        () -> new ConnectionsPanel(context.tasks(), exchanges, context.clock())));
        deck.add(HealthPage.of(new PageBar(Page.HEALTH, "", look(Page.HEALTH)), model.centres()));
        deck.add(SettingsPage.of(new PageBar(Page.SETTINGS, "", look(Page.SETTINGS)), settings));
        model.sourceProperty()
                .flatMap(session -> session.backtest().runProperty())
                .subscribe(this::ran);
        model.pageProperty().subscribe(this::show);
        model.stateProperty().subscribe(state -> history.changed());
        model.activeProperty().flatMap(ChartSession::linkProperty).subscribe(this::moved);
    }

    private void ran(@Nullable BacktestRun run) {
        if (run != null) {
            LOG.log(Level.DEBUG, "run shown: {0}", run.identity().id());
        }
        showResultsSoon();
    }

    /// What is to be said at the start.
    private void greet(Layouts.Loaded loaded, Settings settings) {
        StoreNotes.tell(model.store().noteProperty().get(), toasts, () -> go(Page.DATA));
        layouts.tell(loaded);
        StartNotes.tell(context, settings, keys, toasts);
    }

    private BorderPane frame(ExchangeServices exchanges) {
        BorderPane frame = new BorderPane(deck.pages());
        frame.setTop(new VBox(new TestBand(exchanges.simulator()), deck.bars()));
        frame.setLeft(rail);
        frame.setBottom(
                new WorkspaceStatusBar(
                        model,
                        context.tasks(),
                        context.home(),
                        context.clock(),
                        this::openOnHealth));
        return frame;
    }

    private KeyDispatcher dispatcher() {
        KeyDispatcher made = new KeyDispatcher(keys);
        made.cardOpen(overlay::isOpen);
        made.onLetters(letters -> searchMarkets(letters));
        made.onDigits(digits -> searchTimeframes(digits));
        return made;
    }

    /// The keys hold in this scene too, and what the user does there is noticed.
    Subscription listen(Scene scene) {
        EventHandler<InputEvent> noticed = event -> model.centres().watchdog().noticeInput();
        scene.addEventFilter(InputEvent.ANY, noticed);
        return dispatcher
                .install(scene)
                .and(() -> scene.removeEventFilter(InputEvent.ANY, noticed));
    }

    /// The buttons at the right end of a page's bar.
    private List<Node> look(Page page) {
        Button search = controls.button(keys.actions().get("window.palette"));
        search.setText(Texts.of("top.search"));
        search.getStyleClass().add("search-button");
        search.setId(page.code() + "-search");
        Button theme = controls.iconButton(keys.actions().get("window.theme"));
        theme.setId(page.code() + "-theme");
        Button help = controls.iconButton(keys.actions().get("help.keys"));
        help.setId(page.code() + "-help");
        return List.of(search, new LayoutMenu(page, deck, layouts), theme, help);
    }

    /// The panels of a page that there are.
    List<PanelType> panels(Page page) {
        return page == Page.CHART ? chartPage.panels() : deck.type(page).panels();
    }

    void toggle(Page page, String panel) {
        DockHost dock = deck.dock(page);
        if (dock.open().contains(panel)) {
            dock.close(panel);
        } else {
            dock.open(panel);
        }
    }

    private void openOnHealth(String panel) {
        go(Page.HEALTH);
        deck.dock(Page.HEALTH).open(panel);
    }

    void openPalette() {
        palette.open();
    }

    void searchMarkets(String letters) {
        palette.searchMarkets(letters);
    }

    void searchTimeframes(String digits) {
        palette.searchTimeframes(digits);
    }

    /// Asks for a market of an exchange.
    void addMarket(String text) {
        adding.open(text);
    }

    /// Brings the market that most look at first.
    void downloadUsual() {
        adding.usual();
    }

    private AddMarket.Surroundings aroundMarkets() {
        return new AddMarket.Surroundings(
                context.tasks(), model.centres().jobs(), toasts, overlay, model::show);
    }

    WorkspaceLayouts layouts() {
        return layouts;
    }

    void editKeys() {
        KeysEditor editor = new KeysEditor(keys);
        overlay.open(editor);
        editor.focusFilter();
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
        history.changed();
    }

    /// What the user did to the workspace.
    WorkspaceHistory history() {
        return history;
    }

    /// Another layout was chosen.
    private void laid() {
        showResults();
        focusPage();
    }

    private void notOpened(PanelType panel, Throwable failure) {
        LOG.log(Level.ERROR, "the panel " + panel.id() + " could not be opened", failure);
        toasts.failed(Texts.of("panel.broken", panel.title()), failure);
    }

    /// Saves what the user arranged and closes every panel.
    void close() {
        layouts.close();
        history.close();
        deck.close();
    }

    /// Gives the page the keyboard.
    void focusPage() {
        applyCss(); // only then a split pane has its parts in the scene
        Page page = model.pageProperty().get();
        deck.dock(page).focus(page.code()); // the panel in its middle is called as the page
    }

    /// Results come up with the first run, and leave the room to the chart when there is none.
    private void showResultsSoon() {
        if (getScene() != null) {
            showResults();
            layouts.changed(); // charts remember their runs
        }
    }

    void showResults() {
        DockHost dock = deck.dock(Page.CHART);
        boolean wanted =
                model.backtest().runProperty().get() != null
                        || model.backtest().runningProperty().get();
        if (wanted && !dock.open().contains("results")) {
            history.aside(() -> dock.open("results"));
        } else if (wanted == dock.isFolded("results")) {
            history.aside(() -> dock.fold("results"));
        }
    }

    /// The page of what is stored, after it was gone to.
    DataPage data() {
        go(Page.DATA);
        return data;
    }

    CardLayer overlay() {
        return overlay;
    }

    void pickStrategy() {
        if (!(model.stateProperty().getValue() instanceof ChartState.Shown)) {
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

    private StrategyStrip strip(ChartSession session) {
        return new StrategyStrip(
                session.backtest(),
                overlay,
                session.chart().visibleRangeProperty()::get,
                of(session, this::pickStrategy),
                of(session, this::writeReport));
    }

    private Runnable of(ChartSession session, Runnable action) {
        return () -> {
            model.activate(session);
            action.run();
        };
    }

    SettingsTransfer transfer() {
        return transfer;
    }

    /// The charts side by side.
    ChartGrid grid() {
        return grid;
    }

    void showKeys() {
        KeySheet sheet = new KeySheet(keys, WorkspaceActions.gestures(), printKeys);
        overlay.open(sheet);
        sheet.focusFilter();
    }

    Look look() {
        return look;
    }

    void writeReport() {
        model.backtest().report(reports::written, reports::notWritten);
    }
}
