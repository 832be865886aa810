package plumbline.ui.workspace;

import java.util.Map;

/// Everything that a layout keeps.
///
/// @param pages where panels stand, by page
/// @param panels what panels saved, by panel
public record WindowLayout(Map<String, PageLayout> pages, Map<String, Map<String, String>> panels) {
    public WindowLayout {
        pages = Map.copyOf(pages);
        panels = Map.copyOf(panels);
    }

    /// Of a window that was never changed.
    public static WindowLayout untouched() {
        return new WindowLayout(Map.of(), Map.of());
    }
}
