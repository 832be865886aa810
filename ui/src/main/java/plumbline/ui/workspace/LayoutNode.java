package plumbline.ui.workspace;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How panels stand beside each other.
public sealed interface LayoutNode {
    /// Every panel in it, in reading order.
    Stream<String> ids();

    /// Whether a panel is in a group of which only the tabs are seen.
    boolean isFolded(String panel);

    /// Which panels stand where, whatever their sizes, and whichever of a group is seen: equal for
    /// layouts that a user takes for the same.
    String shape();

    /// Panels in one place, of which one is seen.
    ///
    /// @param panels by id, at least one
    /// @param selected one of them
    /// @param folded only the tabs are seen
    record Tabs(List<String> panels, String selected, boolean folded) implements LayoutNode {
        public Tabs {
            panels = List.copyOf(panels);
            if (!panels.contains(selected)) {
                throw new IllegalArgumentException(selected + " is none of " + panels);
            }
        }

        /// The first of some panels is seen.
        public static Tabs of(String... panels) {
            return new Tabs(List.of(panels), panels[0], false);
        }

        @Override
        public Stream<String> ids() {
            return panels.stream();
        }

        @Override
        public boolean isFolded(String panel) {
            return folded && panels.contains(panel);
        }

        @Override
        public String shape() {
            return panels + (folded ? " folded" : "");
        }
    }

    /// Parts beside or below each other.
    ///
    /// @param vertical below each other
    /// @param parts at least two
    record Split(boolean vertical, List<Part> parts) implements LayoutNode {
        public Split {
            parts = List.copyOf(parts);
            if (parts.size() < 2) {
                throw new IllegalArgumentException("a split of " + parts.size());
            }
        }

        @Override
        public Stream<String> ids() {
            return parts.stream().flatMap(part -> part.node().ids());
        }

        @Override
        public boolean isFolded(String panel) {
            return parts.stream().anyMatch(part -> part.node().isFolded(panel));
        }

        @Override
        public String shape() {
            return parts.stream()
                    .map(part -> part.node().shape())
                    .collect(Collectors.joining(",", vertical ? "column(" : "row(", ")"));
        }
    }

    /// A part of a split.
    ///
    /// @param size along the split, in pixels, as it was last
    record Part(double size, LayoutNode node) {}
}
