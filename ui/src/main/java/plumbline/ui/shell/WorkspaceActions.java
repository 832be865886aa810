package plumbline.ui.shell;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import plumbline.ui.action.Action;
import plumbline.ui.action.ActionGroup;
import plumbline.ui.action.Actions;
import plumbline.ui.action.Gesture;
import plumbline.ui.action.Scope;
import plumbline.ui.backtest.BacktestViewModel;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.PanelType;
import plumbline.ui.workspace.Place;

/// Everything that can be done in the window, with the keys that it has at first.
///
/// Threads: FX thread.
final class WorkspaceActions {
    private static final String CHART = "chart";

    private final Actions actions = new Actions();
    private final WorkspaceView view;
    private final WorkspaceModel model;
    private final ObservableValue<Boolean> onChart;

    WorkspaceActions(WorkspaceView view, WorkspaceModel model) {
        this.view = view;
        this.model = model;
        onChart = model.pageProperty().map(page -> page == Page.CHART);
        backtest();
        markets();
        charts();
        store();
        window();
        looks();
    }

    Actions all() {
        return actions;
    }

    private void backtest() {
        ObservableValue<Boolean> charted =
                both(onChart, model.stateProperty().map(s -> s instanceof ChartState.Shown));
        ObservableValue<Boolean> run =
                both(onChart, ofDrawn(BacktestViewModel::runProperty).map(r -> true).orElse(false));
        add(
                Action.of("backtest.pick", ActionGroup.BACKTEST)
                        .icon(MaterialDesignP.PLAY_OUTLINE)
                        .keys("B")
                        .enabled(charted)
                        .run(view::pickStrategy));
        add(
                Action.of("backtest.again", ActionGroup.BACKTEST)
                        .icon(MaterialDesignR.REPLAY)
                        .keys("R")
                        .enabled(run)
                        .run(() -> model.backtest().rerun()));
        add(
                Action.of("backtest.report", ActionGroup.BACKTEST)
                        .icon(MaterialDesignF.FILE_DOCUMENT_OUTLINE)
                        .keys("Ctrl+Shift+R")
                        .scope(Scope.WINDOW)
                        .enabled(run)
                        .run(view::writeReport));
        add(trade("backtest.previousTrade", "Alt+LEFT", run, -1));
        add(trade("backtest.nextTrade", "Alt+RIGHT", run, 1));
        addCancel();
    }

    private void addCancel() {
        add(
                Action.of("backtest.cancel", ActionGroup.BACKTEST)
                        .keys("ESCAPE")
                        .scope(Scope.WINDOW)
                        .place(CHART)
                        .enabled(
                                both(
                                        onChart,
                                        either(
                                                ofDrawn(BacktestViewModel::runningProperty),
                                                ofDrawn(BacktestViewModel::selectedProperty)
                                                        .map(trade -> true)
                                                        .orElse(false))))
                        .run(this::cancel));
    }

    private Action trade(String id, String key, ObservableValue<Boolean> enabled, int by) {
        return Action.of(id, ActionGroup.BACKTEST)
                .keys(key)
                .scope(Scope.WINDOW)
                .first()
                .enabled(enabled)
                .run(() -> model.backtest().walk(by));
    }

    private void cancel() {
        if (model.backtest().runningProperty().get()) {
            model.backtest().cancel();
        } else {
            model.backtest().selectedProperty().set(null);
        }
    }

    private void markets() {
        add(
                Action.of("market.search", ActionGroup.MARKETS)
                        .icon(MaterialDesignM.MAGNIFY)
                        .run(() -> view.searchMarkets("")));
        add(
                Action.of("market.next", ActionGroup.MARKETS)
                        .keys("SPACE")
                        .enabled(onChart)
                        .run(() -> model.watchlist().walk(1)));
        add(
                Action.of("market.previous", ActionGroup.MARKETS)
                        .keys("Shift+SPACE")
                        .enabled(onChart)
                        .run(() -> model.watchlist().walk(-1)));
        add(
                Action.of("market.timeframe", ActionGroup.MARKETS)
                        .enabled(onChart)
                        .run(() -> view.searchTimeframes("")));
        add(
                Action.of("market.refresh", ActionGroup.MARKETS)
                        .icon(MaterialDesignR.REFRESH)
                        .keys("F5")
                        .scope(Scope.WINDOW)
                        .run(model::refresh));
    }

