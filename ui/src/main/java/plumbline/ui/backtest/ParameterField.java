package plumbline.ui.backtest;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import plumbline.engine.strategy.Parameter;
import plumbline.ui.control.Controls;
import plumbline.ui.control.UnitField;
import plumbline.ui.text.Texts;

/// One parameter, edited in place: typed, or stepped with the arrow keys and the wheel. A short
/// while after the last change it takes effect. Escape takes back what was refused.
///
/// Threads: FX thread.
final class ParameterField extends HBox {
    private static final Duration SETTLED = Duration.millis(150);

    private final BacktestViewModel model;
    private final Parameter parameter;
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private final Node editor;
    private @Nullable UnitField units;

    ParameterField(BacktestViewModel model, Parameter parameter) {
        this.model = model;
        this.parameter = parameter;
        getStyleClass().add("parameter");
        setMinWidth(USE_PREF_SIZE);
        Label name = Controls.label(ParameterNames.title(parameter), "muted");
        Node shown = parameter instanceof Parameter.Choice choice ? choice(choice) : text();
        editor = units == null ? shown : units.field();
        name.setLabelFor(editor);
        editor.setId("parameter-" + parameter.name());
        editor.setAccessibleText(ParameterNames.title(parameter) + ", " + parameter.description());
        Controls.tooltip(this, ParameterNames.whole(parameter));
        getChildren().setAll(name, shown);
    }

    private ComboBox<String> choice(Parameter.Choice choice) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choice.options());
        box.setValue(model.value(choice.name()));
        box.valueProperty()
                .addListener((property, before, value) -> model.set(choice.name(), value));
        return box;
    }

    private Node text() {
        UnitField shown =
                new UnitField(
                        ParameterUnit.inField(parameter),
                        parameter instanceof Parameter.Whole ? 3 : 4);
        units = shown;
        TextField field = shown.field();
        shown.show(model.value(parameter.name()));
        settled.setOnFinished(e -> take());
        field.textProperty().addListener((property, before, text) -> settled.playFromStart());
        field.setOnAction(e -> take());
        field.setContextMenu(menu());
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (pressed(e.getCode())) {
                        e.consume();
                    }
                });
        field.addEventFilter(
                ScrollEvent.SCROLL,
                e -> {
                    if (field.isFocused() && e.getDeltaY() != 0) {
                        step(e.getDeltaY() > 0 ? 1 : -1);
                        e.consume();
                    }
                });
        return shown;
    }

    private boolean pressed(KeyCode code) {
        return switch (code) {
            case UP -> {
                step(1);
                yield true;
            }
            case DOWN -> {
                step(-1);
                yield true;
            }
            case ESCAPE -> restore();
            default -> false;
        };
    }

    /// Hands what is typed to the run.
    private void take() {
        settled.stop();
        if (units != null) {
            model.set(parameter.name(), units.value());
        }
    }

    /// Back to the last value that was not refused.
    ///
    /// @return whether there was anything to take back
    private boolean restore() {
        String valid = model.validValue(parameter.name());
        if (units == null || units.value().equals(valid)) {
            return false;
        }
        units.show(valid);
        units.field().end();
        take();
        return true;
    }

    private ContextMenu menu() {
        MenuItem reset =
                new MenuItem(
                        Texts.of(
                                "strip.reset.one",
                                ParameterUnit.readable(
                                        parameter, parameter.text(parameter.defaultValue()))));
        reset.setOnAction(e -> {
            if (units != null) {
                units.show(parameter.text(parameter.defaultValue()));
                take();
            }
        });
        return new ContextMenu(reset);
    }

    /// Gives the value the keyboard.
    void focusEditor() {
        editor.requestFocus();
    }

    /// Marks the field if `problem` is about its value.
    ///
    /// @return whether it is
    boolean mark(String problem) {
        editor.getStyleClass().remove("wrong");
        boolean isMeant = problem.contains(parameter.name() + " must be");
        if (isMeant) {
            editor.getStyleClass().add("wrong");
        }
        return isMeant;
    }

    /// The next value of a size that makes a difference: a whole number by one, a percentage by a
    /// tenth of a percent, a number by a tenth.
    private void step(int steps) {
        UnitField shown = units;
        if (shown == null) {
            return;
        }
        try {
            Object value = parameter.parse(shown.value());
            shown.show(
                    switch (parameter) {
                        case Parameter.Whole w ->
                                w.text(Math.clamp((Integer) value + steps, w.min(), w.max()));
                        case Parameter.Percent p ->
                                p.text(stepped((Double) value, steps, 0.001, p.min(), p.max()));
                        case Parameter.Decimal d ->
                                d.text(stepped((Double) value, steps, 0.1, d.min(), d.max()));
                        case Parameter.Choice c -> c.text(value);
                    });
            shown.field().end();
        } catch (IllegalArgumentException e) {
            mark(parameter.name() + " must be " + parameter.range());
        }
    }

    private static double stepped(double value, int steps, double size, double min, double max) {
        return Math.clamp(Math.rint(value / size + steps) * size, min, max);
    }
}
