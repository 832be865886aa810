package plumbline.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plumbline.ui.workspace.LayoutNode.Part;
import plumbline.ui.workspace.LayoutNode.Split;
import plumbline.ui.workspace.LayoutNode.Tabs;
import software.coley.bentofx.control.Header;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class BentoDockFxTest {
    private static final PageLayout USUAL =
            new PageLayout(
                    new Split(
                            true,
                            List.of(
                                    new Part(
                                            500,
                                            new Split(
                                                    false,
                                                    List.of(
                                                            new Part(288, Tabs.of("list", "notes")),
                                                            new Part(800, Tabs.of("chart"))))),
                                    new Part(240, Tabs.of("results")))));

    private final ExamplePanel.Model model = new ExamplePanel.Model();
    private final List<String> failed = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made on the FX thread
    private DockHost dock;

    @Start
    void start(Stage stage) {
        dock = dock();
        dock.lay(USUAL, Map.of());
        stage.setScene(new Scene(new StackPane(dock.node()), 1200, 800));
        stage.show();
    }

    private DockHost dock() {
        return new BentoDock(
                List.of(
                        ExamplePanel.type("list", Place.LEFT, model),
                        ExamplePanel.type("notes", Place.LEFT, model),
                        ExamplePanel.type("chart", Place.CENTRE, model),
                        ExamplePanel.type("results", Place.BOTTOM, model),
                        ExamplePanel.type("depth", Place.RIGHT, model),
                        ExamplePanel.type(
                                "broken",
                                Place.RIGHT,
                                () -> {
                                    throw new IllegalStateException("no such thing");
                                })),
                new BentoDock.Surroundings(scene -> {}, (type, failure) -> failed.add(type.id())));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> dock.dispose());
    }

    private Bounds bounds(String panel) {
        Node node =
                model.opened.stream()
                        .filter(p -> !p.closed)
                        .map(ExamplePanel::node)
                        .filter(n -> n.getScene() != null && panel.equals(panelOf(n)))
                        .findFirst()
                        .orElseThrow();
        return node.localToScene(node.getLayoutBounds());
    }

    /// The panel that a node is seen in, by the selected tab of its group.
    private static String panelOf(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof software.coley.bentofx.layout.container.DockContainerLeaf leaf) {
                return Objects.requireNonNull(leaf.getSelectedDockable()).getIdentifier();
            }
        }
        return "";
    }

    private void on(FxRobot robot, Runnable action) {
        robot.interact(action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aDoubleClickFoldsAndUnfolds(FxRobot robot) {
        Header tab = header(robot, "results");
        for (boolean folded : new boolean[] {true, false, true, false}) {
            robot.doubleClickOn(tab);
            WaitForAsyncUtils.waitForFxEvents();
            robot.sleep(600); // the next click is the first of two again

            assertThat(dock.isFolded("results")).isEqualTo(folded);
        }
    }

    @Test
    void panelsStandWhereTheLayoutSays(FxRobot robot) {
        assertThat(bounds("list").getWidth()).isCloseTo(288, within(6.0));
        assertThat(bounds("results").getHeight()).isBetween(190.0, 245.0);
        assertThat(bounds("results").getWidth()).as("the full width").isCloseTo(1200, within(4.0));
        assertThat(bounds("chart").getMinX()).isGreaterThan(bounds("list").getMaxX());

        on(robot, () -> dock.node().setMaxWidth(1000));
        assertThat(bounds("list").getWidth()).as("the edge keeps it").isCloseTo(288, within(6.0));
    }

    @Test
    void aLayoutThatIsReadAndLaidAgainIsTheSame(FxRobot robot) throws Exception {
        on(robot, () -> dock.dock("notes", "results", Place.RIGHT));
        PageLayout before = dock.layout();
        WindowLayout kept =
                LayoutText.read(
                        LayoutText.write(new WindowLayout(Map.of("p", before), dock.saved())));

        on(robot, () -> dock.lay(Objects.requireNonNull(kept.pages().get("p")), kept.panels()));

        PageLayout after = dock.layout();
        assertThat(after.docked().ids()).containsExactlyElementsOf(before.docked().ids().toList());
        assertThat(sizes(after.docked()))
                .usingElementComparator((a, b) -> Math.abs(a - b) <= 4 ? 0 : 1)
                .containsExactlyElementsOf(sizes(before.docked()));
    }

    private static List<Double> sizes(LayoutNode node) {
        List<Double> sizes = new ArrayList<>();
        if (node instanceof Split split) {
            for (Part part : split.parts()) {
                sizes.add(part.size());
                sizes.addAll(sizes(part.node()));
            }
        }
        return sizes;
    }

    @Test
    void aClosedPanelComesBackWhereItWasWithWhatItSaved(FxRobot robot) {
        on(robot, () -> dock.dock("results", "chart", Place.RIGHT));
        on(robot, () -> dock.focus("results"));
        robot.write("remember me");
        double width = bounds("results").getWidth();

        on(robot, () -> dock.close("results"));
        assertThat(dock.open()).containsExactlyInAnyOrder("list", "notes", "chart");
        assertThat(model.opened).filteredOn(p -> p.closed).hasSize(1);

        on(robot, () -> dock.open("results"));
        assertThat(bounds("results").getWidth()).isCloseTo(width, within(6.0));
        assertThat(bounds("results").getMinX()).isGreaterThan(bounds("chart").getMaxX() - 4);
        assertThat(robot.lookup(".text-field").queryAllAs(TextField.class))
                .extracting(TextField::getText)
                .contains("remember me");

        on(robot, () -> dock.reset("results"));
        assertThat(bounds("results").getWidth()).as("below, as at first").isGreaterThan(1100);
    }

    @Test
    void tabsFoldFloatAndComeTogether(FxRobot robot) {
        on(robot, () -> dock.open("notes"));
        assertThat(bounds("notes").getWidth()).isCloseTo(288, within(6.0));

        on(robot, () -> dock.fold("results"));
        assertThat(dock.isFolded("results")).isTrue();
        assertThat(bounds("chart").getHeight()).isGreaterThan(700);
        on(robot, () -> dock.open("results"));
        assertThat(dock.isFolded("results")).isFalse();

        on(robot, () -> dock.floatOut("notes"));
        assertThat(Window.getWindows()).hasSize(2);
        assertThat(dock.layout().floating())
                .singleElement()
                .satisfies(w -> assertThat(w.node().ids()).containsExactly("notes"));
        PageLayout withWindow = dock.layout();
        on(robot, () -> dock.dock("notes", "chart", Place.CENTRE));
        assertThat(Window.getWindows()).as("an empty window goes").hasSize(1);

        on(robot, () -> dock.lay(withWindow, Map.of()));
        assertThat(Window.getWindows()).hasSize(2);
        on(
                robot,
                () ->
                        ((Stage) Window.getWindows().get(1))
                                .fireEvent(
                                        new javafx.stage.WindowEvent(
                                                Window.getWindows().get(1),
                                                javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(dock.open()).doesNotContain("notes");
    }

    @Test
    void aLowGroupKeepsItsTabs(FxRobot robot) {
        on(robot, () -> model.opened.forEach(p -> p.node().setStyle("-fx-spacing: 300;")));
        on(robot, () -> dock.node().setMaxHeight(300));

        Node tab = header(robot, "results");
        double top = tab.localToScene(tab.getLayoutBounds()).getMinY();
        assertThat(top).isGreaterThanOrEqualTo(bounds("chart").getMaxY() - 40);
        assertThat(tab.localToScene(tab.getLayoutBounds()).getMaxY())
                .isLessThanOrEqualTo(bounds("results").getMinY() + 1);
    }

    @Test
    void whatIsFoldedBeforeThereIsRoomIsFoldedThen(FxRobot robot) {
        DockHost other = dock();
        on(
                robot,
                () -> {
                    other.lay(USUAL, Map.of());
                    other.fold("results");
                    assertThat(other.isFolded("results")).isTrue();
                    ((StackPane) dock.node().getParent()).getChildren().setAll(other.node());
                });

        assertThat(other.isFolded("results")).isTrue();
        Node tab =
                robot.lookup(".header").queryAllAs(Header.class).stream()
                        .filter(h -> h.getDockable().getIdentifier().equals("results"))
                        .findFirst()
                        .orElseThrow();
        assertThat(tab.localToScene(tab.getLayoutBounds()).getMinY()).isBetween(740.0, 790.0);
        on(robot, other::dispose);
    }

    @Test
    void aPanelThatFailsToOpenIsAMessageAndToldOnce(FxRobot robot) {
        on(robot, () -> dock.open("broken"));
        on(robot, () -> dock.open("broken"));

        assertThat(failed).containsExactly("broken");
        assertThat(robot.lookup("no such thing").queryLabeled().isVisible()).isTrue();
        assertThat(bounds("chart").getWidth()).isPositive();
    }

    @Test
    void aPanelOfANewerVersionKeepsItsPlace(FxRobot robot) {
        on(
                robot,
                () ->
                        dock.lay(
                                new PageLayout(
                                        new Split(
                                                false,
                                                List.of(
                                                        new Part(700, Tabs.of("chart")),
                                                        new Part(
                                                                300, Tabs.of("from-the-future"))))),
                                Map.of("from-the-future", Map.of("a", "b"))));

        assertThat(dock.layout().docked().ids()).contains("from-the-future");
        assertThat(dock.saved()).containsEntry("from-the-future", Map.of("a", "b"));
    }

    @Test
    void whatCannotBeClosedIsAlwaysThere(FxRobot robot) {
        on(robot, () -> dock.lay(new PageLayout(Tabs.of("list")), Map.of()));
        on(robot, () -> dock.close("chart"));

        assertThat(dock.open()).contains("chart");
    }

    @Test
    void openedAndClosedManyTimesNothingListensOn(FxRobot robot) {
        on(
                robot,
                () -> {
                    for (int i = 0; i < 200; i++) {
                        dock.open("depth");
                        dock.close("depth");
                    }
                });
        int before = model.heard;
        on(robot, () -> model.number.set(7));

        assertThat(model.heard - before).as("list, notes, chart, results").isEqualTo(4);
        assertThat(dock.layout().docked().ids())
                .containsExactly("list", "notes", "chart", "results");
    }

    @Test
    void aTabDraggedToAnotherGroupIsATabThere(FxRobot robot) {
        Header notes = header(robot, "notes");
        Header results = header(robot, "results");

        robot.drag(notes).dropTo(results);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(dock.layout().docked().toString()).contains("[notes, results]");
    }

    private static Header header(FxRobot robot, String panel) {
        return robot.lookup(".header").queryAllAs(Header.class).stream()
                .filter(h -> h.getDockable().getIdentifier().equals(panel))
                .findFirst()
                .orElseThrow();
    }
}
