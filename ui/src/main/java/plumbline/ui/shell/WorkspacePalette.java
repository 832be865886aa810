package plumbline.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Timeframe;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.ui.action.CommandPalette;
import plumbline.ui.action.KeyMap;
import plumbline.ui.action.PaletteActions;
import plumbline.ui.action.PaletteEntry;
import plumbline.ui.action.PaletteSource;
import plumbline.ui.action.RecentStore;
import plumbline.ui.control.Cards;
import plumbline.ui.text.Texts;

/// What the palette finds: actions, markets, strategies, timeframes.
///
/// Threads: FX thread.
final class WorkspacePalette {
    private static final String RECENT = "recent";

    private final WorkspaceModel model;
    private final Runnable toChart;
    private final PaletteSource markets;
    private final PaletteSource timeframes;
    private final CommandPalette palette;
    private List<MarketId> known = List.of();
    private List<PaletteEntry> marketEntries = List.of();

    /// @param more what can be found besides actions, markets, strategies and timeframes
    /// @param toChart shows the chart page
    WorkspacePalette(
            WorkspaceModel model,
            KeyMap keys,
            Cards cards,
            WindowSettings memory,
            List<PaletteSource> more,
            Runnable toChart) {
        this.model = model;
        this.toChart = toChart;
        markets = PaletteSource.of(Texts.of("palette.markets"), "@", this::markets);
        timeframes = PaletteSource.of(Texts.of("palette.timeframes"), "", this::timeframes);
        List<PaletteSource> sources = new ArrayList<>();
        sources.add(new PaletteActions(keys));
        sources.add(markets);
        sources.add(PaletteSource.of(Texts.of("palette.strategies"), "#", this::strategies));
        sources.add(timeframes);
        sources.addAll(more);
        palette = new CommandPalette(cards, new Kept(memory), sources);
    }

    void open() {
        palette.open();
    }

    void searchMarkets(String letters) {
        palette.search(markets, letters);
    }

    void searchTimeframes(String digits) {
        palette.search(timeframes, digits);
    }

    private List<PaletteEntry> markets() {
        List<MarketId> now = model.watchlist().markets();
        if (!now.equals(known)) {
            known = List.copyOf(now);
            marketEntries = known.stream().map(this::market).toList();
        }
        return marketEntries;
    }

    private PaletteEntry market(MarketId market) {
        return new PaletteEntry(
                "market:" + market,
                market.pair(),
                market.venue(),
                MaterialDesignF.FINANCE,
                "",
                () -> {
                    toChart.run();
                    model.watchlist().choose(market);
                });
    }

    private List<PaletteEntry> strategies() {
        List<PaletteEntry> entries = new ArrayList<>();
        if (model.stateProperty().getValue() instanceof ChartState.Shown) {
            for (StrategyDefinition strategy : model.backtest().strategies()) {
                entries.add(
                        new PaletteEntry(
                                "strategy:" + strategy.name(),
                                strategy.title(),
                                strategy.name(),
                                MaterialDesignC.CODE_TAGS,
                                "",
                                () -> {
                                    toChart.run();
                                    model.backtest().choose(strategy);
                                }));
            }
        }
        return entries;
    }

    private List<PaletteEntry> timeframes() {
        if (!(model.stateProperty().getValue() instanceof ChartState.Shown shown)) {
            return List.of();
        }
        return shown.offered().stream().map(this::timeframe).toList();
    }

    private PaletteEntry timeframe(Timeframe timeframe) {
        return new PaletteEntry(
                "timeframe:" + timeframe.code(),
                timeframe.code(),
                Texts.of("palette.timeframe"),
                MaterialDesignT.TIMER_OUTLINE,
                "",
                () -> {
                    toChart.run();
                    model.show(timeframe);
                });
    }

    /// What was chosen last, in the settings of the window.
    private record Kept(WindowSettings memory) implements RecentStore {
        @Override
        public List<String> read() {
            return Stream.of(memory.read(RECENT, "").split("\t"))
                    .filter(id -> !id.isEmpty())
                    .toList();
        }

        @Override
        public void write(List<String> ids) {
            memory.write(RECENT, String.join("\t", ids));
        }
    }
}
