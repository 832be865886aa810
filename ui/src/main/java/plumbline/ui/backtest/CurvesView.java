package plumbline.ui.backtest;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.LineStyle;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plumbline.engine.analytics.Drawdown;
import plumbline.engine.analytics.Metrics;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.portfolio.EquityCurve;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Parts;
import plumbline.ui.text.Texts;

/// Equity of the run, of the run before and of holding the market, and below it the drawdown, on
/// one time axis. The time of the selected trade is marked.
///
/// Threads: FX thread.
final class CurvesView extends VBox {
    private static final double DRAWDOWN_SHARE = 0.36;

    private final Panel equity = new Panel(hiddenTime(), LineStyle.NORMAL, "equity-panel");
    private final Panel drawdown = new Panel(new DateAxis(), LineStyle.AREA, "drawdown-panel");
    private final HBox legend = new HBox(14);
    private final Label deepest = Parts.label("", "panel-note");
    private final Region mark = new Region();
    private final StackPane plots;
    private double fromSeconds;
    private double toSeconds = 1;
    private @Nullable Trade marked;

    CurvesView() {
        getStyleClass().add("curves");
        legend.getStyleClass().add("panel-legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        mark.getStyleClass().add("selected-span");
        mark.setManaged(false);
        mark.setVisible(false);
        mark.setMouseTransparent(true);
        StackPane below = new StackPane(drawdown.chart(), deepest);
        StackPane.setAlignment(deepest, Pos.BOTTOM_LEFT);
        VBox stack = new VBox(equity.chart(), below);
        VBox.setVgrow(equity.chart(), Priority.ALWAYS);
        below.setMinHeight(72);
        stack.heightProperty()
                .addListener((property, before, height) ->
                        below.setPrefHeight(Math.max(72, height.doubleValue() * DRAWDOWN_SHARE)));
        plots = new StackPane(stack, mark);
        plots.setMinSize(0, 0);
        VBox.setVgrow(plots, Priority.ALWAYS);
        plots.layoutBoundsProperty().addListener((property, before, now) -> placeMark());
        getChildren().setAll(legend, plots);
    }

    private static DefaultNumericAxis hiddenTime() {
        DefaultNumericAxis axis = new DateAxis();
        axis.getTickLabelStyle().setVisible(false);
        axis.setTickLength(0);
        axis.setTickLabelGap(0);
        axis.setMinHeight(1);
        axis.setMaxHeight(1);
        return axis;
    }

    void show(BacktestRun run, @Nullable BacktestRun before) {
        EquityCurve curve = run.result().equity();
        EquityCurve held = Metrics.holding(run.candles(), run.assumptions().cash());
        List<DoubleDataSet> curves = new ArrayList<>();
        List<Label> names = new ArrayList<>();
        names.add(name("legend.equity", "key-equity", run.metrics().totalReturn()));
        DoubleDataSet former =
                before == null
                        ? new DoubleDataSet("previous")
                        : percent("previous", before.result().equity());
        if (before != null) {
            names.add(name("legend.previous", "key-previous", before.metrics().totalReturn()));
        }
        names.add(name("legend.hold", "key-hold", held.last() / held.startingCash() - 1));
        curves.add(percent("hold", held));
        curves.add(former);
        curves.add(percent("equity", curve));
        legend.getChildren().setAll(names);
        double[] fall = Drawdown.curve(curve);
        double least = 0;
        for (int i = 0; i < fall.length; i++) {
            fall[i] *= 100;
            least = Math.min(least, fall[i]);
        }
        fromSeconds = run.data().fromMs() / 1000.0;
        toSeconds = run.data().endMs() / 1000.0;
        Range range = Range.of(curves);
        equity.show(curves);
        equity.ranges(fromSeconds, toSeconds, range.low(), range.high());
        drawdown.show(List.of(Curve.of("drawdown", curve.openTime(), fall)));
        drawdown.outline(Curve.of("outline", curve.openTime(), fall));
        drawdown.ranges(fromSeconds, toSeconds, least == 0 ? -1 : least * 1.12, 0);
        deepest.setText(
                Texts.of("legend.drawdown", Numbers.percent(run.metrics().maxDrawdown(), 2)));
        placeMark();
    }

    /// Marks the time of a trade, or none.
    void mark(@Nullable Trade trade) {
        marked = trade;
        placeMark();
    }

    private void placeMark() {
        Trade trade = marked;
        mark.setVisible(trade != null);
        if (trade == null) {
            return;
        }
        double width = plots.getWidth() - Panel.AXIS_WIDTH;
        double perSecond = width / (toSeconds - fromSeconds);
        double left = (trade.entryTimeMs() / 1000.0 - fromSeconds) * perSecond;
        double right = (trade.exitTimeMs() / 1000.0 - fromSeconds) * perSecond;
        double height = Math.max(0, plots.getHeight() - drawdown.axisHeight());
        mark.resizeRelocate(Math.max(0, left), 0, Math.max(2, right - left), height);
    }

    private static DoubleDataSet percent(String name, EquityCurve curve) {
        return Curve.of(name, curve.openTime(), Curve.percentOfCash(curve));
    }

    private static Label name(String key, String styleClass, double value) {
        Label label = Parts.label(Texts.of(key, Numbers.signedPercent(value, 2)), "small");
        Region line = new Region();
        line.getStyleClass().addAll("legend-line", styleClass);
        label.setGraphic(line);
        return label;
    }

    /// Lowest and highest of several curves with some room around.
    private record Range(double low, double high) {
        static Range of(List<DoubleDataSet> curves) {
            double low = 0;
            double high = 0;
            for (DoubleDataSet curve : curves) {
                for (int i = 0; i < curve.getDataCount(); i++) {
                    double value = curve.getValues(1)[i];
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
            double room = Math.max((high - low) * 0.06, 0.1);
            return new Range(low - room, high + room);
        }
    }
}
