package plumbline.ui.backtest;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.LineStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Shown;
import plumbline.ui.text.Texts;

/// Equity of the run, of the run before and of holding the market, and below it the drawdown, on
/// one time axis. The time of the selected trade is marked.
///
/// Threads: FX thread.
final class CurvesView extends VBox {
    private static final double DRAWDOWN_SHARE = 0.36;

    private final SmallChart equity =
            new SmallChart(hiddenTime(), LineStyle.NORMAL, "equity-panel");
    private final SmallChart drawdown =
            new SmallChart(new DateAxis(), LineStyle.AREA, "drawdown-panel");
    private final FlowPane legend = new FlowPane(14, 2);
    private final Label deepest = Controls.label("", "panel-note");
    private final ToggleButton log = new ToggleButton(Texts.of("curves.log"));
    private final Region mark = new Region();
    private final StackPane plots;
    private final CurveCursor cursor;
    private List<Curve> gains = List.of();
    private double fromSeconds;
    private double toSeconds = 1;
    private @Nullable Trade marked;

    CurvesView() {
        getStyleClass().add("curves");
        legend.getStyleClass().add("panel-legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.setMinHeight(Region.USE_PREF_SIZE);
        legend.widthProperty().subscribe(width -> legend.setPrefWrapLength(width.doubleValue()));
        HBox.setHgrow(legend, Priority.ALWAYS);
        log.setId("curves-log");
        log.getStyleClass().add("small-toggle");
        log.setMinWidth(USE_PREF_SIZE);
        Controls.tooltip(log, Texts.of("curves.log.tooltip"));
        log.setOnAction(e -> showGains());
        HBox line = new HBox(legend, log);
        line.setAlignment(Pos.CENTER_LEFT);
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
        plots.setId("curves");
        cursor = new CurveCursor(plots);
        VBox.setVgrow(plots, Priority.ALWAYS);
        plots.layoutBoundsProperty().addListener((property, before, now) -> placeMark());
        getChildren().setAll(line, plots);
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

    void show(PreparedRun view, @Nullable PreparedRun before) {
        BacktestRun run = view.run();
        Curve former = before == null ? Curve.NONE : before.equity();
        List<Label> names = new ArrayList<>();
        names.add(name("legend.equity", "key-equity", run.metrics().totalReturn()));
        if (before != null) {
            double was = before.run().metrics().totalReturn();
            names.add(name("legend.previous", "key-previous", was));
        }
        names.add(name("legend.hold", "key-hold", view.holding().totalReturn()));
        legend.getChildren().setAll(names);
        fromSeconds = run.data().fromMs() / 1000.0;
        toSeconds = run.data().endMs() / 1000.0;
        gains = List.of(view.held(), former, view.equity());
        showGains();
        drawdown.show(List.of(view.drawdown().dataSet("drawdown")));
        drawdown.outline(view.drawdown().dataSet("outline"));
        double least = view.drawdown().lowest();
        drawdown.ranges(fromSeconds, toSeconds, least < 0 ? least * 1.12 : -1, 0);
        deepest.setText(
                Texts.of("legend.drawdown", Numbers.percent(run.metrics().maxDrawdown(), 2)));
        cursor.over(view.values(), run.data().fromMs(), run.data().endMs());
        placeMark();
    }

    /// @param onPoint gets the time that is pointed at, or that there is none
    /// @param onClick gets the time that is to be looked at
    void listen(LongConsumer onPoint, LongConsumer onClick) {
        cursor.listen(onPoint, onClick);
    }

    /// Shows the time that somebody points at.
    void cursor(long timeMs) {
        cursor.show(timeMs);
    }

    /// The curves of gains, on the scale that is chosen.
    private void showGains() {
        boolean isLog = log.isSelected();
        List<Curve> shown = isLog ? gains.stream().map(Curve::logarithmic).toList() : gains;
        equity.logarithmic(isLog);
        equity.show(
                List.of(
                        shown.get(0).dataSet("hold"),
                        shown.get(1).dataSet("previous"),
                        shown.get(2).dataSet("equity")));
        equityRange(shown, isLog ? 0.001 : 0.1);
    }

    /// From the lowest to the highest of some curves and zero, with some room around.
    private void equityRange(List<Curve> curves, double leastRoom) {
        double low = 0;
        double high = 0;
        for (Curve curve : curves) {
            low = Math.min(low, curve.lowest());
            high = Math.max(high, curve.highest());
        }
        double room = Math.max((high - low) * 0.06, leastRoom);
        equity.ranges(fromSeconds, toSeconds, low - room, high + room);
    }

    /// Marks the time of a trade, or none.
    void mark(@Nullable Trade trade) {
        marked = trade;
        placeMark();
    }

    private void placeMark() {
        Trade trade = marked;
        mark.setVisible(trade != null);
        cursor.place(drawdown.axisHeight());
        if (trade == null) {
            return;
        }
        double width = plots.getWidth() - SmallChart.AXIS_WIDTH;
        double perSecond = width / (toSeconds - fromSeconds);
        double left = (trade.entryTimeMs() / 1000.0 - fromSeconds) * perSecond;
        double right = (trade.exitTimeMs() / 1000.0 - fromSeconds) * perSecond;
        double height = Math.max(0, plots.getHeight() - drawdown.axisHeight());
        mark.resizeRelocate(Math.max(0, left), 0, Math.max(2, right - left), height);
    }

    /// The short form of what is more than a hundredfold.
    private static int form(double value) {
        return Math.abs(value) >= 100 ? 1 : 0;
    }

    private static Label name(String key, String styleClass, double value) {
        Label label =
                Controls.label(Texts.of(key, Shown.signedPercent(value).get(form(value))), "small");
        Controls.tooltip(label, Texts.of(key, Numbers.signedPercent(value, 2)));
        Region line = new Region();
        line.getStyleClass().addAll("legend-line", styleClass);
        label.setGraphic(line);
        return label;
    }
}
