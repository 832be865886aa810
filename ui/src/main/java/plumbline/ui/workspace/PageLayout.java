package plumbline.ui.workspace;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where the panels of a page stand.
///
/// @param docked those in the window
/// @param floating those in windows of their own
/// @param closed where closed panels stood when they were closed, by id
public record PageLayout(LayoutNode docked, List<Floating> floating, Map<String, Spot> closed) {
    public PageLayout {
        floating = List.copyOf(floating);
        closed = Map.copyOf(closed);
    }

    /// Everything in the window.
    public PageLayout(LayoutNode docked) {
        this(docked, List.of(), Map.of());
    }

    /// Every panel that is open.
    public Stream<String> ids() {
        return Stream.concat(docked.ids(), floating.stream().flatMap(f -> f.node().ids()));
    }

    /// Which panels stand where, as [LayoutNode#shape] has it.
    public String shape() {
        return docked.shape() + floating.stream().map(f -> f.node().shape()).sorted().toList();
    }

    /// A window of its own, in pixels of the screen.
    public record Floating(double x, double y, double width, double height, LayoutNode node) {}

    /// A place to come back to.
    ///
    /// @param beside the panels that it stood beside
    /// @param side of them; [Place#CENTRE] for a tab among them
    /// @param size across that side, in pixels
    public record Spot(List<String> beside, Place side, double size) {
        public Spot {
            beside = List.copyOf(beside);
        }
    }
}