    private void charts() {
        add(
                Action.of("chart.add", ActionGroup.CHART)
                        .icon(MaterialDesignC.CHART_BOX_PLUS_OUTLINE)
                        .keys("Ctrl+T")
                        .scope(Scope.WINDOW)
                        .enabled(onChart)
                        .run(() -> view.grid().add()));
        add(
                Action.of("chart.four", ActionGroup.CHART)
                        .icon(MaterialDesignV.VIEW_GRID_OUTLINE)
                        .enabled(onChart)
                        .run(() -> view.grid().four()));
        add(
                Action.of("chart.one", ActionGroup.CHART)
                        .enabled(onChart)
                        .run(() -> view.grid().one()));
        add(
                Action.of("chart.tieTimeframe", ActionGroup.CHART)
                        .enabled(onChart)
                        .run(() -> toggle(model.activeProperty().get().tiesTimeframeProperty())));
        add(
                Action.of("chart.follow", ActionGroup.CHART)
                        .enabled(onChart)
                        .run(() -> toggle(model.activeProperty().get().followsProperty())));
        for (Link link : Link.values()) {
            add(
                    Action.titled(
                                    "link." + link.code(),
                                    Texts.of("action.link", Texts.of("link." + link.code())),
                                    ActionGroup.CHART)
                            .enabled(onChart)
                            .run(() -> model.activeProperty().get().linkProperty().set(link)));
        }
    }

    private void store() {
        add(
                Action.of("market.add", ActionGroup.MARKETS)
                        .icon(MaterialDesignP.PLUS)
                        .keys("Ctrl+M")
                        .scope(Scope.WINDOW)
                        .run(() -> view.addMarket("")));
        ObservableValue<Boolean> idle =
                model.store().lane().presentProperty().map(job -> false).orElse(true);
        add(
                Action.of("data.import", ActionGroup.DATA)
                        .icon(MaterialDesignD.DATABASE_IMPORT_OUTLINE)
                        .keys("Ctrl+O")
                        .scope(Scope.WINDOW)
                        .enabled(idle)
                        .run(() -> view.data().importFiles()));
        add(
                Action.of("data.verifyAll", ActionGroup.DATA)
                        .icon(MaterialDesignC.CHECK_ALL)
                        .enabled(idle)
                        .run(() -> view.data().verifyAll()));
        add(
                Action.of("data.backup", ActionGroup.DATA)
                        .icon(MaterialDesignC.CONTENT_SAVE_OUTLINE)
                        .enabled(idle)
                        .run(() -> view.data().backUp()));
        add(
                Action.of("data.restore", ActionGroup.DATA)
                        .icon(MaterialDesignB.BACKUP_RESTORE)
                        .enabled(idle)
                        .run(() -> view.data().restore()));
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }

    private void window() {
        add(
                Action.of("window.palette", ActionGroup.WINDOW)
                        .icon(MaterialDesignM.MAGNIFY)
                        .keys("Ctrl+K")
                        .scope(Scope.WINDOW)
                        .mustHaveKey()
                        .run(view::openPalette));
        add(page(Page.CHART, "Ctrl+DIGIT1"));
        add(page(Page.DATA, "Ctrl+DIGIT2"));
        add(page(Page.HEALTH, "Ctrl+DIGIT3"));
        add(page(Page.CONNECTIONS, "Ctrl+DIGIT4"));
        add(page(Page.SETTINGS, "Ctrl+COMMA"));
        for (PanelType panel : view.panels(Page.CHART)) {
            if (panel.closable() && panel.place() != Place.CENTRE) {
                add(panel(panel));
            }
        }
        layout();
        help();
    }

    private void layout() {
        add(
                Action.of("workspace.undo", ActionGroup.WINDOW)
                        .icon(MaterialDesignU.UNDO_VARIANT)
                        .keys("Ctrl+Z")
                        .enabled(view.history().steps().canUndoProperty())
                        .run(view.history()::undo));
        add(
                Action.of("workspace.redo", ActionGroup.WINDOW)
                        .icon(MaterialDesignR.REDO_VARIANT)
                        .keys("Ctrl+Y", "Ctrl+Shift+Z")
                        .enabled(view.history().steps().canRedoProperty())
                        .run(view.history()::redo));
        add(
                Action.of("layout.save", ActionGroup.WINDOW)
                        .icon(MaterialDesignV.VIEW_DASHBOARD_OUTLINE)
                        .keys("Ctrl+S")
                        .scope(Scope.WINDOW)
                        .run(view.layouts()::saveAs));
        add(Action.of("layout.reset", ActionGroup.WINDOW).run(view.layouts()::reset));
        add(
                Action.of("settings.export", ActionGroup.WINDOW)
                        .icon(MaterialDesignE.EXPORT)
                        .run(() -> view.transfer().exportFile()));
        add(
                Action.of("settings.import", ActionGroup.WINDOW)
                        .icon(MaterialDesignI.IMPORT)
                        .run(() -> view.transfer().importFile()));
        add(
                Action.of("window.close", ActionGroup.WINDOW)
                        .keys("ESCAPE")
                        .scope(Scope.ALWAYS)
                        .place("card")
                        .first()
                        .enabled(view.overlay().openProperty())
                        .run(view.overlay()::close));
    }

