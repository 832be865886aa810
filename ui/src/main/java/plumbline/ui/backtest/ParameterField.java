package plumbline.ui.backtest;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import plumbline.engine.strategy.Parameter;
import plumbline.ui.control.Controls;

/// One parameter, edited in place: typed, or stepped with the arrow keys and the wheel. A short
/// while after the last change it takes effect.
///
/// Threads: FX thread.
final class ParameterField extends HBox {
    private static final Duration SETTLED = Duration.millis(150);

    private final BacktestViewModel model;
    private final Parameter parameter;
    private final Node editor;

    ParameterField(BacktestViewModel model, Parameter parameter) {
        this.model = model;
        this.parameter = parameter;
        getStyleClass().add("parameter");
        Label name = Controls.label(parameter.name(), "muted");
        editor = parameter instanceof Parameter.Choice choice ? choice(choice) : text();
        name.setLabelFor(editor);
        editor.setId("parameter-" + parameter.name());
        editor.setAccessibleText(parameter.name() + ", " + parameter.description());
        Controls.tooltip(this, parameter.description() + "\n" + parameter.range());
        getChildren().setAll(name, editor);
    }

    private ComboBox<String> choice(Parameter.Choice choice) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choice.options());
        box.setValue(model.value(choice.name()));
        box.valueProperty()
                .addListener((property, before, value) -> model.set(choice.name(), value));
        return box;
    }

    private TextField text() {
        TextField field = new TextField(model.value(parameter.name()));
        field.setPrefColumnCount(parameter instanceof Parameter.Whole ? 3 : 4);
        PauseTransition settled = new PauseTransition(SETTLED);
        settled.setOnFinished(e -> model.set(parameter.name(), field.getText()));
        field.textProperty().addListener((property, before, text) -> settled.playFromStart());
        field.setOnAction(e -> {
            settled.stop();
            model.set(parameter.name(), field.getText());
        });
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN) {
                        step(field, e.getCode() == KeyCode.UP ? 1 : -1);
                        e.consume();
                    }
                });
        field.addEventFilter(
                ScrollEvent.SCROLL,
                e -> {
                    if (field.isFocused() && e.getDeltaY() != 0) {
                        step(field, e.getDeltaY() > 0 ? 1 : -1);
                        e.consume();
                    }
                });
        return field;
    }

    /// Marks the field if `problem` is about its value.
    void mark(String problem) {
        editor.getStyleClass().remove("wrong");
        if (problem.contains(parameter.name() + " must be")) {
            editor.getStyleClass().add("wrong");
        }
    }

    /// The next value of a size that makes a difference: a whole number by one, a percentage by a
    /// tenth of a percent, a number by a tenth.
    private void step(TextField field, int steps) {
        try {
            Object value = parameter.parse(field.getText());
            field.setText(
                    switch (parameter) {
                        case Parameter.Whole w ->
                                w.text(Math.clamp((Integer) value + steps, w.min(), w.max()));
                        case Parameter.Percent p ->
                                p.text(stepped((Double) value, steps, 0.001, p.min(), p.max()));
                        case Parameter.Decimal d ->
                                d.text(stepped((Double) value, steps, 0.1, d.min(), d.max()));
                        case Parameter.Choice c -> c.text(value);
                    });
            field.end();
        } catch (IllegalArgumentException e) {
            mark(parameter.name() + " must be " + parameter.range());
        }
    }

    private static double stepped(double value, int steps, double size, double min, double max) {
        return Math.clamp(Math.rint(value / size + steps) * size, min, max);
    }
}
