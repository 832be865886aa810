package plumbline.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.app.Home;
import plumbline.app.Logs;
import plumbline.app.Uncaught;

/// From the first start to the report, by mouse and keyboard, on a real home folder.
@Tag("fx")
class WindowJourneyTest {
    @TempDir Path home;

    @Test
    void fromTheChartToABacktestToItsReport() throws Exception {
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.untilShown("#price-chart");
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            assertThat(robot.scene().getFocusOwner().getId()).isEqualTo("price-chart");

            robot.push(KeyCode.B);
            robot.untilShown("#strategy-picker");
            robot.push(KeyCode.ENTER);
            robot.untilShown("#results");

            // the same run as 'plumbline demo' makes: BuiltInStrategiesTest and the golden result
            // hold the engine, this holds what the window says. With slippage of 0.02 % on each of
            // its four fills it is 32.36 %: 1.3236 · (1.0002 / 0.9998)² = 1.3247
            assertThat(robot.textOf("#figure-return")).isEqualTo("+32.47\u00A0%");
            assertThat(robot.textOf("#figure-trades")).isEqualTo("2 · 50.0\u00A0%");

            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            robot.untilShown("#report-open");

            List<Path> files = files(home.resolve("reports"));
            assertThat(files)
                    .extracting(f -> f.getFileName().toString())
                    .contains(
                            "report.pdf",
                            "trades.csv",
                            "equity.csv",
                            "metrics.json",
                            "result.json");
            assertThat(Files.readString(named(files, "metrics.json")))
                    .contains("\"totalReturn\" : 0.3246");
            assertThat(Files.readAllBytes(named(files, "report.pdf")))
                    .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void aFailureThatNobodyCaughtIsToldOnceAndLogged() throws Exception {
        Logs.start(new Home(home), new Logs.Detail(false, true), "info");
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            Uncaught uncaught = robot.uncaught();
            for (int i = 0; i < 50; i++) {
                uncaught.uncaughtException(
                        Thread.currentThread(), new IllegalStateException("a fault"));
            }

            robot.untilShown(".toast.bad");

            assertThat(robot.lookup(".toast.bad").queryAll()).hasSize(1);
            assertThat(robot.has("2 times")).isTrue();
            assertThat(Files.readString(home.resolve("logs/plumbline.log"))).contains("a fault");
        } finally {
            Logs.stop();
        }
    }

