package plumbline.ui.action;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// All keys and gestures on one card, as they are when it is made.
///
/// Threads: FX thread.
public final class KeySheet extends VBox {
    /// A heading takes the room of so many rows.
    private static final int HEADING = 2;

    private static final double ROW = 26;

    /// A heading and the gap above it.
    private static final double ABOVE = 38;

    private static final double TALLEST = 560;

    private final KeyRows rows;
    private final TextField filter = new TextField();
    private final HBox columns = new HBox();

    /// @param gestures what stands there too
    /// @param print gets the sheet as an HTML page that needs nothing else
    public KeySheet(KeyMap keys, List<Gesture> gestures, Consumer<String> print) {
        rows = KeyRows.of(keys, gestures);
        getStyleClass().addAll("card", "key-card");
        setId("key-sheet");
        filter.setId("key-sheet-filter");
        filter.setPromptText(Texts.of("keysheet.filter"));
        filter.setAccessibleText(Texts.of("keysheet.filter"));
        filter.textProperty().addListener((value, before, text) -> show());
        Button printButton =
                new Button(Texts.of("keysheet.print"), Controls.icon(MaterialDesignP.PRINTER));
        printButton.setId("key-sheet-print");
        printButton.setOnAction(e -> print.accept(KeySheetPage.of(rows)));
        HBox head =
                new HBox(
                        8,
                        Controls.label(Texts.of("keysheet.title"), "card-title"),
                        Controls.spring(),
                        filter,
                        printButton);
        head.setAlignment(Pos.CENTER_LEFT);
        columns.getStyleClass().add("key-columns");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "key-scroll");
        getChildren().setAll(head, scroll);
        show();
        scroll.setPrefHeight(Math.min(TALLEST, tallestColumn())); // and stays when filtered
    }

    /// Gives the filter the keyboard.
    public void focusFilter() {
        filter.requestFocus();
    }

    private void show() {
        KeyRows shown = rows.filtered(filter.getText());
        if (shown.groups().isEmpty()) {
            Label nothing =
                    Controls.label(Texts.of("palette.nothing", filter.getText().strip()), "muted");
            columns.getChildren().setAll(nothing);
            return;
        }
        VBox left = column();
        VBox right = column();
        int all = shown.groups().stream().mapToInt(KeySheet::size).sum();
        int before = 0;
        for (KeyRows.Group group : shown.groups()) {
            // to the left as long as more than half of it is in the first half
            VBox column = 2 * before + size(group) <= all ? left : right;
            column.getChildren().add(section(group));
            before += size(group);
        }
        columns.getChildren().setAll(left, right);
    }

    private double tallestColumn() {
        double tallest = 0;
        for (Node column : columns.getChildrenUnmodifiable()) {
            double height = 0;
            for (Node section : ((Parent) column).getChildrenUnmodifiable()) {
                int lines = ((Parent) section).getChildrenUnmodifiable().size() - 1;
                height += ABOVE + lines * ROW;
            }
            tallest = Math.max(tallest, height);
        }
        return tallest;
    }

    private static int size(KeyRows.Group group) {
        return HEADING + group.rows().size();
    }

    private static VBox column() {
        VBox column = new VBox();
        column.getStyleClass().add("key-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static Node section(KeyRows.Group group) {
        VBox section = new VBox(Controls.label(group.title(), "key-group"));
        section.getStyleClass().add("key-section");
        for (KeyRows.Row row : group.rows()) {
            Label title = Controls.label(row.title());
            title.setMinWidth(0);
            HBox line = new HBox(6, title, Controls.spring());
            line.getStyleClass().add("key-row");
            line.setAlignment(Pos.CENTER_LEFT);
            if (row.keys().isEmpty()) {
                line.getChildren().add(Controls.label(Texts.of("keysheet.none"), "faint"));
            }
            for (String key : row.keys()) {
                Label chip = Controls.key(key);
                chip.setMinWidth(USE_PREF_SIZE);
                line.getChildren().add(chip);
            }
            section.getChildren().add(line);
        }
        return section;
    }
}
