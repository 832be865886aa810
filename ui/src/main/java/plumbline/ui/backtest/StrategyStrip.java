package plumbline.ui.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.market.TimeRange;
import plumbline.engine.strategy.Parameter;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.ui.control.Cards;
import plumbline.ui.control.Controls;
import plumbline.ui.control.ShrinkingButton;
import plumbline.ui.fx.Subscriptions;
import plumbline.ui.text.Texts;

/// The row above the chart while a strategy is chosen: its parameters, the candles it trades on,
/// what is taken for granted, how the run goes. It is one row at any width.
///
/// Threads: FX thread.
public final class StrategyStrip extends HBox {
    private final BacktestViewModel model;
    private final Cards cards;
    private final Subscriptions heard = new Subscriptions();
    private final List<ParameterField> fields = new ArrayList<>();
    private final Button strategy = new Button("", Controls.icon(MaterialDesignC.CODE_TAGS));
    private final ShrinkingButton more = new ShrinkingButton(MaterialDesignD.DOTS_HORIZONTAL);
    private final ShrinkingButton assumptions = new ShrinkingButton(MaterialDesignT.TUNE_VARIANT);
    private final ShrinkingButton period = new ShrinkingButton(MaterialDesignC.CALENDAR_RANGE);
    private final Tooltip assumed = new Tooltip();
    private final Tooltip traded = new Tooltip();
    private final Button reset =
            Controls.iconButton(MaterialDesignR.RESTORE, Texts.of("strip.reset"));
    private final Button report =
            new Button(
                    Texts.of("strip.report"), Controls.icon(MaterialDesignF.FILE_DOCUMENT_OUTLINE));
    private final Button close =
            Controls.iconButton(MaterialDesignC.CLOSE, Texts.of("strip.close"));
    private final RunStateView state;
    private final StripRow row;

    /// @param cards where forms are opened, below their buttons
    /// @param inView the time that the chart shows
    /// @param pick opens the picker
    /// @param writeReport writes the report
    public StrategyStrip(
            BacktestViewModel model,
            Cards cards,
            Supplier<TimeRange> inView,
            Runnable pick,
            Runnable writeReport) {
        this.model = model;
        this.cards = cards;
        getStyleClass().add("strategy-strip");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        strategy.setId("strip-strategy");
        strategy.getStyleClass().add("strong");
        strategy.setOnAction(e -> pick.run());
        Controls.tooltip(strategy, Texts.of("strip.pick"));
        more.setId("strip-more");
        more.setOnAction(e -> showMore());
        Controls.tooltip(more, Texts.of("strip.more.tooltip"));
        more.setAccessibleText(Texts.of("strip.more.tooltip"));
        assumptions.setId("strip-assumptions");
        assumptions.setTooltip(assumed);
        assumptions.setOnAction(
                e -> cards.openBelow(new AssumptionsForm(model, cards::close), assumptions));
        period.setId("strip-period");
        period.setTooltip(traded);
        period.setOnAction(
                e -> cards.openBelow(new PeriodForm(model, inView, cards::close), period));
        report.setId("strip-report");
        report.getStyleClass().add("accent");
        report.setOnAction(e -> writeReport.run());
        Controls.tooltip(report, Texts.of("strip.report.tooltip"));
        close.setOnAction(e -> model.close());
        reset.setId("strip-reset");
        reset.setOnAction(e -> model.reset());
        state = new RunStateView(model);
        HBox end = new HBox(4, report, close);
        end.setAlignment(Pos.CENTER_RIGHT);
        row = new StripRow(strategy, more, reset, List.of(assumptions, period), state, end);
        HBox.setHgrow(row, Priority.ALWAYS);
        getChildren().setAll(row);
        follow();
    }

    /// Lets go of the model.
    public void close() {
        heard.end();
        state.close();
    }

    private void follow() {
        reset.visibleProperty().bind(model.changedProperty());
        report.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        model.runProperty().get() == null
                                                || model.reportingProperty().get(),
                                model.runProperty(),
                                model.reportingProperty()));
        heard.add(() -> reset.visibleProperty().unbind());
        heard.add(() -> report.disableProperty().unbind());
        heard.add(model.followUsual()::run);
        heard.values(model.strategyProperty(), this::show);
        heard.values(model.assumptionsProperty(), now -> showAssumptions());
        heard.values(model.problemProperty(), this::mark);
        heard.values(model.runProperty(), now -> showPeriod());
        heard.changes(model.periodProperty(), now -> showPeriod());
    }

    private void show(@Nullable StrategyDefinition chosen) {
        Controls.show(this, chosen != null);
        fields.clear();
        if (chosen != null) {
            strategy.setText(chosen.title());
            for (Parameter parameter : chosen.parameters()) {
                fields.add(new ParameterField(model, parameter));
            }
        }
        row.show(fields);
        mark(model.problemProperty().get());
    }

    /// The parameters that the row has no room for, below it.
    private void showMore() {
        VBox card = new VBox(Controls.label(Texts.of("strip.more.title"), "card-title"));
        card.getStyleClass().addAll("card", "more-parameters");
        card.setId("more-parameters");
        List<ParameterField> keptBack = row.keptBack();
        keptBack.forEach(field -> field.setVisible(true));
        card.getChildren().addAll(keptBack);
        cards.openBelow(card, more);
        card.sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) {
                        row.takeBack();
                    }
                });
        if (!keptBack.isEmpty()) {
            keptBack.getFirst().focusEditor();
        }
    }

    private void showAssumptions() {
        String line = AssumptionTexts.line(model.assumptionsProperty().get());
        assumptions.show(List.of(line, ""));
        assumptions.setAccessibleText(line);
        assumed.setText(Texts.of("strip.assume", line));
    }

    private void showPeriod() {
        BacktestRun run = model.runProperty().get();
        RunPeriod chosen = model.periodProperty().get();
        TimeRange shown = RunPeriod.shownBy(model);
        String dates = shown.isEmpty() ? chosen.title() : RunPeriod.dates(shown);
        period.show(List.of(dates, chosen.title(), ""));
        period.setAccessibleText(Texts.of("strip.period.spoken", chosen.title(), dates));
        traded.setText(
                Texts.of("strip.period.tooltip", chosen.title(), dates)
                        + (run == null || run.warmup().given() == 0
                                ? ""
                                : "\n" + Texts.of("strip.period.warmup", run.warmup().given())));
    }

    private void mark(String problem) {
        boolean hidden = false;
        for (ParameterField field : fields) {
            hidden |= field.mark(problem) && row.keptBack().contains(field);
        }
        more.getStyleClass().remove("wrong");
        if (hidden) {
            more.getStyleClass().add("wrong");
        }
    }
}