    private void help() {
        add(
                Action.of("help.keys", ActionGroup.HELP)
                        .icon(MaterialDesignH.HELP_CIRCLE_OUTLINE)
                        .keys("F1")
                        .scope(Scope.WINDOW)
                        .run(view::showKeys));
        add(
                Action.of("help.editKeys", ActionGroup.HELP)
                        .icon(MaterialDesignK.KEYBOARD_OUTLINE)
                        .run(view::editKeys));
    }

    private void looks() {
        add(
                Action.of("window.theme", ActionGroup.WINDOW)
                        .icon(MaterialDesignB.BRIGHTNESS_6)
                        .keys("Ctrl+Shift+L")
                        .scope(Scope.ALWAYS)
                        .run(() -> view.look().change()));
        add(zoom("window.larger", "Ctrl+EQUALS", 1));
        add(zoom("window.smaller", "Ctrl+MINUS", -1));
    }

    private Action zoom(String id, String key, int steps) {
        return Action.of(id, ActionGroup.WINDOW)
                .keys(key)
                .scope(Scope.ALWAYS)
                .run(() -> view.look().zoom(steps));
    }

    private Action page(Page page, String key) {
        return Action.of("page." + page.code(), ActionGroup.WINDOW)
                .icon(icon(page))
                .keys(key)
                .scope(Scope.WINDOW)
                .run(() -> view.go(page));
    }

    static org.kordamp.ikonli.Ikon icon(Page page) {
        return switch (page) {
            case CHART -> MaterialDesignC.CHART_BOX_OUTLINE;
            case DATA -> MaterialDesignD.DATABASE_OUTLINE;
            case CONNECTIONS -> MaterialDesignL.LAN_CONNECT;
            case HEALTH -> MaterialDesignP.PULSE;
            case SETTINGS -> MaterialDesignT.TUNE_VARIANT;
        };
    }

    private Action panel(PanelType panel) {
        return Action.titled(
                        "panel." + panel.id(),
                        Texts.of("action.panel", panel.title()),
                        ActionGroup.WINDOW)
                .icon(panel.icon())
                .enabled(onChart)
                .run(() -> view.toggle(Page.CHART, panel.id()));
    }

    private void add(Action action) {
        actions.register(action);
    }

    /// Something of the run that the chart in use draws.
    private <T extends @Nullable Object> ObservableValue<T> ofDrawn(
            Function<BacktestViewModel, ? extends ObservableValue<T>> part) {
        return model.sourceProperty().flatMap(session -> part.apply(session.backtest()));
    }

    private static ObservableValue<Boolean> either(
            ObservableValue<Boolean> one, ObservableValue<Boolean> other) {
        return Bindings.createBooleanBinding(() -> one.getValue() || other.getValue(), one, other);
    }

    private static ObservableValue<Boolean> both(
            ObservableValue<Boolean> one, ObservableValue<Boolean> other) {
        return Bindings.createBooleanBinding(() -> one.getValue() && other.getValue(), one, other);
    }

    /// What is done with the pointer, for the sheet of keys.
    static List<Gesture> gestures() {
        return List.of(
                gesture(ActionGroup.CHART, "chart"),
                gesture(ActionGroup.CHART, "zoom"),
                gesture(ActionGroup.CHART, "pan"),
                gesture(ActionGroup.CHART, "axes"),
                gesture(ActionGroup.CHART, "fit"),
                gesture(ActionGroup.MARKETS, "letters"),
                gesture(ActionGroup.MARKETS, "digits"),
                gesture(ActionGroup.WINDOW, "dock"),
                gesture(ActionGroup.WINDOW, "fold"),
                gesture(ActionGroup.DATA, "months"),
                gesture(ActionGroup.DATA, "open"));
    }

    private static Gesture gesture(ActionGroup group, String key) {
        return new Gesture(
                group,
                Texts.of("keys." + key),
                List.of(Texts.of("keys." + key + ".keys").split(" \\| ")));
    }
}
