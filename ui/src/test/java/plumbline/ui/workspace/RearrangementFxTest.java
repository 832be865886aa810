package plumbline.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
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
import plumbline.ui.workspace.PageLayout.Floating;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class RearrangementFxTest {
    private static final List<String> ALL =
            List.of("chart", "list", "notes", "results", "depth", "tape");

    private final ExamplePanel.Model model = new ExamplePanel.Model();
    private final Random random = new Random(13);

    @SuppressWarnings("NullAway.Init") // made on the FX thread
    private DockHost dock;

    @Start
    void start(Stage stage) {
        dock =
                new BentoDock(
                        List.of(
                                ExamplePanel.type("chart", Place.CENTRE, model),
                                ExamplePanel.type("list", Place.LEFT, model),
                                ExamplePanel.type("notes", Place.LEFT, model),
                                ExamplePanel.type("results", Place.BOTTOM, model),
                                ExamplePanel.type("depth", Place.RIGHT, model),
                                ExamplePanel.type("tape", Place.RIGHT, model)),
                        new BentoDock.Surroundings(scene -> {}, (type, failure) -> {}));
        dock.lay(
                new PageLayout(
                        new Split(
                                false,
                                List.of(
                                        new Part(250, Tabs.of("list", "notes")),
                                        new Part(700, Tabs.of("chart")),
                                        new Part(250, Tabs.of("depth"))))),
                Map.of());
        stage.setScene(new Scene(new StackPane(dock.node()), 1200, 800));
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> dock.dispose());
    }

    private void on(FxRobot robot, Runnable action) {
        robot.interact(action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void anyLayoutIsBroughtAboutAndWhatIsOpenInBothGoesOn(FxRobot robot) {
        for (int i = 0; i < 150; i++) {
            Set<String> before = dock.open();
            int opened = model.opened.size();
            PageLayout wanted = new PageLayout(randomLayout());

            on(robot, () -> dock.arrange(wanted, Map.of()));

            assertThat(dock.layout().shape()).isEqualTo(wanted.shape());
            Set<String> now = wanted.ids().collect(Collectors.toSet());
            assertThat(dock.open()).isEqualTo(now);
            assertThat(model.opened.size() - opened)
                    .as("new panels")
                    .isEqualTo(now.stream().filter(id -> !before.contains(id)).count());
            assertThat(model.opened.stream().filter(panel -> !panel.closed).count())
                    .isEqualTo(now.size());
            assertThat(model.opened.stream().filter(p -> !p.closed && isSeen(p)).count())
                    .isEqualTo(groups(wanted.docked()));
        }
    }

    @Test
    void sizesAreThoseOfTheLayout(FxRobot robot) {
        PageLayout wanted =
                new PageLayout(
                        new Split(
                                true,
                                List.of(
                                        new Part(
                                                500,
                                                new Split(
                                                        false,
                                                        List.of(
                                                                new Part(300, Tabs.of("list")),
                                                                new Part(900, Tabs.of("chart"))))),
                                        new Part(300, Tabs.of("results")))));

        on(robot, () -> dock.arrange(wanted, Map.of()));

        Split column = (Split) dock.layout().docked();
        assertThat(column.parts().getLast().size()).isBetween(295.0, 305.0);
        assertThat(((Split) column.parts().getFirst().node()).parts().getFirst().size())
                .isBetween(295.0, 305.0);
    }

    @Test
    void whatComesAndGoesBelowMovesNothing(FxRobot robot) {
        List<AtomicInteger> moves = new ArrayList<>();
        on(robot, () -> model.opened.forEach(panel -> moves.add(moves(panel.node()))));
        PageLayout without = dock.layout();

        on(robot, () -> dock.open("results"));
        PageLayout with = dock.layout();
        on(robot, () -> dock.close("results"));
        on(robot, () -> dock.open("results"));
        on(robot, () -> dock.arrange(without, Map.of()));
        on(robot, () -> dock.arrange(with, Map.of()));

        assertThat(dock.layout().shape())
                .isEqualTo("column(row([list, notes],[chart],[depth]),[results])[]");
        assertThat(moves).allMatch(count -> count.get() == 0);
    }

    @Test
    void aPanelComesBackFromItsWindowAndGoesThereAgain(FxRobot robot) {
        PageLayout docked = dock.layout();
        ExamplePanel depth = model.opened.getLast();
        on(robot, () -> dock.floatOut("depth"));
        PageLayout floating = dock.layout();
        assertThat(floating.floating()).hasSize(1);

        on(robot, () -> dock.arrange(docked, Map.of()));
        assertThat(dock.layout().shape()).isEqualTo(docked.shape());
        assertThat(Window.getWindows()).hasSize(1);

        on(robot, () -> dock.arrange(floating, Map.of()));
        assertThat(dock.layout().floating().stream().map(Floating::node).map(LayoutNode::shape))
                .containsExactly("[depth]");
        assertThat(depth.closed).isFalse();
    }

    @Test
    void foldingIsTakenBackAndDoneAgain(FxRobot robot) {
        on(robot, () -> dock.open("results"));
        PageLayout open = dock.layout();
        on(robot, () -> dock.fold("results"));
        PageLayout folded = dock.layout();

        for (int i = 0; i < 3; i++) {
            on(robot, () -> dock.arrange(open, Map.of()));
            assertThat(height("results")).isBetween(240.0, 260.0);
            on(robot, () -> dock.arrange(folded, Map.of()));
            assertThat(dock.isFolded("results")).isTrue();
            assertThat(dock.layout().shape()).isEqualTo(folded.shape());
        }
    }

    private double height(String panel) {
        Split column = (Split) dock.layout().docked();
        assertThat(column.parts().getLast().node().ids()).containsExactly(panel);
        return column.parts().getLast().size();
    }

    private static AtomicInteger moves(Node node) {
        AtomicInteger count = new AtomicInteger();
        node.sceneProperty().subscribe((before, now) -> count.incrementAndGet());
        return count;
    }

    private static boolean isSeen(ExamplePanel panel) {
        return panel.node().getScene() != null;
    }

    private static long groups(LayoutNode node) {
        return switch (node) {
            case Tabs tabs -> 1;
            case Split split -> split.parts().stream().mapToLong(p -> groups(p.node())).sum();
        };
    }

    private LayoutNode randomLayout() {
        List<String> ids = new ArrayList<>(ALL);
        Collections.shuffle(ids, random);
        ids.removeIf(id -> !id.equals("chart") && random.nextInt(3) == 0);
        return randomNode(ids);
    }

    private LayoutNode randomNode(List<String> ids) {
        if (ids.size() == 1 || random.nextInt(4) == 0) {
            return new Tabs(ids, ids.get(random.nextInt(ids.size())), false);
        }
        boolean vertical = random.nextBoolean();
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (from < ids.size()) {
            int most = from == 0 ? ids.size() - 1 : ids.size() - from;
            int to = from + 1 + random.nextInt(most);
            parts.add(new Part(100 + random.nextInt(300), randomNode(ids.subList(from, to))));
            from = to;
        }
        return new Split(vertical, parts);
    }
}
