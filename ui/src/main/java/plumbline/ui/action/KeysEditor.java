package plumbline.ui.action;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// The card in which keys are changed: choose an action, press its new keys. What another action
/// has is only taken from it after asking.
///
/// Threads: FX thread.
public final class KeysEditor extends VBox {
    private final KeyMap keys;
    private final KeysTable table;
    private final TextField filter = new TextField();
    private final Button change = button("change", () -> press(false));
    private final Button another = button("add", () -> press(true));
    private final Button none = button("none", this::takeAway);
    private final Button reset = button("reset", this::reset);
    private final Button resetAll = button("all", this::resetAll);
    private final HBox bar = new HBox(8);

    public KeysEditor(KeyMap keys) {
        this.keys = keys;
        table = new KeysTable(keys);
        getStyleClass().addAll("card", "keys-editor");
        setId("keys-editor");
        filter.setId("keys-filter");
        filter.setPromptText(Texts.of("keysheet.filter"));
        filter.setAccessibleText(Texts.of("keysheet.filter"));
        filter.textProperty().addListener((value, before, text) -> table.show(text));
        HBox head =
                new HBox(
                        8,
                        Controls.label(Texts.of("keyedit.title"), "card-title"),
                        Controls.spring(),
                        filter);
        head.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("keys-bar");
        bar.setId("keys-bar");
        VBox.setVgrow(table, Priority.ALWAYS);
        listen();
        getChildren().setAll(head, table, bar);
        table.show("");
        rest();
    }

    /// Gives the filter the keyboard.
    public void focusFilter() {
        filter.requestFocus();
    }

    private void listen() {
        table.getSelectionModel().selectedItemProperty().subscribe(action -> rest());
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ENTER) {
                        e.consume();
                        press(false);
                    }
                });
        table.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                press(false);
            }
        });
    }

    private static Button button(String name, Runnable work) {
        Button button = new Button(Texts.of("keyedit." + name));
        button.setId("keys-" + name);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> work.run());
        return button;
    }

    private @Nullable Action selected() {
        return table.getSelectionModel().getSelectedItem();
    }

    /// What can be done with the chosen action.
    private void rest() {
        Action action = selected();
        change.setDisable(action == null);
        another.setDisable(action == null || keys.keys(action).isEmpty());
        none.setDisable(action == null || keys.keys(action).isEmpty() || action.mustHaveKey());
        reset.setDisable(action == null || !keys.isChanged(action));
        bar.getChildren().setAll(change, another, none, reset, Controls.spring(), resetAll);
        bar.getStyleClass().remove("asks");
    }

    /// Waits for the new keys.
    ///
    /// @param more whether the action keeps those it has
    private void press(boolean more) {
        Action action = selected();
        if (action == null) {
            return;
        }
        ChordField field =
                new ChordField(keys.keyboard(), chord -> pressed(action, chord, more), this::leave);
        Label what = Controls.label(Texts.of("keyedit.for", action.title()), "strong");
        say(what, field);
        field.requestFocus();
    }

    private void pressed(Action action, Chord chord, boolean more) {
        List<Chord> wanted = new ArrayList<>(more ? keys.keys(action) : List.of());
        wanted.add(chord);
        show(keys.set(action, wanted), action, wanted);
    }

    private void takeAway() {
        Action action = selected();
        if (action != null) {
            show(keys.set(action, List.of()), action, List.of());
        }
    }

    private void reset() {
        Action action = selected();
        if (action != null) {
            show(keys.reset(action), action, action.defaultKeys());
        }
    }

    private void resetAll() {
        Button yes =
                button(
                        "yes",
                        () -> {
                            keys.resetAll();
                            leave();
                        });
        Button no = button("cancel", this::leave);
        ask(Texts.of("keyedit.sure"), List.of(yes, no));
    }

    private void show(KeyChange came, Action action, List<Chord> wanted) {
        switch (came) {
            case KeyChange.Done() -> leave();
            case KeyChange.Taken(Action by, Chord chord) -> {
                Button take = button("take", () -> show(keys.take(action, wanted), action, wanted));
                Button cancel = button("cancel", this::leave);
                ask(
                        Texts.of("keyedit.taken", chord.text(keys.keyboard()), by.title()),
                        List.of(take, cancel));
            }
            case KeyChange.NeedsKey(Action who) -> tell(Texts.of("keyedit.needs", who.title()));
            case KeyChange.Types(Action who, Chord chord) ->
                    tell(Texts.of("keyedit.types", chord.text(keys.keyboard()), who.title()));
        }
    }

    private void tell(String text) {
        ask(text, List.of(button("cancel", this::leave)));
    }

    private void ask(String text, List<Button> answers) {
        Label question = Controls.label(text);
        question.setWrapText(true);
        question.setId("keys-question");
        HBox.setHgrow(question, Priority.ALWAYS);
        question.setMaxWidth(Double.MAX_VALUE);
        bar.getChildren().setAll(question);
        bar.getChildren().addAll(answers);
        bar.getStyleClass().remove("asks");
        bar.getStyleClass().add("asks");
        answers.getLast().requestFocus();
    }

    private void say(Label what, ChordField field) {
        bar.getStyleClass().remove("asks");
        bar.getChildren().setAll(what, Controls.spring(), field);
    }

    /// Back to the table, as it is now.
    private void leave() {
        table.show(filter.getText());
        rest();
        table.requestFocus();
    }
}
