package plumbline.ui.backtest;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.LineStyle;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// How often trades made how much: a histogram of their returns.
///
/// Threads: FX thread.
final class ReturnsView extends VBox {
    private final DefaultNumericAxis x = new DefaultNumericAxis();
    private final SmallChart panel;
    private final Label note = Controls.label("", "muted", "small");

    ReturnsView() {
        getStyleClass().add("returns");
        x.setAutoRanging(false);
        x.setMinorTickCount(0);
        x.setTickLabelFormatter(SmallChart.percent());
        panel = new SmallChart(x, LineStyle.HISTOGRAM_FILLED, "returns-panel");
        panel.countsOnAxis();
        StackPane area = new StackPane(panel.chart());
        area.setMinSize(0, 0);
        VBox.setVgrow(area, Priority.ALWAYS);
        note.setWrapText(true);
        note.getStyleClass().add("panel-legend");
        getChildren().setAll(note, area);
    }

    void show(BacktestRun run) {
        List<Trade> trades = run.result().trades();
        if (trades.isEmpty()) {
            note.setText(Texts.of("trades.empty"));
            Controls.show(panel.chart(), false);
            return;
        }
        Controls.show(panel.chart(), true);
        double[] percent = trades.stream().mapToDouble(t -> t.returnFraction() * 100).toArray();
        Histogram histogram = Histogram.of(percent);
        DoubleDataSet losses = new DoubleDataSet("losses");
        DoubleDataSet wins = new DoubleDataSet("wins");
        int most = 0;
        for (int i = 0; i < histogram.counts().length; i++) {
            double middle = histogram.from() + (i + 0.5) * histogram.width();
            int count = histogram.counts()[i];
            most = Math.max(most, count);
            losses.add(middle, middle < 0 ? count : 0);
            wins.add(middle, middle < 0 ? 0 : count);
        }
        panel.show(List.of(losses, wins));
        panel.ranges(histogram.from(), histogram.to(), 0, most * 1.1);
        note.setText(
                Texts.of(
                        "returns.note",
                        trades.size(),
                        Numbers.percent(histogram.width() / 100, 2),
                        Numbers.signedPercent(run.metrics().expectancy(), 2)));
    }
}
