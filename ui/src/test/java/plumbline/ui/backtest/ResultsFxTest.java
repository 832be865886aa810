package plumbline.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.BacktestRunner;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.strategy.library.BuiltInStrategies;
import plumbline.ui.chart.ChartCandles;
import plumbline.ui.chart.ChartViewModel;
import plumbline.ui.control.CutTexts;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class ResultsFxTest {
    private static final long HOUR = 3_600_000L;

    /// What the window takes at the left of the dock.
    private static final double LEFT = 340;

    private final ChartViewModel chart = new ChartViewModel();
    private final BacktestViewModel model =
            new BacktestViewModel(
                    new FxTasks(Runnable::run, Runnable::run),
                    new BacktestServices(
                            BuiltInStrategies.library(),
                            new BacktestRunner("test", InstantSource.fixed(Instant.EPOCH)),
                            run -> {},
                            run -> List.of()));

    @Start
    void start(Stage stage) {
        Assumptions a = Assumptions.TYPICAL;
        model.assume(
                new Assumptions(
                        123_456_789.12,
                        a.fee(),
                        a.slippage(),
                        a.fill(),
                        a.units(),
                        a.lot(),
                        a.leverage(),
                        a.periodsPerYear()));
        LoadedSeries data = Waves.wave("file:PEPE/USDT", 0.0000013, 2_000);
        model.show(data);
        chart.show(data.key(), ChartCandles.of(data), "test");
        Region left = new Region();
        left.setMinWidth(LEFT);
        ResultsDock dock = new ResultsDock(model, chart);
        dock.setPrefWidth(0);
        HBox.setHgrow(dock, Priority.ALWAYS);
        Scene scene = new Scene(new HBox(left, dock), 1280, 340);
        Themes.apply(scene, Theme.DARK);
        stage.setScene(scene);
        stage.show();
    }

    /// Texts that the screen does not show whole.
    private static Set<String> cut(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return CutTexts.in(robot.lookup("#results").query());
    }

    @Test
    void noNumberIsCutHoweverLargeTheMoneyAndSmallThePrice(FxRobot robot) {
        robot.interact(() -> model.choose(BuiltInStrategies.library().find("sma-cross")));
        robot.interact(() -> model.set("fast", "5"));

        assertThat(cut(robot)).isEmpty();
        assertThat(model.runProperty().get().result().trades()).isNotEmpty();
        double right =
                robot.lookup(".chip").queryAll().stream()
                        .mapToDouble(c -> c.localToScene(c.getLayoutBounds()).getMaxX())
                        .max()
                        .orElse(0);
        assertThat(right).isLessThanOrEqualTo(1280);
    }

    @Test
    void aMultipliedFortuneIsNotCutEither(FxRobot robot) {
        robot.interact(() -> model.choose(BuiltInStrategies.library().find("rsi-reversion")));
        robot.interact(() -> model.assume(leveraged(model.assumptionsProperty().get())));

        assertThat(cut(robot)).isEmpty();
    }

    private static Assumptions leveraged(Assumptions a) {
        return new Assumptions(a.cash(), 0, 0, a.fill(), a.units(), a.lot(), 5, a.periodsPerYear());
    }

    @Test
    void warningsStandBesideTheFigures(FxRobot robot) {
        robot.interact(() -> model.choose(BuiltInStrategies.library().find("buy-and-hold")));

        assertThat(robot.lookup(".chip").<Labeled>queryAll().stream().map(Labeled::getText))
                .contains("1 trade: too few to say anything", "Short history: 83 d 8 h");
        assertThat(Map.of("trades", model.runProperty().get().result().trades().size()))
                .containsEntry("trades", 1);
    }

    @Test
    void curvesAndChartShareOneCursor(FxRobot robot) {
        robot.interact(() -> model.choose(BuiltInStrategies.library().find("sma-cross")));
        WaitForAsyncUtils.waitForFxEvents();

        robot.moveTo("#curves");
        WaitForAsyncUtils.waitForFxEvents();
        long pointed = chart.hoverTimeMs();
        assertThat(pointed).isBetween(600 * HOUR, 1_300 * HOUR);
        // as much as there is room for
        assertThat(robot.lookup("#curve-values").queryLabeled().getText()).contains("%");
        assertThat(robot.lookup("#curve-cursor").query().isVisible()).isTrue();

        robot.interact(() -> chart.pointAt(100 * HOUR));
        assertThat(robot.lookup("#curve-cursor").query().getLayoutX()).isLessThan(40);

        robot.clickOn("#curves");
        assertThat(chart.visibleRangeProperty().get().fromMs()).isLessThan(1_300 * HOUR);
        assertThat(cut(robot)).isEmpty();

        robot.interact(() -> chart.pointAt(ChartViewModel.NOWHERE));
        assertThat(robot.lookup("#curve-cursor").query().isVisible()).isFalse();
    }

    @Test
    void theScaleCanBeLogarithmic(FxRobot robot) {
        robot.interact(() -> model.choose(BuiltInStrategies.library().find("sma-cross")));

        robot.clickOn("#curves-log");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup("#curves-log").queryAs(ToggleButton.class).isSelected()).isTrue();
        assertThat(cut(robot)).isEmpty();
    }

    @Test
    void allTradesAreSavedAsTheTableOfAReport(FxRobot robot) throws Exception {
        robot.interact(() -> model.choose(BuiltInStrategies.library().find("sma-cross")));
        Map<String, Callable<byte[]>> saved = new HashMap<>();
        robot.interact(() -> {
            TradesTable table =
                    new TradesTable(model, (owner, name, bytes) -> saved.put(name, bytes));
            robot.lookup("#results").queryAs(ResultsDock.class).getChildren().add(table);
            table.getContextMenu().getItems().getLast().fire();
        });

        var file = saved.entrySet().iterator().next();
        assertThat(file.getKey()).startsWith("trades-").endsWith(".csv");
        String text = new String(file.getValue().call(), StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(1 + model.runProperty().get().result().trades().size());
        assertThat(text).startsWith("market,side,quantity,");
    }
}
