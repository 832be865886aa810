package plumbline.ui.shell;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.stage.Screen;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import plumbline.ui.backtest.RunsView;
import plumbline.ui.backtest.StrategyStrip;
import plumbline.ui.text.Texts;
import plumbline.ui.watchlist.WatchlistPanel;
import plumbline.ui.watchlist.WatchlistView;
import plumbline.ui.workspace.LayoutNode;
import plumbline.ui.workspace.PageLayout;
import plumbline.ui.workspace.Panel;
import plumbline.ui.workspace.PanelType;
import plumbline.ui.workspace.Place;
import plumbline.ui.workspace.ViewPanel;

/// The panels around the chart, and where they stand at first.
///
/// Threads: FX thread.
final class ChartPage {
    private static final double LEFT = 306;
    private static final double BELOW_WATCHLIST = 230;
    private static final double RESULTS = 340;

    /// Of the screen: with results open the chart has more than half of the window.
    private static final double MOST_RESULTS = 0.41;

    /// Side by side.
    static final int MOST_CHARTS = 16;

    private final WorkspaceModel model;
    private final InstantSource clock;
    private final Function<ChartSession, StrategyStrip> strip;
    private final Runnable addMarket;
    private final List<PanelType> panels;

    /// @param strip makes the strip above a chart
    /// @param addMarket asks for a market of an exchange
    ChartPage(
            WorkspaceModel model,
            InstantSource clock,
            Function<ChartSession, StrategyStrip> strip,
            Runnable addMarket) {
        this.model = model;
        this.clock = clock;
        this.strip = strip;
        this.addMarket = addMarket;
        panels = made();
    }

    List<PanelType> panels() {
        return panels;
    }

    private List<PanelType> made() {
        List<PanelType> all = new ArrayList<>();
        all.add(
                edge(
                        "watchlist",
                        MaterialDesignF.FORMAT_LIST_BULLETED,
                        Place.LEFT,
                        LEFT,
                        this::watchlist));
        all.add(
                edge(
                        "market",
                        MaterialDesignI.INFORMATION_OUTLINE,
                        Place.LEFT,
                        LEFT,
                        this::market));
        all.add(edge("runs", MaterialDesignH.HISTORY, Place.LEFT, LEFT, this::runs));
        all.add(
                edge(
                        "results",
                        MaterialDesignC.CHART_TIMELINE_VARIANT,
                        Place.BOTTOM,
                        results(),
                        () ->
                                new FollowingPanel(
                                        model,
                                        session ->
                                                new ResultsPanel(
                                                        session.backtest(), session.chart()))));
        all.addAll(charts());
        return List.copyOf(all);
    }

    private List<PanelType> charts() {
        List<PanelType> all = new ArrayList<>();
        all.add(
                PanelType.centre(
                        WorkspaceModel.MAIN,
                        Texts.of("panel.chart"),
                        MaterialDesignC.CHART_BOX_OUTLINE,
                        () -> chart(WorkspaceModel.MAIN)));
        for (int i = 2; i <= MOST_CHARTS; i++) {
            String id = chartId(i);
            all.add(
                    new PanelType(
                            id,
                            Texts.of("panel.chartNumber", i),
                            MaterialDesignC.CHART_BOX_OUTLINE,
                            Place.CENTRE,
                            0,
                            true,
                            () -> chart(id)));
        }
        return all;
    }

    /// The panel of the `i`-th chart, 1 the first.
    static String chartId(int i) {
        return i == 1 ? WorkspaceModel.MAIN : WorkspaceModel.MAIN + "-" + i;
    }

    private Panel chart(String id) {
        ChartSession session = model.session(id);
        return new ChartPanel(model, session, strip.apply(session));
    }

    /// @param bar at the top
    PageDeck.PageType type(Node bar) {
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
                                new LayoutNode.Part(results(), results)));
        return new PageDeck.PageType(Page.CHART, bar, panels, new PageLayout(all));
    }

    private static PanelType edge(
            String id, Ikon icon, Place place, double size, Supplier<Panel> opening) {
        return PanelType.edge(id, Texts.of("panel." + id), icon, place, size, opening);
    }

    private static double results() {
        return Math.min(RESULTS, MOST_RESULTS * Screen.getPrimary().getVisualBounds().getHeight());
    }

    private Panel watchlist() {
        WatchlistView view = new WatchlistView(model.watchlist(), clock, addMarket);
        return new WatchlistPanel(model.watchlist(), view);
    }

    private Panel market() {
        MarketDetails view = new MarketDetails(model);
        return new ViewPanel(view, view::requestFocus, view::close);
    }

    private Panel runs() {
        return new FollowingPanel(
                model,
                session -> {
                    RunsView view = new RunsView(session.backtest());
                    return new ViewPanel(view, view::focus, view::close);
                });
    }
}
