package plumbline.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is stored, by mouse and keyboard, on a real home folder.
@Tag("fx")
class DataJourneyTest {
    private static final long HOUR = 3_600_000L;

    @TempDir Path home;
    @TempDir Path files;

    /// 3,000 hours without four of them, and with a row that cannot be used if `bad`.
    private Path csv(String name, boolean bad) throws Exception {
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        long start = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
        for (int i = 0; i < 3_000; i++) {
            if (i < 1_000 || i >= 1_004) {
                text.append(Instant.ofEpochMilli(start + i * HOUR)).append(",10,11,9,10.5,3\n");
            }
        }
        if (bad) {
            text.append("2024-06-01T00:00:00Z,10,9,11,10,3\n");
        }
        return Files.writeString(files.resolve(name), text);
    }

    @Test
    void fromAFileToTheCoverageToACheckToABackup() throws Exception {
        Path csv = csv("kraken-SOL_USD-1h.csv", false);
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
            robot.untilShown("#coverage");

            robot.clickOn("#data-tool-import");
            robot.untilShown("#import-dialog");
            TextField field = robot.lookup("#import-files").query();
            robot.interact(() -> field.setText(csv.toString()));
            TextField market = robot.lookup("#import-market").query();
            assertThat(market.getText()).isEqualTo("kraken:SOL/USD");
            robot.push(KeyCode.ENTER);
            robot.until("the dialog is done", () -> !robot.has("#import-dialog"));
            TableView<?> coverage = robot.lookup("#coverage").queryTableView();
            robot.until("its row", () -> coverage.getItems().size() == 5);

            robot.interact(() -> coverage.getSelectionModel().select(0));
            TableView<?> ledger = robot.lookup("#ledger").queryTableView();
            robot.until("its gap", () -> ledger.getItems().size() == 1);

            robot.clickOn("#data-tool-verifyAll");
            robot.until("the check", () -> robot.lookup("has gaps").tryQuery().isPresent());

            robot.clickOn("#data-tool-backup");
            robot.until("the backup", () -> !backups().isEmpty());
            robot.until("its age", () -> robot.lookup("0 min old").tryQuery().isPresent());

            robot.clickOn("Show in chart");
            robot.until("the chart", () -> robot.has("#price-chart"));
            robot.until(
                    "the market",
                    () -> robot.lookup("#top-market").queryLabeled().getText().equals("SOL/USD"));
        }
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the page of the last start", () -> robot.has("#price-chart"));
        }
    }

    private java.util.List<Path> backups() throws Exception {
        Path folder = home.resolve("backups");
        if (!Files.isDirectory(folder)) {
            return java.util.List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.toString().endsWith(".zip")).toList();
        }
    }

    @Test
    void aBackupIsRestoredAndWhatWasDoneSinceIsTold() throws Exception {
        Path csv = csv("kraken-SOL_USD-1h.csv", false);
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
            robot.untilShown("#coverage");
            robot.clickOn("#data-tool-backup");
            robot.until("the backup", () -> robot.lookup("0 min old").tryQuery().isPresent());
            robot.clickOn("#data-tool-import");
            robot.untilShown("#import-dialog");
            TextField field = robot.lookup("#import-files").query();
            robot.interact(() -> field.setText(csv.toString()));
            robot.push(KeyCode.ENTER);
            robot.until("its row", () -> rows(robot) == 5);

            robot.clickOn("#data-tool-restore");
            robot.clickOn("#restore-go");
            robot.until("what was done", () -> robot.lookup("#data-note").tryQuery().isPresent());

            robot.until("the series of the backup", () -> rows(robot) == 4);
            robot.until("that it is told", () -> told(robot).contains("import kraken:SOL/USD 1h"));
            assertThat(told(robot)).contains("is restored.").contains("aside");
            robot.clickOn("#data-note-close");
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
            robot.untilShown("#price-chart");
            assertThat(robot.failures()).isEmpty();
        }
    }

    private static int rows(WindowRobot robot) {
        return robot.lookup("#coverage")
                .<TableView<?>>tryQuery()
                .map(table -> table.getItems().size())
                .orElse(0);
    }

    private static String told(WindowRobot robot) {
        return robot.lookup("#data-note .label").queryLabeled().getText();
    }

    @Test
    void rowsThatCannotBeUsedAreListedAndTheOthersTakenOnRequest() throws Exception {
        Path csv = csv("kraken-ADA_USD-1h.csv", true);
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            robot.clickOn("#page-data");
            robot.untilShown("#coverage");
            robot.clickOn("#data-tool-import");
            TextField field = robot.lookup("#import-files").query();
            robot.interact(() -> field.setText(csv.toString()));
            robot.clickOn("#import-go");

            robot.untilShown("#import-usable");
            ListView<?> faults = robot.lookup("#import-faults").queryListView();
            assertThat(faults.getItems()).hasSize(1).first().asString().contains(".csv:2998");
            robot.clickOn("#import-usable");

            robot.until("the dialog is done", () -> !robot.has("#import-dialog"));
            TableView<?> coverage = robot.lookup("#coverage").queryTableView();
            robot.until("its row", () -> coverage.getItems().size() == 5);
        }
    }

    @Test
    void thePageIsRememberedAndEachKeepsWhatItShows() throws Exception {
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
            robot.untilShown("#coverage");
            TextField filter = robot.lookup("#data-filter").query();
            robot.clickOn(filter).write("btc");
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
            robot.untilShown("#price-chart");
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
            robot.untilShown("#coverage");
            assertThat(filter.getText()).isEqualTo("btc");
        }
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.untilShown("#coverage");
        }
    }
}
