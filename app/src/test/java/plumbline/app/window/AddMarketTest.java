package plumbline.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.app.Exchanges;
import plumbline.app.Home;
import plumbline.app.OpenHome;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;
import plumbline.simulator.SimulatorServer;
import plumbline.simulator.SimulatorSettings;

/// A new user and a simulated exchange.
@Tag("fx")
class AddMarketTest {
    private static final long NOW = Instant.parse("2025-06-01T12:34:06Z").toEpochMilli();

    @TempDir Path home;

    private static Map<String, String> environment(SimulatorServer simulator) {
        String address = simulator.venue("binance").toString().replaceAll("/binance$", "");
        return Map.of("PLUMBLINE_EXCHANGES_SIMULATOR", address);
    }

    @Test
    void aMarketIsOnTheChartInThreeClicks() throws Exception {
        SeriesKey key = new SeriesKey(MarketId.parse("binance:ETH/USDT"), Timeframe.H1);
        try (SimulatorServer simulator =
                SimulatorServer.start(SimulatorSettings.standing(7, NOW))) {
            try (WindowRobot robot = new WindowRobot(home, true, environment(simulator))) {
                robot.until("the sample on the chart", () -> robot.has("#timeframe-15m"));
                assertThat(robot.has("#test-band")).as("test mode is said").isTrue();

                robot.clickOn("#watchlist-add");
                robot.until("markets of all exchanges", () -> found(robot) > 15);
                robot.clickOn("ETHUSDT");
                robot.clickOn("#add-market-go");
                robot.until("its chart", () -> robot.textOf("#top-market").contains("ETH/USDT"));

                robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
                TableView<?> connections = robot.lookup("#connections").queryTableView();
                assertThat(connections.getItems()).hasSameSizeAs(Exchanges.venues());
                assertThat(robot.failures()).isEmpty();
            }
        }
        try (OpenHome open = OpenHome.open(new Home(home), Instant::now)) {
            assertThat(open.candles().info(key)).isPresent();
            assertThat(open.candles().coverage(key).getFirst().source())
                    .isEqualTo("binance (simulated)");
        }
    }

    private static int found(WindowRobot robot) {
        ListView<?> list = robot.lookup("#add-market-list").queryListView();
        return list.getItems().size();
    }
}