    @Test
    void aRunIsThereAfterARestart() throws Exception {
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            robot.push(KeyCode.B);
            robot.untilShown("#strategy-picker");
            robot.push(KeyCode.ENTER);
            robot.untilShown("#results");
        }
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            robot.untilShown("#figure-return"); // the run that was shown is shown again
            robot.clickOn("Runs");
            robot.untilShown("#runs");
            assertThat(robot.lookup("#runs").queryListView().getItems()).hasSize(1);
            assertThat(robot.textOf("#figure-return")).isEqualTo("+32.47\u00A0%");
        }
    }

    @Test
    void anEditedParameterRunsAgainAtOnceAndABadOneIsNamed() throws Exception {
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            robot.push(KeyCode.B);
            robot.untilShown("#strategy-picker");
            robot.push(KeyCode.ENTER);
            robot.untilShown("#results");
            String before = robot.textOf("#figure-return");

            robot.doubleClickOn("#parameter-fast").write("12");
            robot.until("a new result", () -> !robot.textOf("#figure-return").equals(before));
            String after = robot.textOf("#figure-return");

            robot.doubleClickOn("#parameter-fast").write("60");
            robot.until(
                    "the reason",
                    () -> robot.textOf("#run-state").contains("fast must be below slow"));
            assertThat(robot.textOf("#figure-return")).isEqualTo(after);
        }
    }

    @Test
    void aTradeChosenInTheTableIsChosenInTheChartAndTheKeysWalkOn() throws Exception {
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            robot.push(KeyCode.B);
            robot.untilShown("#strategy-picker");
            robot.push(KeyCode.ENTER);
            robot.untilShown("#results");
            TableView<?> trades = robot.lookup("#trades").queryTableView();

            robot.push(KeyCode.ALT, KeyCode.RIGHT);
            assertThat(trades.getSelectionModel().getSelectedIndex())
                    .isEqualTo(1); // the first trade
            robot.push(KeyCode.ALT, KeyCode.RIGHT);
            assertThat(trades.getSelectionModel().getSelectedIndex()).isZero();
            robot.push(KeyCode.ESCAPE);
            assertThat(trades.getSelectionModel().getSelectedIndex()).isEqualTo(-1);

            robot.interact(() -> trades.getSelectionModel().select(0));
            assertThat(robot.lookup("#price-chart").query().getAccessibleText())
                    .as("the chart tells of the chosen trade")
                    .contains("Trade 2 of 2");
        }
    }

    @Test
    void anotherTimeframeShowsOtherCandlesAndTheStrategyRunsOnThem() throws Exception {
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            robot.push(KeyCode.B);
            robot.untilShown("#strategy-picker");
            robot.push(KeyCode.ENTER);
            robot.untilShown("#results");

            robot.clickOn("#timeframe-5m");

            robot.until(
                    "the run on five minutes",
                    () ->
                            robot.has("#figure-return")
                                    && !robot.textOf("#figure-return").equals("+32.47\u00A0%"));
        }
    }

    @Test
    void aNewcomerIsWelcomedOnce() throws Exception {
        try (WindowRobot robot = new WindowRobot(home, false)) {
            robot.untilShown("#first-start");
            robot.clickOn("#welcome-safe");
            robot.push(KeyCode.ENTER);
            robot.until("the card is put away", () -> !robot.has("#first-start"));
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
        }
        try (WindowRobot robot = new WindowRobot(home, false)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            assertThat(robot.has("#first-start")).isFalse();
            assertThat(robot.scene().getRoot().getStyleClass()).contains("safe-directions");
        }
    }

    @Test
    void afterACrashTheUserSaysWhatIsOpened() throws Exception {
        Files.createDirectories(home);
        Path layout = home.resolve("layouts").resolve("Usual.json");
        Files.createDirectories(layout.getParent());
        Files.writeString(layout, "no layout");
        Files.writeString(home.resolve("window.running"), "");
        Files.writeString(home.resolve("window.properties"), "page=chart");
        try (WindowRobot robot = new WindowRobot(home, false)) {
            robot.untilShown("#start-restore");
            robot.clickOn("#start-usual");
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
        }
        assertThat(home.resolve("window.running")).doesNotExist();
        assertThat(layout).hasContent("no layout"); // neither read nor written
    }

    @Test
    void whatWasDoneToTheWorkspaceIsTakenBackStepByStep() throws Exception {
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            robot.until("no step is left from the start", () -> settled(robot));
            robot.clickOn("#timeframe-5m");
            robot.until("five minutes", () -> selected(robot, "#timeframe-5m"));
            robot.until("one step", () -> settled(robot));
            robot.push(KeyCode.CONTROL, KeyCode.T);
            robot.untilShown("#price-chart-2");
            robot.until("two steps", () -> settled(robot));

            robot.push(KeyCode.CONTROL, KeyCode.Z);
            robot.until("one chart", () -> !robot.has("#price-chart-2"));
            robot.push(KeyCode.CONTROL, KeyCode.Z);
            robot.until("fifteen minutes", () -> selected(robot, "#timeframe-15m"));

            robot.push(KeyCode.CONTROL, KeyCode.Y);
            robot.until("five minutes again", () -> selected(robot, "#timeframe-5m"));
            robot.push(KeyCode.CONTROL, KeyCode.Y);
            robot.untilShown("#price-chart-2");
        }
    }

    @Test
    void aLayoutIsSavedUnderANameAndChosenInThePalette() throws Exception {
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            robot.push(KeyCode.CONTROL, KeyCode.S);
            robot.untilShown("#save-layout");
            robot.write("Two words?");
            assertThat(robot.lookup("#save-layout-go").query().isDisabled()).isTrue();
            robot.push(KeyCode.BACK_SPACE);
            robot.push(KeyCode.ENTER);
            robot.until("the card is away", () -> !robot.has("#save-layout"));
            robot.until(
                    "its file",
                    () -> Files.exists(home.resolve("layouts").resolve("Two words.json")));

            palette(robot, "watchlist close");
            robot.until("no watchlist", () -> !robot.has("#watchlist"));
            palette(robot, "layout usual");
            robot.untilShown("#watchlist");
            assertThat(robot.failures()).isEmpty();
        }
    }

    private static void palette(WindowRobot robot, String words) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.untilShown("#palette-list");
        robot.write(words);
        robot.push(KeyCode.ENTER);
        robot.until("the palette is away", () -> !robot.has("#palette-list"));
    }

    @Test
    void aFoldedGroupIsUnfoldedByUndo() throws Exception {
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            robot.until("no step is left from the start", () -> settled(robot));
            double width = robot.lookup("#watchlist").query().getLayoutBounds().getWidth();
            palette(robot, "watchlist fold");
            robot.until("folded", () -> widthOf(robot) < width / 2);
            robot.until("one step", () -> settled(robot));

            robot.push(KeyCode.CONTROL, KeyCode.Z);
            robot.until("unfolded", () -> widthOf(robot) > width - 3);
        }
    }

    private static double widthOf(WindowRobot robot) {
        return robot.lookup("#watchlist")
                .tryQuery()
                .filter(javafx.scene.Node::isVisible)
                .map(watchlist -> watchlist.getLayoutBounds().getWidth())
                .orElse(0.0);
    }

    /// A step is remembered a moment after it was made.
    private static boolean settled(WindowRobot robot) {
        robot.sleep(600);
        return true;
    }

    private static boolean selected(WindowRobot robot, String toggle) {
        return robot.lookup(toggle).queryAs(ToggleButton.class).isSelected();
    }

    @Test
    void theKeysAreOnACardAndEscapePutsItAway() throws Exception {
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            robot.push(KeyCode.F1);
            robot.untilShown("#key-sheet");
            robot.push(KeyCode.ESCAPE);
            assertThat(robot.has("#key-sheet")).isFalse();
        }
    }

    @Test
    void aHomeThatCannotBeOpenedIsNamedAndCanBeTriedAgain() throws Exception {
        Path file = Files.writeString(home.resolve("taken"), "this is a file");
        try (WindowRobot robot = new WindowRobot(file, true)) {
            robot.untilShown("#start-retry");
            assertThat(robot.lookup(".message-title").queryLabeled().getText())
                    .contains(file.toString());

            Files.delete(file);
            robot.clickOn("#start-retry");

            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
        }
    }

    private static Path named(List<Path> files, String name) {
        return files.stream().filter(f -> f.endsWith(name)).findFirst().orElseThrow();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
