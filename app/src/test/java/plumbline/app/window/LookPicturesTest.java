package plumbline.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Makes pictures of the window in each look, in `target/look`, for people to look at.
@Tag("pictures")
class LookPicturesTest {
    private static final Path IMAGES = Path.of("target", "look");

    @TempDir Path home;

    @ParameterizedTest
    @CsvSource({
        "dark, classic, 100, 1280, 720",
        "light, safe, 100, 1280, 720",
        "contrast, classic, 100, 1280, 720",
        "dark, east-asia, 100, 1600, 900",
        "light, classic, 100, 1600, 900",
        "contrast, safe, 100, 1600, 900",
        "dark, classic, 150, 1600, 900",
        "light, classic, 150, 1280, 720",
        "contrast, classic, 200, 1600, 900",
        "dark, classic, 80, 1280, 720"
    })
    void take(String theme, String directions, int scale, int width, int height) throws Exception {
        Files.createDirectories(IMAGES);
        Files.writeString(
                home.resolve("window.properties"),
                "theme=" + theme + "\ndirections=" + directions + "\nscale=" + scale + "\n");
        String name = String.join("-", theme, directions, scale + "", width + "");
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.interact(() -> {
                robot.stage().setX(0);
                robot.stage().setY(0);
                robot.stage().setWidth(width);
                robot.stage().setHeight(height);
            });
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            robot.sleep(700);
            take(robot, name + "-chart");
            robot.push(KeyCode.B);
            robot.untilShown("#strategy-picker");
            take(robot, name + "-picker");
            robot.push(KeyCode.ENTER);
            robot.untilShown("#results");
            robot.sleep(600);
            take(robot, name + "-results");
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
            robot.sleep(400);
            take(robot, name + "-data");
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
            robot.sleep(400);
            take(robot, name + "-health");
            robot.push(KeyCode.CONTROL, KeyCode.COMMA);
            robot.sleep(400);
            take(robot, name + "-settings");
        }
    }

    @ParameterizedTest
    @CsvSource({"dark, 100, 1280, 720", "light, 100, 1600, 900", "contrast, 150, 1600, 900"})
    void takeFirstStart(String theme, int scale, int width, int height) throws Exception {
        Files.createDirectories(IMAGES);
        Files.writeString(
                home.resolve("window.properties"), "theme=" + theme + "\nscale=" + scale + "\n");
        try (WindowRobot robot = new WindowRobot(home, false)) {
            robot.interact(() -> {
                robot.stage().setWidth(width);
                robot.stage().setHeight(height);
            });
            robot.untilShown("#first-start");
            robot.sleep(1000);
            take(robot, "first-start-" + theme + "-" + scale);
        }
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
