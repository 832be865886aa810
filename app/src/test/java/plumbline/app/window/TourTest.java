package plumbline.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import plumbline.ui.action.PaletteEntry;

/// Goes to every page, opens every panel and does everything that the palette offers: nothing
/// fails, nothing is told as failed, and no text is a key.
@Tag("fx")
@Timeout(300)
class TourTest {
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-zA-Z]+){1,3}");

    /// What asks with a dialog of the desktop, which no key of the test would reach.
    private static final Set<String> DESKTOP =
            Set.of("action:settings.export", "action:settings.import");

    /// The chart last: it has most to offer.
    private static final List<KeyCode> PAGES =
            List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT1);

    @TempDir Path home;

    @Test
    void everythingThatIsOfferedCanBeDone() throws Exception {
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            Set<String> done = new java.util.TreeSet<>();
            for (KeyCode page : PAGES) {
                robot.push(KeyCode.CONTROL, page);
                check(robot);
                List<PaletteEntry> offered = offered(robot);
                PaletteEntry reset =
                        offered.stream()
                                .filter(entry -> entry.id().equals("action:layout.reset"))
                                .findFirst()
                                .orElseThrow();
                for (PaletteEntry entry : offered) {
                    if (done.add(entry.id()) && !DESKTOP.contains(entry.id())) {
                        run(robot, entry);
                    }
                    if (entry.id().startsWith("panel.")) {
                        run(robot, reset); // so that each has the panels where they were
                    }
                }
            }
            assertThat(robot.failures()).isEmpty();
            assertThat(done)
                    .hasSizeGreaterThan(40)
                    .contains("action:chart.four", "panel.float:watchlist")
                    .containsAll(DESKTOP);
        }
    }

    private static List<PaletteEntry> offered(WindowRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.untilShown("#palette-list");
        List<PaletteEntry> all = new ArrayList<>();
        robot.lookup("#palette-list")
                .queryListView()
                .getItems()
                .forEach(item -> all.add((PaletteEntry) item));
        robot.push(KeyCode.ESCAPE);
        return all;
    }

    private static void run(WindowRobot robot, PaletteEntry entry) {
        Platform.runLater(entry::run); // a dialog would keep whoever waits for it
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.sleep(150, java.util.concurrent.TimeUnit.MILLISECONDS);
        check(robot);
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Window.getWindows().stream().filter(Window::isShowing).count())
                .as("windows after %s", entry.title())
                .isLessThanOrEqualTo(2);
    }

    private static void check(WindowRobot robot) {
        List<String> failed = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window.getScene() != null) {
                for (Node node : window.getScene().getRoot().lookupAll("*")) {
                    if (node instanceof Region toast
                            && toast.getStyleClass().containsAll(List.of("toast", "failed"))) {
                        failed.add(toast.toString());
                    }
                    if (node instanceof Labeled label
                            && label.getText() != null
                            && KEY.matcher(label.getText()).matches()
                            && !label.getText().endsWith(".html")) {
                        keys.add(label.getText());
                    }
                }
            }
        }
        assertThat(failed).isEmpty();
        assertThat(keys).isEmpty();
    }
}
