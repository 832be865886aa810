package plumbline.ui.backtest;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.AxisLabelOverlapPolicy;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.LineStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.util.StringConverter;
import plumbline.engine.text.Numbers;

/// A small ChartFX chart in the look of the window: value axis at the right, no toolbar, no legend
/// of its own.
final class SmallChart {
    static final double AXIS_WIDTH = 60;

    private final XYChart chart;
    private final DefaultNumericAxis x;
    private final ValueAxis y = new ValueAxis();
    private final ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();

    SmallChart(DefaultNumericAxis x, LineStyle line, String styleClass) {
        this.x = x;
        y.setAutoRanging(false);
        y.setMinorTickCount(0);
        y.setOverlapPolicy(AxisLabelOverlapPolicy.SKIP_ALT);
        y.setTickLabelFormatter(percent());
        for (DefaultNumericAxis axis : List.of(x, y)) {
            axis.setName("");
            axis.setUnit(null);
            axis.setAnimated(false);
        }
        chart = new XYChart(x, y);
        x.setSide(Side.BOTTOM);
        y.setSide(Side.RIGHT); // the chart has put it to the left
        chart.setLegendVisible(false);
        chart.setAnimated(false);
        chart.setToolBarPinned(false);
        chart.getToolBar().setDisable(true);
        chart.getStyleClass().addAll("panel-chart", styleClass);
        plain(renderer, line);
        chart.getRenderers().setAll(renderer);
        chart.setMinSize(80, 40);
        chart.setMouseTransparent(true);
    }

    private static void plain(ErrorDataSetRenderer renderer, LineStyle line) {
        renderer.setErrorStyle(ErrorStyle.NONE);
        renderer.setPolyLineStyle(line);
        renderer.setDrawMarker(false);
        renderer.setPointReduction(false); // what is shown is thinned already
    }

    /// A line over an area, in a colour of its own.
    void outline(DataSet curve) {
        if (chart.getRenderers().size() == 1) {
            ErrorDataSetRenderer lines = new ErrorDataSetRenderer();
            plain(lines, LineStyle.NORMAL);
            chart.getRenderers().add(lines);
        }
        chart.getRenderers().getLast().getDatasets().setAll(List.of(curve));
    }

    XYChart chart() {
        return chart;
    }

    /// Height of the axis below the plot.
    double axisHeight() {
        return x.getHeight();
    }

    /// Shows curves; the first is drawn first, below the others.
    void show(List<? extends DataSet> curves) {
        renderer.getDatasets().setAll(curves);
    }

    /// The value axis counts instead of measuring percent.
    void countsOnAxis() {
        y.setTickLabelFormatter(
                label(value -> Math.rint(value) == value ? Numbers.fixed(value, 0) : ""));
    }

    /// The value axis has a logarithmic scale of gains, or an even one again.
    void logarithmic(boolean isLog) {
        y.isLog = isLog;
        y.setTickLabelFormatter(
                isLog
                        ? label(position -> percent().toString(rounded(LogTicks.gain(position))))
                        : percent());
        y.forceRedraw();
    }

    /// Without the rounding of logarithms.
    private static double rounded(double gain) {
        return Math.rint(gain * 100) / 100;
    }

    void ranges(double fromX, double toX, double fromY, double toY) {
        x.set(fromX, toX);
        y.set(fromY, toY);
    }

    /// Ticks in percent, with their sign.
    static StringConverter<Number> percent() {
        return label(value -> Numbers.signed(value, Math.rint(value) == value ? 0 : 1) + " %");
    }

    private static StringConverter<Number> label(DoubleFunction<String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(Number value) {
                return text.apply(value.doubleValue());
            }

            @Override
            public Number fromString(String typed) {
                throw new UnsupportedOperationException("ticks are not typed");
            }
        };
    }

    /// As wide in every panel, so that panels one above the other line up.
    private static final class ValueAxis extends DefaultNumericAxis {
        private boolean isLog;

        @Override
        protected void calculateMajorTickValues(AxisRange range, DoubleArrayList ticks) {
            if (isLog) {
                ticks.clear();
                LogTicks.between(range.getLowerBound(), range.getUpperBound()).forEach(ticks::add);
            } else {
                super.calculateMajorTickValues(range, ticks);
            }
        }

        @Override
        protected double computePrefWidth(double height) {
            super.computePrefWidth(height); // this also places the labels
            return AXIS_WIDTH;
        }
    }
}
