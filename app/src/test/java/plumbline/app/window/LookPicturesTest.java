package plumbline.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.app.Home;
import plumbline.app.OpenHome;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;

/// Makes pictures of every page in each look and size, in `target/look`, for people to look at:
/// `tools/pictures looks`.
@Tag("pictures")
class LookPicturesTest {
    private static final Path IMAGES = Path.of("target", "look");
    private static final int MARKETS = 50;
    private static final int HOURS = 6000;
    private static final int SETTLED_MS = 700;

    @TempDir Path home;

    static Stream<Arguments> looks() {
        return Stream.of("dark classic", "light safe", "contrast east-asia")
                .map(text -> text.split(" "))
                .flatMap(look ->
                        Stream.of(
                                Arguments.of(look[0], look[1], 100, 1280, 720),
                                Arguments.of(look[0], look[1], 100, 1600, 900),
                                Arguments.of(look[0], look[1], 100, 2560, 1440),
                                Arguments.of(look[0], look[1], 150, 2560, 1440)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPage(String theme, String directions, int scale, int width, int height)
            throws Exception {
        fill();
        settings(theme, directions, scale, "look:HUGE/USD");
        String name = String.join("-", theme, width + "", scale + "");
        try (WindowRobot robot = new WindowRobot(home, true)) {
            resize(robot, width, height);
            robot.until("a chart", () -> robot.has("#timeframe-1h"));
            take(robot, name + "-1-chart");
            robot.push(KeyCode.B);
            robot.untilShown("#strategy-picker");
            take(robot, name + "-2-picker");
            robot.push(KeyCode.ENTER);
            robot.untilShown("#results");
            take(robot, name + "-3-results");
            robot.clickOn("#strip-assumptions");
            take(robot, name + "-4-assumptions");
            robot.push(KeyCode.ESCAPE);
            robot.push(KeyCode.CONTROL, KeyCode.K);
            take(robot, name + "-5-palette");
            robot.push(KeyCode.ESCAPE);
            robot.push(KeyCode.F1);
            take(robot, name + "-6-keys");
            robot.push(KeyCode.ESCAPE);
            page(robot, KeyCode.DIGIT2, name + "-7-data");
            page(robot, KeyCode.DIGIT3, name + "-8-health");
            page(robot, KeyCode.COMMA, name + "-9-settings");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TINY", "HUGE"})
    void farPrices(String base) throws Exception {
        fill();
        settings("dark", "classic", 100, "look:" + base + "/USD");
        try (WindowRobot robot = new WindowRobot(home, true)) {
            resize(robot, 1280, 720);
            robot.until("a chart", () -> robot.has("#timeframe-1h"));
            robot.push(KeyCode.B);
            robot.untilShown("#strategy-picker");
            robot.push(KeyCode.ENTER);
            robot.untilShown("#results");
            take(robot, "prices-" + base);
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void firstStart(String theme, String directions, int scale, int width, int height)
            throws Exception {
        settings(theme, directions, scale, "");
        try (WindowRobot robot = new WindowRobot(home, false)) {
            resize(robot, width, height);
            robot.untilShown("#first-start");
            take(robot, String.join("-", theme, width + "", scale + "") + "-0-first-start");
        }
    }

    private void settings(String theme, String directions, int scale, String market)
            throws IOException {
        Files.createDirectories(IMAGES);
        Files.writeString(
                home.resolve("window.properties"),
                String.join(
                        "\n",
                        "theme=" + theme,
                        "directions=" + directions,
                        "scale=" + scale,
                        "market=" + market.replace(":", "\\:"),
                        "timeframe=1h",
                        ""));
    }

    /// Many markets, one with prices of millions, one with prices far below a cent.
    private void fill() {
        Random random = new Random(5);
        try (OpenHome open = OpenHome.open(new Home(home), Instant::now)) {
            for (int i = 0; i < MARKETS; i++) {
                double price = i == 0 ? 3_400_000 : i == 1 ? 0.000_000_71 : 40 * (i + 1);
                String base = i == 0 ? "HUGE" : i == 1 ? "TINY" : "M" + i;
                open.candles()
                        .upsert(
                                new SeriesKey(
                                        MarketId.parse("look:" + base + "/USD"), Timeframe.H1),
                                RandomCandles.of(Timeframe.H1, i < 2 ? HOURS : 200, price, random),
                                "look");
            }
        }
    }

    private static void resize(WindowRobot robot, int width, int height) {
        robot.interact(() -> {
            robot.stage().setX(0);
            robot.stage().setY(0);
            robot.stage().setWidth(width);
            robot.stage().setHeight(height);
        });
    }

    private static void page(WindowRobot robot, KeyCode key, String name) throws IOException {
        robot.push(KeyCode.CONTROL, key);
        take(robot, name);
    }

    private static void take(WindowRobot robot, String name) throws IOException {
        robot.sleep(SETTLED_MS);
        WritableImage[] picture = new WritableImage[1];
        robot.interact(() -> picture[0] = robot.scene().snapshot(null));
        ImageIO.write(
                SwingFXUtils.fromFXImage(picture[0], null),
                "png",
                IMAGES.resolve(name + ".png").toFile());
    }
}
