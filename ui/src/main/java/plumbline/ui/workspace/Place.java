package plumbline.ui.workspace;

/// Where a panel stands, as seen from the middle of a page or from another panel.
public enum Place {
    /// In the middle; beside another panel: as a tab of the same group.
    CENTRE,
    LEFT,
    RIGHT,
    TOP,
    BOTTOM;

    /// Whether panels there stand above or below the rest.
    boolean isVertical() {
        return this == TOP || this == BOTTOM;
    }

    /// Whether it comes before the rest, from the left or the top.
    boolean isFirst() {
        return this == LEFT || this == TOP;
    }
}
