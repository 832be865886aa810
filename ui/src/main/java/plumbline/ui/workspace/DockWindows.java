package plumbline.ui.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.PageLayout.Floating;
import software.coley.bentofx.Bento;
import software.coley.bentofx.control.DragDropStage;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerLeaf;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

/// The windows of their own that panels are in.
///
/// Threads: FX thread.
final class DockWindows {
    private static final double LEAST_WIDTH = 320;
    private static final double LEAST_HEIGHT = 200;

    private final Bento bento;
    private final DockTree tree;
    private final Node main;
    private final Consumer<Scene> dress;
    private final List<Floating> waiting = new ArrayList<>();

    /// @param main a node of the main window
    /// @param dress puts look and keys on a scene
    DockWindows(Bento bento, DockTree tree, Node main, Consumer<Scene> dress) {
        this.bento = bento;
        this.tree = tree;
        this.main = main;
        this.dress = dress;
        bento.stageBuilding().setStageFactory(source -> stage());
        bento.stageBuilding()
                .setSceneFactory((source, content, width, height) -> {
                    Scene scene =
                            new Scene(
                                    content,
                                    Math.max(LEAST_WIDTH, width),
                                    Math.max(LEAST_HEIGHT, height));
                    dress.accept(scene);
                    return scene;
                });
        main.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .addListener((property, before, showing) -> {
                    if (Boolean.TRUE.equals(showing)) {
                        openWaiting();
                    }
                });
    }

    private static DragDropStage stage() {
        DragDropStage stage = new DragDropStage(true);
        stage.setTitle(Texts.of("window.title"));
        return stage;
    }

    /// Makes the windows those of a layout, as soon as there is a main window to belong to. What is
    /// in others is taken from them.
    void bring(List<Floating> floating) {
        if (!read().equals(floating)) {
            close();
            waiting.addAll(floating);
            openWaiting();
        }
    }

    private void openWaiting() {
        Scene scene = main.getScene();
        if (scene == null || scene.getWindow() == null || !scene.getWindow().isShowing()) {
            return;
        }
        List<Floating> now = List.copyOf(waiting);
        waiting.clear();
        for (Floating window : now) {
            DockContainer content = tree.build(window.node());
            show(content, new Rectangle2D(window.x(), window.y(), window.width(), window.height()));
            tree.size(content, window.node());
        }
    }

    /// Takes a panel out of its group into a window at the same place of the screen.
    void floatOut(Dockable dockable, DockContainerLeaf from) {
        javafx.geometry.Bounds at = from.localToScreen(from.getLayoutBounds());
        DockContainerLeaf leaf = tree.leaf();
        from.removeDockable(dockable);
        leaf.addDockable(dockable);
        show(
                leaf,
                new Rectangle2D(
                        at.getMinX() + 24,
                        at.getMinY() + 24,
                        Math.max(LEAST_WIDTH, at.getWidth()),
                        Math.max(LEAST_HEIGHT, at.getHeight())));
    }

    private void show(DockContainer content, Rectangle2D wanted) {
        DockContainerRootBranch root = bento.dockBuilding().root();
        root.addContainer(content);
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Rectangle2D bounds =
                ScreenBounds.reachable(
                        new Rectangle2D(
                                wanted.getMinX(),
                                wanted.getMinY(),
                                Math.max(LEAST_WIDTH, wanted.getWidth()),
                                Math.max(LEAST_HEIGHT, wanted.getHeight())),
                        screens);
        Scene scene = new Scene(root, bounds.getWidth(), bounds.getHeight());
        dress.accept(scene);
        DragDropStage stage = stage();
        stage.initOwner(main.getScene().getWindow());
        stage.setScene(scene);
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
        stage.show();
    }

    /// A window that was opened by dragging is named after what is in it.
    void watch(DockContainer root) {
        if (root.asRegion().getScene() != null
                && root.asRegion().getScene().getWindow() instanceof DragDropStage stage) {
            root.getDockables().stream()
                    .findFirst()
                    .ifPresent(dockable ->
                            stage.titleProperty()
                                    .bind(
                                            Bindings.concat(
                                                    dockable.titleProperty(),
                                                    " · " + Texts.of("window.title"))));
        }
    }

    /// Where the windows are.
    List<Floating> read() {
        List<Floating> read = new ArrayList<>(waiting);
        for (DockContainerRootBranch root : bento.getRootContainers()) {
            if (window(root) instanceof Stage stage && tree.read(root) instanceof LayoutNode node) {
                read.add(
                        new Floating(
                                stage.getX(),
                                stage.getY(),
                                stage.getWidth(),
                                stage.getHeight(),
                                node));
            }
        }
        return read;
    }

    private static @org.jspecify.annotations.Nullable Window window(DockContainerRootBranch root) {
        Scene scene = root.getScene();
        return scene != null && scene.getWindow() instanceof DragDropStage stage ? stage : null;
    }

    /// Closes all of them, and none of their panels.
    void close() {
        waiting.clear();
        for (DockContainerRootBranch root : List.copyOf(bento.getRootContainers())) {
            if (window(root) instanceof Stage stage) {
                root.getDockables().forEach(DockTree::take);
                stage.hide();
            }
        }
    }
}
