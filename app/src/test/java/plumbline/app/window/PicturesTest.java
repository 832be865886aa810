package plumbline.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Makes the pictures of the documentation: `tools/pictures`. No test of anything, but a way to
/// drive the real window.
@Tag("pictures")
class PicturesTest {
    private static final Path IMAGES = Path.of("..", "docs", "images");
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 900;

    // tools/pictures makes this folder's parent the user's, so that the pictures show ~/.plumbline
    private final Path home = Path.of("target", "pictures", ".plumbline").toAbsolutePath();

    @BeforeEach
    void empty() throws IOException {
        Files.createDirectories(IMAGES);
        if (Files.exists(home)) {
            try (Stream<Path> all = Files.walk(home)) {
                all.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        }
    }

    @Test
    void firstStart() throws Exception {
        try (WindowRobot robot = new WindowRobot(home, false)) {
            ready(robot);
            take(robot, "first-start-dark");
        }
    }

    @Test
    void zoomedOut() throws Exception {
        try (WindowRobot robot = new WindowRobot(home, true)) {
            ready(robot);
            robot.clickOn("#timeframe-1m");
            robot.sleep(1500);
            robot.doubleClickOn("#price-chart");
            robot.doubleClickOn("#price-chart");
            robot.sleep(600);
            take(robot, "zoomed-out-dark");
        }
    }

    @Test
    void backtest() throws Exception {
        try (WindowRobot robot = new WindowRobot(home, true)) {
            ready(robot);
            robot.clickOn("#timeframe-5m");
            robot.sleep(1000);
            robot.push(KeyCode.B);
            robot.untilShown("#strategy-picker");
            take(robot, "picker-dark");
            robot.push(KeyCode.ENTER);
            robot.untilShown("#results");
            robot.sleep(500);
            robot.doubleClickOn("#parameter-fast").write("24");
            robot.sleep(800);
            robot.push(KeyCode.ALT, KeyCode.LEFT);
            robot.push(KeyCode.ALT, KeyCode.LEFT);
            robot.sleep(800);
            take(robot, "backtest-dark");
            robot.clickOn("#chart-theme");
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            robot.untilShown("#report-open");
            robot.sleep(500);
            take(robot, "backtest-light");
        }
    }

    private static void ready(WindowRobot robot) {
        robot.interact(() -> {
            robot.stage().setX(0);
            robot.stage().setY(0);
            robot.stage().setWidth(WIDTH);
            robot.stage().setHeight(HEIGHT);
        });
        robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
        robot.sleep(1000);
    }

    private static void take(WindowRobot robot, String name) throws IOException {
        WritableImage[] picture = new WritableImage[1];
        robot.interact(() -> picture[0] = robot.scene().snapshot(null));
        ImageIO.write(
                SwingFXUtils.fromFXImage(picture[0], null),
                "png",
                IMAGES.resolve(name + ".png").toFile());
    }
}
