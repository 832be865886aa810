package plumbline.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.portfolio.Trade;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class PriceChartFxTest {
    private static final CandleSeries CANDLES = Walk.hours(2_000);
    private static final Trade TRADE = Walk.longTrade(1_900, 1_930, 0.05);

    /// Values of `tokens.css`.
    private static final Color DARK_GROUND = Color.web("#0F141B");

    private static final Color LIGHT_GROUND = Color.web("#FFFFFF");
    private static final Color DARK_UP = Color.web("#3ED6B5");
    private static final Color DARK_DOWN = Color.web("#D63B3B");

    private final Map<String, Callable<byte[]>> saved = new HashMap<>();
    private final ChartViewModel model = new ChartViewModel();

    @SuppressWarnings("NullAway.Init") // made by start, which runs before each test
    private PriceChartView view;

    @Start
    void start(Stage stage) {
        view = new PriceChartView(model, (owner, name, bytes) -> saved.put(name, bytes));
        stage.setScene(new Scene(new StackPane(view), 900, 500));
        Themes.apply(stage.getScene(), Theme.DARK);
        model.show(Walk.KEY, ChartCandles.finished(CANDLES), "test");
        stage.show();
    }

    @Test
    void paintsCandlesInTheColoursOfTheThemeAndThenRests() throws TimeoutException {
        settle();

        WritableImage picture = picture();

        assertThat(count(picture, DARK_UP)).isGreaterThan(500);
        assertThat(count(picture, DARK_DOWN)).isGreaterThan(500);
        assertThat(count(picture, DARK_GROUND)).isGreaterThan(100_000);
        assertThat(view.isAwake()).isFalse();
    }

    @Test
    void aChangeOfThemeRepaints(FxRobot robot) throws TimeoutException {
        settle();

        robot.interact(() -> Themes.apply(view.getScene(), Theme.LIGHT));
        settle();

        WritableImage picture = picture();
        assertThat(count(picture, LIGHT_GROUND)).isGreaterThan(100_000);
        assertThat(count(picture, DARK_UP)).isZero();
    }

    @Test
    void paintsNothingWhileNobodySeesItAndCatchesUpAfterwards(FxRobot robot)
            throws TimeoutException {
        settle();
        robot.interact(() -> view.getParent().setVisible(false));

        robot.interact(() -> model.pan(-100));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(view.isAwake()).isFalse();
        assertThat(model.isDirty()).isTrue();

        robot.interact(() -> view.getParent().setVisible(true));
        settle();
        assertThat(model.isDirty()).isFalse();
    }

    @Test
    void theWheelZoomsAndKeepsTheCandleUnderTheCursor(FxRobot robot) throws TimeoutException {
        settle();
        robot.moveTo(at(400, 200));
        double position = model.viewport().positionAt(400);
        double step = model.viewport().step();

        robot.scroll(2, VerticalDirection.UP);
        settle();

        // a pixel of the screen is what the pointer can be told by
        double wider = model.viewport().step();
        assertThat(wider).isNotEqualTo(step);
        assertThat(model.viewport().x(position)).isCloseTo(400, within(1.0));
    }

    @Test
    void draggingMovesWithThePointer(FxRobot robot) throws TimeoutException {
        settle();
        double x = model.viewport().x(1_900);

        drag(robot, at(400, 200), 120, 0);

        assertThat(model.viewport().x(1_900)).isCloseTo(x + 120, within(1.0));
        assertThat(model.scale().isAutomatic()).isTrue();
    }

    @Test
    void draggingThePriceAxisStretchesUntilADoubleClick(FxRobot robot) throws TimeoutException {
        settle();
        double range = model.scale().high() - model.scale().low();

        drag(robot, at(870, 200), 0, -60);
        assertThat(model.scale().isAutomatic()).isFalse();
        assertThat(model.scale().high() - model.scale().low()).isLessThan(range);

        robot.moveTo(at(870, 250)).doubleClickOn(MouseButton.PRIMARY);
        settle();
        assertThat(model.scale().isAutomatic()).isTrue();
        assertThat(model.scale().high() - model.scale().low()).isCloseTo(range, within(1e-6));
    }

    @Test
    void draggingTheTimeAxisZoomsUntilADoubleClick(FxRobot robot) throws TimeoutException {
        settle();
        double step = model.viewport().step();

        drag(robot, at(300, 490), 100, 0);
        assertThat(model.viewport().step()).isGreaterThan(step);

        robot.moveTo(at(300, 490)).doubleClickOn(MouseButton.PRIMARY);
        settle();
        assertThat(model.viewport().step()).isEqualTo(step);
    }

    @Test
    void keysMoveAChartThatHasTheFocus(FxRobot robot) throws TimeoutException {
        settle();
        robot.interact(view::requestFocus);

        robot.type(KeyCode.HOME);
        settle();
        assertThat(model.visibleRangeProperty().get().fromMs()).isEqualTo(Walk.time(0));

        double step = model.viewport().step();
        robot.type(KeyCode.EQUALS);
        robot.type(KeyCode.END);
        settle();
        assertThat(model.viewport().step()).isGreaterThan(step);
        assertThat(model.visibleRangeProperty().get().toMs()).isEqualTo(Walk.time(2_000));
    }

    @Test
    void thePointerShowsACandleAndAClickOnAMarkerSelectsItsTrade(FxRobot robot)
            throws TimeoutException {
        robot.interact(() -> model.trades(List.of(TRADE)));
        settle();
        SeriesData data = Objects.requireNonNull(model.data());
        MarkerPlaces places = new MarkerPlaces(model, data);
        double tip = places.tip(0, true);

        robot.clickOn(at(places.x(0, true), tip + 5));
        settle();

        assertThat(model.selected()).isEqualTo(TRADE);
        assertThat(model.hoverTimeMs()).isEqualTo(Walk.time(1_900));
        assertThat(view.getAccessibleText()).contains("Trade 1 of 1");

        robot.type(KeyCode.ESCAPE);
        assertThat(model.selected()).isNull();
    }

    private void drag(FxRobot robot, Point2D from, double right, double down)
            throws TimeoutException {
        robot.moveTo(from).press(MouseButton.PRIMARY);
        robot.moveTo(from.add(right / 2, down / 2)).moveTo(from.add(right, down));
        robot.release(MouseButton.PRIMARY);
        settle();
    }

    private Point2D at(double x, double y) {
        return view.localToScreen(x, y);
    }

    /// Until nothing is left to do.
    private void settle() throws TimeoutException {
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !view.isAwake() && !model.isDirty());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private WritableImage picture() {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> view.snapshot(null, null));
    }

    private static int count(WritableImage picture, Color color) {
        PixelReader pixels = picture.getPixelReader();
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (pixels.getColor(x, y).equals(color)) {
                    count++;
                }
            }
        }
        return count;
    }

    @Test
    void theRightButtonCopiesThePriceAndSavesAPictureOfTwiceTheSize(FxRobot robot)
            throws Exception {
        robot.rightClickOn(view);
        robot.clickOn("#chart-copy-price");
        robot.interact(() -> {
            String copied = Clipboard.getSystemClipboard().getString();
            double middle = model.scale().priceAt(view.getHeight() / 2);
            assertThat(Double.parseDouble(copied)).isCloseTo(middle, within(middle * 0.01));
            assertThat(view.picture().getWidth()).isEqualTo(2 * view.getWidth());
        });

        robot.rightClickOn(view);
        robot.clickOn("#chart-save-picture");

        assertThat(saved).hasSize(1);
        assertThat(saved.keySet().iterator().next()).endsWith("-1h.png");
        assertThat(saved.values().iterator().next().call()).startsWith(137, 'P', 'N', 'G');
    }
}
