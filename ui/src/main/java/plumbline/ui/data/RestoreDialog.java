package plumbline.ui.data;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plumbline.engine.upkeep.Backup;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;
import plumbline.ui.theme.Scaling;

/// Asks which backup is to take the place of the database, and says what that means before it is
/// done.
///
/// Threads: FX thread.
final class RestoreDialog extends VBox {
    private static final double ROW = 30;
    private static final int MOST_ROWS = 7;

    private final InstantSource clock;
    private final ListView<Backup> list = new ListView<>();
    private final Button restore = new Button(Texts.of("data.restore.go"));
    private final Button file = new Button(Texts.of("data.restore.file"));

    /// @param backups newest first
    /// @param chosen called with the file that the user wants
    /// @param closing puts the dialog away
    RestoreDialog(
            List<Backup> backups,
            InstantSource clock,
            FilePicker picker,
            Consumer<Path> chosen,
            Runnable closing) {
        this.clock = clock;
        getStyleClass().addAll("card", "restore-dialog");
        setId("restore-dialog");
        backups(backups);
        Consumer<Path> take =
                path -> {
                    closing.run();
                    chosen.accept(path);
                };
        restore.setId("restore-go");
        restore.setDefaultButton(true);
        restore.getStyleClass().add("accent");
        restore.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        restore.setOnAction(e -> take.accept(list.getSelectionModel().getSelectedItem().file()));
        file.setId("restore-file");
        file.setOnAction(e -> picker.backup(getScene().getWindow()).ifPresent(take));
        Button cancel = new Button(Texts.of("data.import.cancel"));
        cancel.setOnAction(e -> closing.run());
        getChildren()
                .setAll(
                        Controls.label(Texts.of("data.restore.title"), "card-title"),
                        text("data.restore.what"),
                        list,
                        text("data.restore.then", "muted"),
                        new HBox(8, file, Controls.spring(), cancel, restore));
    }

    private void backups(List<Backup> backups) {
        list.setId("restore-backups");
        list.setAccessibleText(Texts.of("data.restore.title"));
        list.setItems(FXCollections.observableArrayList(backups));
        int rows = Math.clamp(backups.size(), 2, MOST_ROWS);
        Scaling.follow(
                list,
                scale -> {
                    list.setPrefHeight(ROW * rows * scale + 2);
                    list.setMinHeight(ROW * 2 * scale);
                });
        list.setPlaceholder(text("data.restore.none", "muted"));
        list.setCellFactory(view -> new Row());
        list.getSelectionModel().selectFirst();
        list.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ENTER) {
                        restore.fire(); // a list keeps the key to itself
                        e.consume();
                    }
                });
    }

    private static Label text(String key, String... styleClasses) {
        Label label = Controls.label(Texts.of(key), styleClasses);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    void focusFirst() {
        if (list.getItems().isEmpty()) {
            file.requestFocus();
        } else {
            list.requestFocus();
        }
    }

    /// When it was made, how old it is, how large.
    private final class Row extends ListCell<Backup> {
        @Override
        protected void updateItem(@Nullable Backup backup, boolean empty) {
            super.updateItem(backup, empty);
            if (empty || backup == null) {
                setText(null);
                return;
            }
            long madeMs = backup.madeAt().toEpochMilli();
            setText(
                    Texts.of(
                            "data.restore.backup",
                            UtcTimes.minute(madeMs),
                            UtcTimes.age(Math.max(0, clock.millis() - madeMs)),
                            UpkeepCards.size(backup.bytes())));
        }
    }
}
