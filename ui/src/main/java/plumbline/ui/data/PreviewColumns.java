package plumbline.ui.data;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.ImportPreview;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// The first rows of a file as they stand there, under a choice of what each column is.
///
/// Threads: FX thread.
final class PreviewColumns extends GridPane {
    private static final List<String> ROLES =
            List.of("", "time", "clock", "open", "high", "low", "close", "volume", "symbol");

    private static final int LONGEST = 40;

    private final ImportChoices choices;

    /// Kept from one preview to the next: one of them has the keyboard.
    private final List<ComboBox<String>> roles = new ArrayList<>();

    private @Nullable ImportPreview shown;
    private boolean filling;

    PreviewColumns(ImportChoices choices) {
        this.choices = choices;
        getStyleClass().add("preview-grid");
    }

    /// @param asked whether it is the columns that settle what is wrong
    void show(ImportPreview preview, boolean asked) {
        shown = preview;
        getChildren().removeIf(node -> node instanceof Label);
        List<String> titles = preview.titles();
        for (int i = 0; i < titles.size(); i++) {
            add(cell(titles.get(i), "preview-title"), i + 1, 0);
        }
        if (titles.isEmpty()) {
            add(cell("", "preview-title"), 0, 0);
        }
        add(cell("", "preview-role"), 0, 1);
        columns(preview.roles(), asked);
        for (int row = 0; row < preview.rows().size(); row++) {
            ImportPreview.Row one = preview.rows().get(row);
            add(cell(String.valueOf(one.line()), "line"), 0, row + 2);
            List<String> fields = one.fields();
            for (int i = 0; i < fields.size(); i++) {
                boolean wanted = i < preview.roles().size() && !preview.roles().get(i).isEmpty();
                add(cell(fields.get(i), wanted ? "wanted" : "muted"), i + 1, row + 2);
            }
        }
    }

    private void columns(List<String> found, boolean asked) {
        while (roles.size() > found.size()) {
            getChildren().remove(roles.removeLast());
        }
        while (roles.size() < found.size()) {
            ComboBox<String> role = role(roles.size());
            roles.add(role);
            add(role, roles.size(), 1);
        }
        filling = true;
        for (int i = 0; i < found.size(); i++) {
            ComboBox<String> role = roles.get(i);
            role.setValue(found.get(i));
            role.getStyleClass().remove("asked");
            if (asked) {
                role.getStyleClass().add("asked");
            }
        }
        filling = false;
    }

    private ComboBox<String> role(int column) {
        ComboBox<String> role = new ComboBox<>();
        role.setId("import-column-" + (column + 1));
        role.getStyleClass().add("preview-role");
        role.setAccessibleText(Texts.of("data.import.column", column + 1));
        role.getItems().setAll(ROLES);
        role.setMinWidth(USE_PREF_SIZE);
        role.setCellFactory(list -> new RoleCell());
        role.setButtonCell(new RoleCell());
        role.valueProperty()
                .addListener((property, before, now) -> {
                    ImportPreview preview = shown;
                    if (!filling && preview != null && now != null) {
                        choices.sayColumn(preview, column, now);
                    }
                });
        return role;
    }

    private static Label cell(String text, String styleClass) {
        boolean isLong = text.length() > LONGEST;
        Label cell =
                Controls.label(
                        isLong ? text.substring(0, LONGEST) + "…" : text,
                        "preview-cell",
                        styleClass);
        if (isLong) {
            Controls.tooltip(cell, text);
        }
        cell.setMinWidth(USE_PREF_SIZE);
        return cell;
    }

    private static final class RoleCell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String role, boolean no) {
            super.updateItem(role, no);
            setText(no || role == null ? null : ImportWords.role(role));
        }
    }
}
