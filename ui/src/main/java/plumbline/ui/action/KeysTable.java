package plumbline.ui.action;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// The actions and their keys, a row each.
///
/// Threads: FX thread.
final class KeysTable extends TableView<Action> {
    private final KeyMap keys;

    KeysTable(KeyMap keys) {
        this.keys = keys;
        setId("keys-table");
        setAccessibleText(Texts.of("keyedit.title"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(Controls.label(Texts.of("keyedit.nothing"), "muted"));
        getColumns().add(text(Texts.of("keyedit.action"), 230, Action::title));
        getColumns().add(text(Texts.of("keyedit.group"), 90, action -> action.group().title()));
        TableColumn<Action, Action> chips = new TableColumn<>(Texts.of("keyedit.keys"));
        chips.setPrefWidth(240);
        chips.setSortable(false);
        chips.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        chips.setCellFactory(column -> new Chips());
        getColumns().add(chips);
    }

    /// Shows the rows in which every word stands; the selected one stays selected.
    void show(String filter) {
        Action selected = getSelectionModel().getSelectedItem();
        getItems()
                .setAll(
                        keys.actions().all().stream()
                                .filter(action -> matches(action, filter))
                                .toList());
        sort();
        if (selected != null && getItems().contains(selected)) {
            getSelectionModel().select(selected);
        }
        refresh();
    }

    private boolean matches(Action action, String filter) {
        List<String> texts =
                keys.keys(action).stream().map(key -> key.text(keys.keyboard())).toList();
        return KeyRows.isWithin(
                filter,
                String.join("\n", texts) + "\n" + action.title() + "\n" + action.group().title());
    }

    private static TableColumn<Action, String> text(
            String title, double width, Function<Action, String> value) {
        TableColumn<Action, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
        return column;
    }

    /// The keys as they are printed on a keyboard; what the user changed says so.
    private final class Chips extends TableCell<Action, Action> {
        private final HBox row = new HBox(4);

        Chips() {
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            if (empty || action == null) {
                setGraphic(null);
                return;
            }
            row.getChildren().clear();
            for (Chord chord : keys.keys(action)) {
                Label chip = Controls.key(chord.text(keys.keyboard()));
                chip.setMinWidth(USE_PREF_SIZE);
                row.getChildren().add(chip);
            }
            if (keys.keys(action).isEmpty()) {
                row.getChildren().add(Controls.label(Texts.of("keysheet.none"), "faint"));
            }
            if (keys.isChanged(action)) {
                row.getChildren()
                        .addAll(
                                Controls.spring(),
                                Controls.label(Texts.of("keyedit.changed"), "muted", "small"));
            }
            setGraphic(row);
        }
    }
}
