package plumbline.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import plumbline.engine.backtest.BacktestRun;
import plumbline.ui.backtest.BacktestViewModel;
import plumbline.ui.backtest.ResultsDock;
import plumbline.ui.chart.ChartViewModel;
import plumbline.ui.control.Message;
import plumbline.ui.fx.Subscriptions;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.Panel;

/// What came out of the run on the chart; before there is one, how to come by it. Its figures are
/// made when the first run comes, which the start need not wait for.
///
/// Threads: FX thread.
final class ResultsPanel implements Panel {
    private final BacktestViewModel model;
    private final ChartViewModel chart;
    private final StackPane node = new StackPane();
    private final Message nothing =
            new Message(
                    MaterialDesignC.CHART_TIMELINE_VARIANT,
                    Texts.of("results.none"),
                    Texts.of("results.none.detail"),
                    List.of());
    private final Subscriptions heard = new Subscriptions();
    private @Nullable ResultsDock results;

    ResultsPanel(BacktestViewModel model, ChartViewModel chart) {
        this.model = model;
        this.chart = chart;
        node.setMinSize(0, 0);
        node.getChildren().setAll(nothing);
        heard.values(model.runProperty(), this::show);
    }

    private void show(@Nullable BacktestRun run) {
        if (run == null && !model.runningProperty().get()) {
            node.getChildren().setAll(nothing);
            return;
        }
        if (results == null) {
            results = new ResultsDock(model, chart);
        }
        if (!node.getChildren().contains(results)) {
            node.getChildren().setAll(results);
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        if (results != null) {
            results.focus();
        }
    }

    @Override
    public void close() {
        heard.end();
        if (results != null) {
            results.close();
        }
    }
}
