package plumbline.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import plumbline.ui.backtest.StrategyStrip;
import plumbline.ui.chart.PriceChartView;
import plumbline.ui.control.Message;
import plumbline.ui.fx.Subscriptions;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.Panel;

/// The chart of a market, with the strip of the strategy that is tried on it.
///
/// Threads: FX thread.
final class ChartPanel implements Panel {
    private final WorkspaceModel model;
    private final PriceChartView chart;
    private final StrategyStrip strip;
    private final StackPane middle = new StackPane();
    private final VBox node;
    private final Subscriptions heard = new Subscriptions();

    ChartPanel(WorkspaceModel model, StrategyStrip strip) {
        this.model = model;
        this.strip = strip;
        chart = new PriceChartView(model.chart());
        chart.setId("price-chart");
        middle.setMinSize(0, 0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        node = new VBox(strip, middle);
        node.setMinSize(0, 0);
        heard.values(model.stateProperty(), this::show);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        chart.requestFocus();
    }

    private void show(ChartState state) {
        Node shown = state instanceof ChartState.Failed f ? failed(f) : chart;
        if (!middle.getChildren().contains(shown)) {
            // taken out and put back, it loses the keyboard
            middle.getChildren().setAll(shown);
        }
    }

    private Message failed(ChartState.Failed failed) {
        Button retry = new Button(Texts.of("chart.retry"));
        retry.setOnAction(e -> model.retry());
        return new Message(
                MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                Texts.of("chart.failed", failed.market()),
                failed.reason(),
                List.of(retry));
    }

    @Override
    public void close() {
        heard.end();
        strip.close();
    }
}
