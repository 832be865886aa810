package plumbline.ui.backtest;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import plumbline.engine.market.TimeRange;
import plumbline.engine.text.ErrorText;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// Chooses which candles of the chart a run trades on: one of some usual periods with a click, or
/// own dates. What is refused is said below.
///
/// Threads: FX thread.
final class PeriodForm extends VBox {
    private static final int DATE_COLUMNS = 9;
    private static final int QUARTER = 90;

    private final BacktestViewModel model;
    private final Runnable done;
    private final TextField from = date("period-from");
    private final TextField to = date("period-to");
    private final Label problem = Controls.label("", "problem");

    /// @param inView the time that the chart shows
    /// @param done called when a period was taken
    PeriodForm(BacktestViewModel model, Supplier<TimeRange> inView, Runnable done) {
        this.model = model;
        this.done = done;
        getStyleClass().addAll("card", "period");
        setId("period-form");
        FlowPane presets =
                new FlowPane(
                        6,
                        6,
                        preset("all", RunPeriod.All::new),
                        preset("year", () -> new RunPeriod.Newest(RunPeriod.Newest.YEAR)),
                        preset("quarter", () -> new RunPeriod.Newest(QUARTER)),
                        preset("view", () -> new RunPeriod.Between(inView.get())));
        presets.setPrefWrapLength(330);
        GridPane dates = new GridPane();
        dates.getStyleClass().add("form");
        dates.addRow(0, named("strip.period.from", from), from);
        dates.addRow(1, named("strip.period.to", to), to);
        problem.setId("period-problem");
        problem.setWrapText(true);
        Controls.show(problem, false);
        Label note = Controls.label(Texts.of("strip.period.note"), "muted", "small");
        note.setWrapText(true);
        getChildren()
                .setAll(
                        Controls.label(Texts.of("strip.period.title"), "card-title"),
                        presets,
                        dates,
                        problem,
                        note,
                        new HBox(Controls.spring(), applying()));
        setPrefWidth(360);
        TimeRange shown = RunPeriod.shownBy(model);
        if (!shown.isEmpty()) {
            from.setText(UtcTimes.date(shown.fromMs()));
            to.setText(UtcTimes.date(shown.toMs() - 1));
        }
    }

    private Button applying() {
        Button apply = new Button(Texts.of("assume.apply"));
        apply.setId("period-apply");
        apply.setDefaultButton(true);
        apply.getStyleClass().add("accent");
        apply.setOnAction(e -> apply());
        return apply;
    }

    private static TextField date(String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(DATE_COLUMNS);
        field.setPromptText(Texts.of("strip.period.prompt"));
        return field;
    }

    private static Label named(String key, Node field) {
        Label label = Controls.label(Texts.of(key), "muted");
        label.setLabelFor(field);
        return label;
    }

    private Button preset(String code, Supplier<RunPeriod> period) {
        Button button = new Button(Texts.of("strip.period.preset." + code));
        button.setId("period-" + code);
        button.setOnAction(e -> take(period.get()));
        return button;
    }

    private void take(RunPeriod period) {
        model.within(period);
        done.run();
    }

    private void apply() {
        try {
            long start = start(from, "strip.period.from");
            long end = start(to, "strip.period.to") + UtcTimes.DAY_MS;
            if (end <= start) {
                throw new IllegalArgumentException(Texts.of("strip.period.order"));
            }
            take(new RunPeriod.Between(new TimeRange(start, end)));
        } catch (IllegalArgumentException e) {
            problem.setText(ErrorText.of(e));
            Controls.show(problem, true);
        }
    }

    /// When a day begins, UTC.
    private static long start(TextField field, String key) {
        String text = field.getText().strip();
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    Texts.of("strip.period.notADate", Texts.of(key), text), e);
        }
    }
}
