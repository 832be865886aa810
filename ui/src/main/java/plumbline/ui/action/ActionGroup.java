package plumbline.ui.action;

import plumbline.ui.text.Texts;

/// Under which heading an action stands. The order here is the order of the headings.
public enum ActionGroup {
    WINDOW("window"),
    MARKETS("markets"),
    CHART("chart"),
    DRAWING("drawing"),
    BACKTEST("backtest"),
    DATA("data"),
    TRADING("trading"),
    HELP("help");

    private final String key;

    ActionGroup(String key) {
        this.key = key;
    }

    /// The heading.
    public String title() {
        return Texts.of("actions.group." + key);
    }
}
