package plumbline.ui.workspace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import plumbline.ui.workspace.LayoutNode.Tabs;
import plumbline.ui.workspace.PageLayout.Floating;
import plumbline.ui.workspace.PageLayout.Spot;
import software.coley.bentofx.Bento;
import software.coley.bentofx.building.DockBuilding;
import software.coley.bentofx.control.Header;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.event.DockEvent;
import software.coley.bentofx.layout.container.DockContainerLeaf;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

/// Docking by BentoFX.
///
/// Threads: FX thread.
public final class BentoDock implements DockHost {
    private final Bento bento;
    private final OpenPanels panels;
    private final DockTree tree;
    private final Rearrangement rearrangement;
    private final PanelPlaces places;
    private final DockWindows windows;
    private final PanelSpots spots = new PanelSpots();
    private final StackPane frame = new StackPane();
    private final DockContainerRootBranch root;
    private final List<Runnable> listeners = new ArrayList<>();
    private final Set<String> foldLater = new LinkedHashSet<>();
    private @Nullable LayoutNode unsized;
    private boolean laying;

    /// What a dock needs of the window.
    ///
    /// @param dress puts look and keys on the scene of a window of its own
    /// @param failed told of each panel that cannot be opened
    public record Surroundings(
            java.util.function.Consumer<Scene> dress,
            java.util.function.BiConsumer<PanelType, Throwable> failed) {}

