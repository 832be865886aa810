package plumbline.ui.action;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import plumbline.ui.control.Cards;

/// A small window's worth of actions, which write down what was done.
final class Things {
    final List<String> done = new ArrayList<>();
    final Actions actions = new Actions();
    final MemoryKeys store = new MemoryKeys("");
    final BooleanProperty canUndo = new SimpleBooleanProperty();
    final KeyMap keys;

    Things() {
        add(
                "window.palette",
                titled("window.palette", "Search or run", ActionGroup.WINDOW)
                        .icon(MaterialDesignM.MAGNIFY)
                        .keys("Ctrl+K", "F2")
                        .scope(Scope.WINDOW));
        add(
                "window.focus",
                titled("window.focus", "Only the chart", ActionGroup.WINDOW).keys("F11"));
        add(
                "window.theme",
                titled("window.theme", "Dark or light", ActionGroup.WINDOW).keys("Ctrl+Shift+L"));
        add(
                "window.escape",
                titled(
                                "window.escape",
                                "Close, cancel, or take the selection away",
                                ActionGroup.WINDOW)
                        .keys("Escape")
                        .scope(Scope.ALWAYS)
                        .first());
        add(
                "markets.next",
                titled("markets.next", "Next market of the watchlist", ActionGroup.MARKETS)
                        .keys("Space"));
        add(
                "chart.copy",
                titled("chart.copy", "Copy a picture of the chart", ActionGroup.CHART)
                        .icon(MaterialDesignC.CONTENT_COPY)
                        .keys("Ctrl+Shift+C"));
        add(
                "chart.indicators",
                titled("chart.indicators", "Indicators", ActionGroup.CHART)
                        .icon(MaterialDesignF.FUNCTION_VARIANT)
                        .keys("/"));
        add(
                "chart.undo",
                titled("chart.undo", "Undo", ActionGroup.CHART).keys("Ctrl+Z").enabled(canUndo));
        add(
                "backtest.run",
                titled("backtest.run", "Run a strategy on the chart", ActionGroup.BACKTEST)
                        .icon(MaterialDesignP.PLAY_OUTLINE)
                        .keys("B"));
        add(
                "backtest.again",
                titled("backtest.again", "Run again", ActionGroup.BACKTEST)
                        .icon(MaterialDesignR.REPLAY)
                        .keys("R"));
        add(
                "backtest.report",
                titled("backtest.report", "Write the report: PDF, CSV, JSON", ActionGroup.BACKTEST)
                        .keys("Ctrl+Shift+R"));
        add(
                "backtest.trade",
                titled("backtest.trade", "Next trade", ActionGroup.BACKTEST)
                        .keys("Alt+Right")
                        .scope(Scope.WINDOW)
                        .first());
        add("data.check", titled("data.check", "Check all series for gaps", ActionGroup.DATA));
        add(
                "trading.kill",
                titled("trading.kill", "Stop all trading at once", ActionGroup.TRADING)
                        .keys("Ctrl+Shift+K")
                        .scope(Scope.ALWAYS)
                        .mustHaveKey());
        add("help.keys", titled("help.keys", "All keys", ActionGroup.HELP).keys("F1"));
        keys = new KeyMap(actions, store, Keyboard.PC);
    }

    private static Action.Maker titled(String id, String title, ActionGroup group) {
        return Action.titled(id, title, group);
    }

    private void add(String id, Action.Maker maker) {
        actions.register(maker.run(() -> done.add(id)));
    }

    /// What is done as the window does it: cards over `root`.
    static Cards over(StackPane root) {
        return new Cards() {
            @Override
            public void open(Region card) {
                card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
                root.getChildren().add(card);
            }

            @Override
            public void close() {
                root.getChildren().removeIf(node -> node.getStyleClass().contains("card"));
            }
        };
    }

    /// Ten thousand markets, as the one that is looked for hardly is.
    static List<PaletteEntry> markets(int count, List<String> chosen) {
        List<PaletteEntry> markets = new ArrayList<>();
        List<String> names = List.of("BTC", "ETH", "SOL", "XRP", "DOGE", "AVAX", "LINK", "SUI");
        for (int i = 0; i < count; i++) {
            String base = i < names.size() ? names.get(i) : "A%04d".formatted(i);
            String title = base + "/USDT";
            markets.add(
                    new PaletteEntry(
                            "market:binance:" + title,
                            title,
                            "binance spot",
                            MaterialDesignC.CHART_LINE,
                            "",
                            () -> chosen.add(title)));
        }
        return markets;
    }
}
