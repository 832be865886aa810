package plumbline.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class CommandPaletteFxTest {
    private static final int MANY = 10_000;

    private final Things things = new Things();
    private final StackPane root = new StackPane();
    private final List<PaletteEntry> all = Things.markets(MANY, things.done);
    private final PaletteSource markets = PaletteSource.of("Markets", "@", () -> all);
    private final List<String> recent = new ArrayList<>(List.of("action:help.keys", "gone"));
    private final CommandPalette palette =
            new CommandPalette(
                    Things.over(root),
                    new RecentStore() {
                        @Override
                        public List<String> read() {
                            return recent;
                        }

                        @Override
                        public void write(List<String> ids) {
                            recent.clear();
                            recent.addAll(ids);
                        }
                    },
                    List.of(new PaletteActions(things.keys), markets));

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(root, 900, 560));
        Themes.apply(stage.getScene(), Theme.DARK);
        stage.show();
    }

    private ListView<PaletteEntry> list(FxRobot robot) {
        return robot.lookup("#palette-list").queryListView();
    }

    private List<String> titles(FxRobot robot, int count) {
        WaitForAsyncUtils.waitForFxEvents();
        return list(robot).getItems().stream().limit(count).map(PaletteEntry::title).toList();
    }

    @Test
    void whatWasChosenLastGoesFirst(FxRobot robot) {
        robot.interact(palette::open);
        assertThat(titles(robot, 2)).containsExactly("All keys", "Search or run");

        robot.write("run again");
        robot.type(KeyCode.ENTER);
        assertThat(things.done).containsExactly("backtest.again");
        assertThat(root.getChildren()).isEmpty();
        assertThat(recent).startsWith("action:backtest.again", "action:help.keys");

        robot.interact(palette::open);
        assertThat(titles(robot, 2)).containsExactly("Run again", "All keys");
    }

    @Test
    void onlyWhatCanBeDoneIsThere(FxRobot robot) {
        robot.interact(palette::open);
        robot.write(">undo");
        assertThat(titles(robot, 1)).isEmpty();
        assertThat(robot.lookup("Nothing matches '>undo'.").tryQuery()).isPresent();

        robot.interact(() -> things.canUndo.set(true));
        robot.interact(palette::open);
        robot.write(">undo");
        assertThat(titles(robot, 1)).containsExactly("Undo");
    }

    @Test
    void aSignLeavesOneSource(FxRobot robot) {
        robot.interact(palette::open);
        robot.write("@");
        assertThat(list(robot).getItems()).hasSize(MANY);
        robot.write("doge");
        assertThat(titles(robot, 2)).containsExactly("DOGE/USDT");
    }

    @Test
    void marketsAreFoundByLettersThatWereTypedAlready(FxRobot robot) {
        robot.interact(() -> palette.search(markets, "s"));
        robot.write("ol");
        assertThat(titles(robot, 1)).containsExactly("SOL/USDT");

        robot.eraseText(4);
        assertThat(list(robot).getItems()).as("everything").hasSizeGreaterThan(MANY);
        robot.write("sol");
        robot.type(KeyCode.ENTER);
        assertThat(things.done).containsExactly("SOL/USDT");
    }

    @Test
    void arrowsAndPagesWalk(FxRobot robot) {
        robot.interact(() -> palette.search(markets, ""));
        robot.type(KeyCode.DOWN, 13);
        assertThat(selected(robot)).isEqualTo(13);
        assertThat(firstVisible(robot)).as("no further than it must").isEqualTo(3);
        robot.type(KeyCode.UP, 2);
        assertThat(firstVisible(robot)).isEqualTo(3);
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(selected(robot)).isEqualTo(21);
        robot.type(KeyCode.PAGE_UP, 4);
        assertThat(selected(robot)).isZero();
        robot.type(KeyCode.UP);
        assertThat(selected(robot)).isEqualTo(MANY - 1);

        robot.type(KeyCode.DOWN, 2);
        robot.type(KeyCode.ENTER);
        assertThat(things.done).containsExactly("ETH/USDT");
    }

    private int selected(FxRobot robot) {
        return list(robot).getSelectionModel().getSelectedIndex();
    }

    private int firstVisible(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        double top = list(robot).localToScene(0, 0).getY();
        return robot.lookup(".list-cell").queryAllAs(PaletteCell.class).stream()
                .filter(cell -> !cell.isEmpty() && cell.localToScene(0, 0).getY() >= top - 1)
                .mapToInt(PaletteCell::getIndex)
                .min()
                .orElseThrow();
    }

    @Test
    void escapeDoesNothingAndClicksChoose(FxRobot robot) {
        robot.interact(palette::open);
        robot.type(KeyCode.ESCAPE);
        assertThat(root.getChildren()).isEmpty();
        assertThat(things.done).isEmpty();

        robot.interact(palette::open);
        robot.write("xrp");
        robot.clickOn("XRP");
        assertThat(things.done).containsExactly("XRP/USDT");
    }

    @Test
    void whatWasTypedStandsOut(FxRobot robot) {
        robot.interact(palette::open);
        robot.write("wr rep");
        WaitForAsyncUtils.waitForFxEvents();

        List<String> hits =
                robot.lookup(".hit").queryAllAs(Text.class).stream()
                        .map(Text::getText)
                        .filter(text -> !text.isEmpty())
                        .toList();
        assertThat(hits).startsWith("Wr", "rep");
    }

    @Test
    void onlyTheRowsInViewAreBuilt(FxRobot robot) {
        robot.interact(() -> palette.search(markets, "usdt"));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(list(robot).getItems()).hasSize(MANY);
        assertThat(robot.lookup(".list-cell").queryAllAs(Node.class)).hasSizeLessThan(30);
    }

    /// The best of several, because others use this machine too.
    @Test
    void tenThousandMarketsDoNotBlockAFrame(FxRobot robot) {
        robot.interact(palette::open);
        TextField field = robot.lookup("#palette-field").query();
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String text = List.of("u", "us", "usdt", "a77 usdt").get(i % 4);
            robot.interact(() -> {
                long start = System.nanoTime();
                field.setText(text);
                times.add(System.nanoTime() - start);
            });
        }
        times.sort(null);
        assertThat(times.get(times.size() / 2) / 1e6).as("median, ms").isLessThan(16);
    }
}
