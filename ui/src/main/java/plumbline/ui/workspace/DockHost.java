package plumbline.ui.workspace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.layout.Region;

/// Shows the panels of a page and lets the user dock, tab, split, float and close them.
///
/// Threads: FX thread.
public interface DockHost {
    /// What holds the docked panels.
    Region node();

    /// Lays the panels out as said; what was open is closed. A panel that cannot be opened leaves
    /// its place to a message; one that may not be closed and is not named is added.
    ///
    /// @param saved what the panels saved, by panel
    void lay(PageLayout layout, Map<String, Map<String, String>> saved);

    /// Brings the panels to where they stand in a layout. Those that are open in both go on as they
    /// are, and stay in their place where that is possible; others are closed, or opened.
    ///
    /// @param saved what panels saved that are to be opened
    void arrange(PageLayout layout, Map<String, Map<String, String>> saved);

    /// How the panels stand now.
    PageLayout layout();

    /// What the open panels and those closed since [#lay] saved, by panel.
    Map<String, Map<String, String>> saved();

    /// The panels that are open.
    Set<String> open();

    /// Opens a panel where it stood last, else where its type says, or brings the open one to the
    /// front.
    void open(String panel);

    /// Closes a panel that may be closed.
    void close(String panel);

    /// Puts an open panel beside another.
    ///
    /// @param side of `target`; [Place#CENTRE] for a tab of the same group
    void dock(String panel, String target, Place side);

    /// Puts an open panel into a window of its own.
    void floatOut(String panel);

    /// Shows only the tabs of the group that a panel is in, or all of it again.
    void fold(String panel);

    /// Whether only its tabs are seen.
    boolean isFolded(String panel);

    /// What can be done with an open panel.
    List<PanelCommand> commands(String panel);

    /// Opens a panel anew, as if for the first time.
    void reset(String panel);

    /// Gives the keyboard to a panel that is open.
    void focus(String panel);

    /// Called after the user or the program changed where panels stand; rather too often.
    void onChange(Runnable changed);

    /// Closes all panels and their windows.
    void dispose();
}