    /// @param types the panels that there are
    public BentoDock(List<PanelType> types, Surroundings around) {
        bento =
                new Bento() {
                    @Override
                    protected DockBuilding newDockBuilding() {
                        return new GroupBuilding(this, BentoDock.this::mayDrop);
                    }
                };
        bento.controlsBuilding()
                .setHeaderFactory((dockable, pane) ->
                        TabClicks.on(
                                new Header(dockable, pane).withDragDrop(), pane, this::toggle));
        panels = new OpenPanels(bento, types, id -> new PanelMenu(this, id), around.failed());
        tree = new DockTree(bento, panels);
        rearrangement = new Rearrangement(tree);
        windows = new DockWindows(bento, tree, frame, around.dress());
        root = bento.dockBuilding().root("docked");
        root.setPruneWhenEmpty(false);
        places = new PanelPlaces(bento, tree, panels, root);
        root.setMinSize(0, 0);
        frame.getStyleClass().add("dock");
        frame.setMinSize(0, 0);
        LayoutScale scale =
                new LayoutScale(tree, () -> unsized == null ? Branch.parts(root) : List.of());
        frame.getChildren().setAll(root, scale.probe());
        bento.events().addEventListener(this::happened);
        // a divider that was dragged
        frame.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> changed());
        frame.layoutBoundsProperty().addListener((property, before, bounds) -> sizeOnce());
        frame.sceneProperty().addListener((property, before, scene) -> sizeOnce());
        frame.visibleProperty().addListener((property, before, shown) -> sizeOnce());
    }

    @Override
    public Region node() {
        return frame;
    }

    @Override
    public void lay(PageLayout layout, Map<String, Map<String, String>> saved) {
        laying = true;
        try {
            empty();
            panels.restore(saved);
            bring(layout);
        } finally {
            laying = false;
        }
        complete();
    }

    @Override
    public void arrange(PageLayout layout, Map<String, Map<String, String>> saved) {
        laying = true;
        try {
            Set<String> wanted = layout.ids().collect(Collectors.toSet());
            for (String id : panels.ids()) {
                if (!wanted.contains(id)) {
                    DockTree.take(panels.dockable(id));
                    panels.closed(id);
                }
            }
            panels.restore(saved);
            bring(layout);
        } finally {
            laying = false;
        }
        complete();
    }

    private void bring(PageLayout layout) {
        spots.restore(layout.closed());
        rearrangement.bring(root, layout.docked());
        foldLater.clear();
        unsized = layout.docked();
        sizeOnce();
        windows.bring(layout.floating());
    }

    private void complete() {
        for (PanelType type : panels.fixed()) {
            if (!panels.isOpen(type.id())) {
                open(type.id());
            }
        }
        restyle();
    }

    private void empty() {
        for (String id : panels.ids()) {
            panels.closed(id);
        }
        windows.close();
        Branch.parts(root).forEach(root::removeContainer);
    }

    /// A layout gets its sizes when there is room for the first time.
    private void sizeOnce() {
        LayoutNode layout = unsized;
        if (layout == null || frame.getScene() == null || frame.getWidth() <= 0) {
            return;
        }
        if (!frame.isVisible()) { // what is not seen gets no style, and without one no sizes
            return;
        }
        if (frame.getHeight() <= 0 || Branch.parts(root).isEmpty()) {
            return;
        }
        frame.applyCss(); // while it is not sized, a scale of its own does not matter
        unsized = null;
        frame.layout();
        tree.size(Branch.parts(root).getFirst(), layout);
        List.copyOf(foldLater).forEach(this::fold);
        foldLater.clear();
    }

    @Override
    public PageLayout layout() {
        LayoutNode docked = unsized != null ? unsized : tree.read(root);
        if (docked == null) {
            docked = Tabs.of(panels.fixed().getFirst().id());
        }
        List<Floating> floating = windows.read();
        return new PageLayout(docked, floating, spots.all());
    }

    @Override
    public Map<String, Map<String, String>> saved() {
        return panels.saved();
    }

    @Override
    public Set<String> open() {
        return panels.ids();
    }

    @Override
    public void open(String panel) {
        if (panels.isOpen(panel)) {
            reveal(panel);
            return;
        }
        Dockable dockable = panels.dockable(panel);
        Spot spot = spots.of(panel).orElse(null);
        spots.forget(panel);
        if (spot == null || !places.comeBack(dockable, spot)) {
            places.open(dockable);
        }
        restyle();
        reveal(panel);
    }

    private void reveal(String panel) {
        Dockable dockable = panels.dockable(panel);
        DockContainerLeaf leaf = dockable.getContainer();
        if (leaf == null) {
            return;
        }
        tree.fold(leaf, false);
        if (leaf.getSelectedDockable() != dockable) {
            leaf.selectDockable(dockable);
        }
    }

    @Override
    public void close(String panel) {
        if (panels.isOpen(panel)) {
            Dockable dockable = panels.dockable(panel);
            dockable.inContainer(leaf -> {
                leaf.closeDockable(dockable);
            });
        }
    }

    @Override
    public void dock(String panel, String target, Place side) {
        if (panel.equals(target) && side == Place.CENTRE || !panels.isOpen(target)) {
            return;
        }
        Dockable moved = panels.dockable(panel);
        DockContainerLeaf to = panels.dockable(target).getContainer();
        DockContainerLeaf from = moved.getContainer();
        if (to == null || from == to && from.getDockables().size() == 1) {
            return;
        }
        if (from != null) {
            from.removeDockable(moved);
        }
        if (side == Place.CENTRE) {
            to.addDockable(moved);
        } else {
            double room = side.isVertical() ? to.getHeight() : to.getWidth();
            places.insert(to, moved, side, room / 2);
        }
        restyle();
        reveal(panel);
    }

    @Override
    public void floatOut(String panel) {
        Dockable dockable = panels.dockable(panel);
        DockContainerLeaf leaf = dockable.getContainer();
        if (leaf == null || !dockable.isCanBeDroppedToNewWindow()) {
            return;
        }
        spots.note(dockable);
        windows.floatOut(dockable, leaf);
        restyle();
    }

    @Override
    public void fold(String panel) {
        if (unsized != null) {
            // there is no room yet in which a group could be small
            if (!foldLater.remove(panel)) {
                foldLater.add(panel);
            }
        } else if (panels.isOpen(panel)) {
            panels.dockable(panel)
                    .inContainer(leaf -> {
                        tree.fold(leaf, !leaf.isCollapsed());
                    });
            changed();
        }
    }

    @Override
    public boolean isFolded(String panel) {
        if (unsized != null) {
            return unsized.isFolded(panel) != foldLater.contains(panel);
        }
        return panels.isOpen(panel)
                && panels.dockable(panel).getContainer() instanceof DockContainerLeaf leaf
                && leaf.isCollapsed();
    }

    boolean isClosable(String panel) {
        return panels.type(panel).map(PanelType::closable).orElse(true);
    }

    /// The open panels of the middle but for one.
    Set<String> centres(String but) {
        Set<String> centres = panels.ids();
        centres.removeIf(id -> id.equals(but) || !panels.isCentral(id));
        return centres;
    }

    /// A second click on a tab at an edge folds its group.
    private void toggle(Dockable dockable) {
        if (!panels.isCentral(dockable.getIdentifier())) {
            fold(dockable.getIdentifier());
        }
    }

    @Override
    public List<PanelCommand> commands(String panel) {
        return PanelMenu.commands(this, panel);
    }

    @Override
    public void reset(String panel) {
        if (panels.isOpen(panel) && isClosable(panel)) {
            close(panel);
        }
        panels.forget(panel);
        spots.forget(panel);
        open(panel);
    }

    @Override
    public void focus(String panel) {
        panels.focus(panel);
    }

    @Override
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }

    @Override
    public void dispose() {
        laying = true;
        empty();
        listeners.clear();
    }

    private void happened(DockEvent event) {
        switch (event) {
            case DockEvent.DockableClosing closing -> {
                spots.note(closing.dockable());
                panels.closed(closing.dockable().getIdentifier());
            }
            case DockEvent.RootContainerAdded added -> windows.watch(added.container());
            default -> {}
        }
        if (!laying) {
            restyle();
            changed();
        }
    }

    private void restyle() {
        List<DockContainerRootBranch> roots = new ArrayList<>(bento.getRootContainers());
        roots.add(root); // also while it is in no scene
        roots.forEach(DockTree::tidy);
        roots.forEach(tree::restyle);
    }

    private void changed() {
        if (!laying) {
            List.copyOf(listeners).forEach(Runnable::run);
        }
    }

    /// What can always be seen stays in the window.
    private boolean mayDrop(DockContainerLeaf target, Dockable dockable) {
        return dockable.isClosable() || DockTree.isWithin(root, target);
    }
}
