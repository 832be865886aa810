package plumbline.ui.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plumbline.engine.feed.CandleQuery;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;
import plumbline.ui.control.CutTexts;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class WatchlistFxTest {
    private static final long HOUR = 3_600_000L;

    /// Of the left panels in the window.
    private static final double WIDTH = 304;

    private final WatchlistViewModel model = model();

    private static WatchlistViewModel model() {
        CandleRepository repository =
                (CandleRepository)
                        Proxy.newProxyInstance(
                                WatchlistFxTest.class.getClassLoader(),
                                new Class<?>[] {CandleRepository.class},
                                (proxy, method, arguments) -> answer(method, arguments));
        return new WatchlistViewModel(
                new FxTasks(Runnable::run, Runnable::run), repository, new CandleQuery(repository));
    }

    private static SeriesInfo info(int i) {
        SeriesKey key =
                new SeriesKey(MarketId.parse("coinbase:M" + (100 + i) + "/USDT"), Timeframe.H1);
        return new SeriesInfo(key, 100, 0, 99 * HOUR, "test");
    }

    private static Object answer(Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "list" -> IntStream.range(0, 50).mapToObj(WatchlistFxTest::info).toList();
            case "info" -> Optional.of(info(0));
            case "forming" -> Optional.empty();
            case "load" -> candles();
            default -> throw new IllegalStateException(method.getName());
        };
    }

    private static CandleSeries candles() {
        CandleSeries.Builder candles = CandleSeries.builder(100);
        for (int i = 0; i < 100; i++) {
            candles.add(i * HOUR, 61_602.02, 61_602.02, 61_602.02, 61_602.02, 1);
        }
        return candles.build();
    }

    @Start
    void start(Stage stage) {
        model.refresh();
        WatchlistView view = new WatchlistView(model, InstantSource.fixed(Instant.EPOCH), () -> {});
        Scene scene = new Scene(view, WIDTH, 500);
        Themes.apply(scene, Theme.DARK);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void fiftyMarketsHaveWholeColumnsWithoutSidewaysScrolling(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(CutTexts.in(robot.lookup(".watchlist").query())).isEmpty();
        assertThat(robot.lookup(".watchlist .scroll-bar").<ScrollBar>queryAll())
                .filteredOn(Node::isVisible)
                .allMatch(bar -> bar.getOrientation() == Orientation.VERTICAL);
        double right =
                robot.lookup(".market-row .faint").queryAll().stream()
                        .mapToDouble(n -> n.localToScene(n.getLayoutBounds()).getMaxX())
                        .max()
                        .orElse(0);
        double bar =
                robot.lookup(".watchlist .scroll-bar").<ScrollBar>queryAll().stream()
                        .filter(Node::isVisible)
                        .mapToDouble(n -> n.localToScene(n.getLayoutBounds()).getMinX())
                        .min()
                        .orElse(WIDTH);
        assertThat(right).isBetween(1.0, bar);
    }

    @Test
    void typingFiltersAndEscapeClears(FxRobot robot) {
        robot.clickOn("#watchlist-search").write("m107");
        assertThat(model.shownRows()).hasSize(1);

        robot.push(KeyCode.ESCAPE);
        assertThat(model.shownRows()).hasSize(50);
        robot.clickOn("#watchlist-by-market");
        assertThat(model.shownRows().getFirst().market().pair()).isEqualTo("M149/USDT");
    }

    @Test
    void theOrderComesBackWithThePanel(FxRobot robot) {
        robot.interact(this::orderComesBack);
    }

    private void orderComesBack() {
        WatchlistPanel panel =
                new WatchlistPanel(
                        model,
                        new WatchlistView(model, InstantSource.fixed(Instant.EPOCH), () -> {}));
        model.order(MarketOrder.USUAL.clicked(MarketOrder.Column.AGE));
        var saved = panel.save();
        model.order(MarketOrder.USUAL);

        panel.restore(saved);

        assertThat(model.orderProperty().get().column()).isEqualTo(MarketOrder.Column.AGE);
        panel.close();
    }
}
