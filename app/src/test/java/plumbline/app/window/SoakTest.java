package plumbline.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.app.Home;
import plumbline.app.Logs;
import plumbline.app.OpenHome;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;

/// Somebody who works with the window for a quarter of an hour: it always answers within a tenth of
/// a second, and needs no more memory at the end. Only with `-Psoak`, and alone on the machine.
@Tag("fx")
@Tag("soak")
class SoakTest {
    private static final long MINUTES = Long.getLong("plumbline.soak.minutes", 15);
    private static final int OPENINGS = 200;

    /// Another look between so many other things.
    private static final int LOOK_EVERY = 100;

    /// At once, on two processors that also paint them.
    private static final int CHARTS = 4;

    private static final long MOST_GROWTH = 24_000_000;
    private static final List<String> PANELS = List.of("Watchlist", "Market", "Runs", "Results");

    @TempDir Path home;

    private final Random random = new Random(13);

    @Test
    void itAlwaysAnswersAndItsMemoryStaysFlat() throws Exception {
        fill();
        Logs.start(new Home(home), new Logs.Detail(false, true), "info");
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            List<Runnable> doings = doings(robot);
            forMinutes(1, robot, doings);
            long stalls = stalls(robot);
            long memory = memory();

            forMinutes(MINUTES, robot, doings);

            List<String> told = told();
            assertThat(told.subList((int) stalls, told.size())).as("stalls").isEmpty();
            assertThat(memory() - memory).isLessThan(MOST_GROWTH);
            assertThat(robot.failures()).isEmpty();
        } finally {
            Logs.stop();
        }
    }

    @Test
    void everyPanelIsOpenedAndClosedAgainAndAgain() throws Exception {
        fill();
        List<KeyCode> keys = List.of(KeyCode.F5, KeyCode.F6, KeyCode.F7, KeyCode.F8);
        Files.writeString(
                home.resolve("keys.txt"),
                """
                plumbline keys 1
                panel.watchlist = F5
                panel.market = F6
                panel.runs = F7
                panel.results = F8
                end
                """);
        try (WindowRobot robot = new WindowRobot(home, true)) {
            robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
            pushEach(robot, keys, 20);
            long memory = memory();

            pushEach(robot, keys, OPENINGS);

            assertThat(memory() - memory).isLessThan(MOST_GROWTH);
            assertThat(robot.failures()).isEmpty();
        }
    }

    /// Each key opens its panel, or closes the open one.
    private static void pushEach(WindowRobot robot, List<KeyCode> keys, int times) {
        for (int i = 0; i < 2 * times; i++) {
            for (KeyCode key : keys) {
                robot.push(key);
                robot.sleep(100);
            }
        }
    }

    private void fill() {
        try (OpenHome open = OpenHome.open(new Home(home), Instant::now)) {
            for (String pair : List.of("A/USD", "B/USD", "C/USD", "D/USD")) {
                open.candles()
                        .upsert(
                                new SeriesKey(MarketId.parse("soak:" + pair), Timeframe.M15),
                                RandomCandles.of(Timeframe.M15, 20_000, 100, random),
                                "soak");
            }
        }
    }

    private List<Runnable> doings(WindowRobot robot) {
        List<Runnable> all = new ArrayList<>();
        all.add(() -> robot.push(KeyCode.SPACE));
        all.add(() -> scroll(robot));
        all.add(() -> scroll(robot));
        all.add(() -> robot.push(KeyCode.ALT, KeyCode.RIGHT));
        all.add(() -> {
            robot.push(KeyCode.B);
            robot.sleep(200);
            robot.push(KeyCode.ENTER);
        });
        all.add(() -> {
            if (robot.lookup("#price-chart").queryAll().size() < CHARTS) {
                robot.push(KeyCode.CONTROL, KeyCode.T);
            }
        });
        all.add(() -> command(robot, "Only one chart"));
        all.add(() -> robot.push(KeyCode.CONTROL, KeyCode.Z));
        all.add(() -> robot.push(KeyCode.CONTROL, KeyCode.Y));
        all.add(() -> page(robot, KeyCode.DIGIT2));
        all.add(() -> page(robot, KeyCode.DIGIT3));
        PANELS.forEach(panel -> all.add(() -> command(robot, "Show or hide: " + panel)));
        return all;
    }

    /// What is done is done every few seconds, but for another look, which is wanted some times in
    /// all.
    private void forMinutes(long minutes, WindowRobot robot, List<Runnable> doings) {
        long end = System.nanoTime() + minutes * 60_000_000_000L;
        while (System.nanoTime() < end) {
            if (random.nextInt(LOOK_EVERY) == 0) {
                robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
            }
            doings.get(random.nextInt(doings.size())).run();
        }
    }

    private void scroll(WindowRobot robot) {
        robot.moveTo("#price-chart");
        for (int i = 0; i < 5; i++) {
            robot.scroll(random.nextBoolean() ? VerticalDirection.UP : VerticalDirection.DOWN);
            robot.sleep(30);
        }
    }

    private static void page(WindowRobot robot, KeyCode digit) {
        robot.push(KeyCode.CONTROL, digit);
        robot.sleep(600);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    }

    private static void command(WindowRobot robot, String text) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write(text, 0);
        robot.push(KeyCode.ENTER);
        robot.sleep(200);
    }

    private static long stalls(WindowRobot robot) {
        return Long.parseLong(robot.textOf("#health-chip").replaceAll("\\D", ""));
    }

    /// How long the window did not answer, and in which of our lines it was then.
    private List<String> told() throws Exception {
        List<String> told = new ArrayList<>();
        for (String line : Files.readAllLines(home.resolve("logs/plumbline.log"))) {
            boolean stalled = line.contains("did not answer");
            if (stalled) {
                told.add(line.replaceFirst("^(\\S+ ?\\S*).*did not answer", "$1"));
            } else if (!told.isEmpty()
                    && line.contains("at plumbline.")
                    && !told.getLast().contains(" at ")) {
                told.set(told.size() - 1, told.getLast() + line.replace("\t", " "));
            }
        }
        return told;
    }

    private static long memory() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(250);
        }
        Runtime now = Runtime.getRuntime();
        return now.totalMemory() - now.freeMemory();
    }
}
