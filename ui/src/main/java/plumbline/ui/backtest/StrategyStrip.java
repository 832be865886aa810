package plumbline.ui.backtest;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.strategy.Parameter;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.fx.Subscriptions;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// The line above the chart while a strategy is chosen: its parameters, what is taken for granted,
/// how the run goes.
///
/// Threads: FX thread.
public final class StrategyStrip extends HBox {
    private static final double AROUND = 30;

    /// A long reason takes more lines instead of the room of the buttons.
    private static final double MOST_STATE = 300;

    private final BacktestViewModel model;
    private final Subscriptions heard = new Subscriptions();
    private final FlowPane fields = new FlowPane(10, 4);
    private final Button strategy = new Button();
    private final Button assumptions = new Button("", Controls.icon(MaterialDesignT.TUNE_VARIANT));
    private final Button reset =
            Controls.iconButton(MaterialDesignR.RESTORE, Texts.of("strip.reset"));
    private final Label state = Controls.label("", "run-state");
    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel = new Button(Texts.of("strip.cancel"));
    private final Button report =
            new Button(
                    Texts.of("strip.report"), Controls.icon(MaterialDesignF.FILE_DOCUMENT_OUTLINE));
    private final Button close =
            Controls.iconButton(MaterialDesignC.CLOSE, Texts.of("strip.close"));

    /// @param pick opens the picker
    /// @param assume opens the form of what is taken for granted, below the node that it gets
    /// @param writeReport writes the report
    public StrategyStrip(
            BacktestViewModel model, Runnable pick, Consumer<Node> assume, Runnable writeReport) {
        this.model = model;
        getStyleClass().add("strategy-strip");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE); // its second line, too
        strategy.setId("strip-strategy");
        strategy.getStyleClass().add("strong");
        strategy.setOnAction(e -> pick.run());
        Controls.tooltip(strategy, Texts.of("strip.pick"));
        assumptions.setId("strip-assumptions");
        assumptions.setOnAction(e -> assume.accept(assumptions));
        Controls.tooltip(assumptions, Texts.of("strip.assume"));
        cancel.setOnAction(e -> model.cancel());
        cancel.setId("strip-cancel");
        report.setId("strip-report");
        report.getStyleClass().add("accent");
        report.setOnAction(e -> writeReport.run());
        Controls.tooltip(report, Texts.of("strip.report.tooltip"));
        close.setOnAction(e -> model.close());
        reset.setId("strip-reset");
        reset.setOnAction(e -> model.reset());
        reset.visibleProperty().bind(model.changedProperty());
        reset.managedProperty().bind(model.changedProperty());
        bar.setPrefWidth(120);
        state.setMaxWidth(MOST_STATE);
        state.setWrapText(true);
        state.setId("run-state");
        fields.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(fields, Priority.ALWAYS);
        HBox right = new HBox(8, state, bar, cancel, report, close);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(fields, right);
        // a flow pane that is asked for its height has to know where its lines will end
        fields.prefWrapLengthProperty()
                .bind(widthProperty().subtract(right.widthProperty()).subtract(AROUND));
        follow();
    }

    /// Lets go of the model.
    public void close() {
        heard.end();
    }

    private void follow() {
        bar.progressProperty().bind(model.progressProperty());
        bar.visibleProperty().bind(model.runningProperty());
        bar.managedProperty().bind(model.runningProperty());
        cancel.visibleProperty().bind(model.runningProperty());
        cancel.managedProperty().bind(model.runningProperty());
        report.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        model.runProperty().get() == null
                                                || model.reportingProperty().get(),
                                model.runProperty(),
                                model.reportingProperty()));
        heard.changes(model.strategyProperty(), this::show);
        heard.changes(model.assumptionsProperty(), now -> showAssumptions());
        heard.changes(model.runProperty(), now -> showState());
        heard.changes(model.problemProperty(), now -> showState());
        heard.changes(model.runningProperty(), now -> showState());
        heard.changes(model.reportingProperty(), now -> showState());
        show(model.strategyProperty().get());
        showAssumptions();
        showState();
    }

    private void show(@Nullable StrategyDefinition chosen) {
        Controls.show(this, chosen != null);
        fields.getChildren().clear();
        if (chosen == null) {
            return;
        }
        strategy.setText(chosen.title());
        strategy.setGraphic(Controls.icon(MaterialDesignC.CODE_TAGS));
        fields.getChildren().add(strategy);
        for (Parameter parameter : chosen.parameters()) {
            fields.getChildren().add(new ParameterField(model, parameter));
        }
        fields.getChildren().add(reset);
        fields.getChildren().add(assumptions);
    }

    private void showAssumptions() {
        assumptions.setText(AssumptionTexts.line(model.assumptionsProperty().get()));
    }

    private void showState() {
        BacktestRun run = model.runProperty().get();
        String problem = model.problemProperty().get();
        state.getStyleClass().removeAll("problem", "done");
        for (Node field : fields.getChildren()) {
            if (field instanceof ParameterField parameter) {
                parameter.mark(problem);
            }
        }
        if (model.runningProperty().get()) {
            state.setText(Texts.of("strip.running"));
        } else if (!problem.isEmpty()) {
            state.getStyleClass().add("problem");
            state.setText(problem);
        } else if (model.reportingProperty().get()) {
            state.setText(Texts.of("strip.reporting"));
        } else if (run != null) {
            state.getStyleClass().add("done");
            state.setText(
                    Texts.of(
                            "strip.done",
                            UtcTimes.date(run.data().fromMs()),
                            UtcTimes.date(run.data().toMs()),
                            Numbers.fixed(
                                    run.identity().elapsedMs(),
                                    run.identity().elapsedMs() < 10 ? 1 : 0)));
        } else {
            state.setText("");
        }
    }
}
