package plumbline.ui.workspace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerLeaf;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

/// Docking by BentoFX.
///
/// Threads: FX thread.
public final class BentoDock implements DockHost {
    private final Bento bento;
    private final OpenPanels panels;
    private final DockTree tree;
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
        windows = new DockWindows(bento, tree, frame, around.dress());
        root = bento.dockBuilding().root("docked");
        root.setPruneWhenEmpty(false);
        root.setMinSize(0, 0);
        frame.getStyleClass().add("dock");
        frame.setMinSize(0, 0);
        LayoutScale scale =
                new LayoutScale(tree, () -> unsized == null ? DockTree.parts(root) : List.of());
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
            spots.restore(layout.closed());
            root.addContainer(tree.build(layout.docked()));
            foldLater.clear();
            unsized = layout.docked();
            sizeOnce();
            windows.open(layout.floating());
        } finally {
            laying = false;
        }
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
        DockTree.parts(root).forEach(root::removeContainer);
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
        if (frame.getHeight() <= 0 || DockTree.parts(root).isEmpty()) {
            return;
        }
        frame.applyCss(); // while it is not sized, a scale of its own does not matter
        unsized = null;
        frame.layout();
        tree.size(DockTree.parts(root).getFirst(), layout);
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
        if (spot == null || !comeBack(dockable, spot)) {
            openAtFirst(dockable);
        }
        restyle();
        reveal(panel);
    }

    private boolean comeBack(Dockable dockable, Spot spot) {
        List<String> beside = spot.beside().stream().filter(panels::isOpen).toList();
        for (DockContainerRootBranch each : bento.getRootContainers()) {
            Optional<DockContainer> around = DockTree.around(each, beside);
            if (around.isPresent()) {
                DockContainer place = inside(around.get());
                if (place instanceof DockContainerLeaf leaf && spot.side() == Place.CENTRE) {
                    leaf.addDockable(dockable);
                } else {
                    Place side = spot.side() == Place.CENTRE ? Place.RIGHT : spot.side();
                    insert(place, dockable, side, spot.size());
                }
                return true;
            }
        }
        return false;
    }

    /// A root has no parent to be replaced in; what is in it has.
    private static DockContainer inside(DockContainer container) {
        return container instanceof DockContainerRootBranch branch
                ? DockTree.parts(branch).getFirst()
                : container;
    }

    private void openAtFirst(Dockable dockable) {
        PanelType type = panels.type(dockable.getIdentifier()).orElse(null);
        Place place = type == null ? Place.RIGHT : type.place();
        Optional<DockContainerLeaf> group =
                panels.ids().stream()
                        .filter(id -> !id.equals(dockable.getIdentifier()))
                        .filter(id -> panels.type(id).map(PanelType::place).orElse(null) == place)
                        .map(id -> panels.dockable(id).getContainer())
                        .filter(leaf -> leaf != null && DockTree.isWithin(root, leaf))
                        .findFirst();
        if (group.isPresent()) {
            group.get().addDockable(dockable);
        } else if (DockTree.parts(root).isEmpty()) {
            DockContainerLeaf leaf = tree.leaf();
            leaf.addDockable(dockable);
            root.addContainer(leaf);
        } else {
            Place side = place == Place.CENTRE ? Place.TOP : place;
            double size = type == null || type.size() <= 0 ? 300 : type.size();
            insert(DockTree.parts(root).getFirst(), dockable, side, size);
        }
    }

    private void insert(DockContainer beside, Dockable dockable, Place side, double size) {
        DockContainerLeaf leaf = tree.leaf();
        leaf.addDockable(dockable);
        tree.insert(beside, leaf, side, size);
    }

    private void reveal(String panel) {
        Dockable dockable = panels.dockable(panel);
        DockContainerLeaf leaf = dockable.getContainer();
        if (leaf == null) {
            return;
        }
        if (leaf.isCollapsed()) {
            tree.fold(leaf);
        }
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
            insert(to, moved, side, room / 2);
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
                        tree.fold(leaf);
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
        bento.getRootContainers().forEach(tree::restyle);
        tree.restyle(root);
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
