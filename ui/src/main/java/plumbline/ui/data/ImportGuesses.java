package plumbline.ui.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import plumbline.engine.feed.ImportOption;
import plumbline.engine.feed.ImportPreview;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// What was guessed of the files, each changeable. A changed guess is marked and can be reset; the
/// one that settles a problem is marked too.
///
/// Threads: FX thread.
final class ImportGuesses extends FlowPane {
    private static final String CHANGED = "changed";
    private static final String ASKED = "asked";
    private static final List<String> DATES =
            List.of("", "ymd", "dmy", "mdy", "s", "ms", "us", "ns", "excel");
    private static final List<String> ZONES =
            List.of(
                    "UTC",
                    "Europe/London",
                    "Europe/Berlin",
                    "Europe/Athens",
                    "America/New_York",
                    "EST",
                    "America/Chicago",
                    "Asia/Tokyo",
                    "Asia/Hong_Kong",
                    "Asia/Singapore",
                    "Australia/Sydney");

    private final ImportChoices choices;
    private final Map<ImportOption, Field> fields = new EnumMap<>(ImportOption.class);

    /// What was found where nothing is said.
    private final Map<ImportOption, String> found = new EnumMap<>(ImportOption.class);

    ImportGuesses(ImportChoices choices) {
        this.choices = choices;
        getStyleClass().add("import-guesses");
        add(ImportOption.DATE_FORMAT, DATES);
        add(ImportOption.DECIMAL, List.of("", ".", ","));
        add(ImportOption.ZONE, ZONES);
        add(ImportOption.TIME, List.of("", "open", "close"));
        add(ImportOption.SYMBOL, List.of(""));
        add(ImportOption.MEMBER, List.of(""));
        show(null, List.of());
    }

    private void add(ImportOption option, List<String> values) {
        Field field = new Field(option, values);
        fields.put(option, field);
        getChildren().add(field);
    }

    /// Shows what was found.
    ///
    /// @param asked the options that settle what is wrong
    void show(@Nullable ImportPreview preview, List<ImportOption> asked) {
        fields.forEach((option, field) -> {
            mark(field, ASKED, asked.contains(option));
            if (preview != null) {
                field.found(foundOf(option, preview));
            }
        });
        several(ImportOption.SYMBOL, preview == null ? List.of() : preview.symbols());
        several(ImportOption.MEMBER, preview == null ? List.of() : preview.members());
    }

    private static String foundOf(ImportOption option, ImportPreview preview) {
        return switch (option) {
            case DATE_FORMAT -> preview.facts().getOrDefault("times", "");
            case DECIMAL -> preview.facts().getOrDefault("numbers", "");
            case MEMBER -> preview.facts().getOrDefault("member", "");
            case TIME ->
                    Texts.of(
                            preview.facts().getOrDefault("time", "open").equals("close")
                                    ? "data.import.closes"
                                    : "data.import.opens");
            case COLUMNS, ZONE, SYMBOL, TIMEFRAME -> "";
        };
    }

    /// A choice among what is in the file, shown only if there is one.
    private void several(ImportOption option, List<String> values) {
        Field field = fields.get(option);
        if (field == null) {
            return;
        }
        if (values.size() > 1) {
            field.offer(values);
        }
        Controls.show(field, values.size() > 1 || choices.isSaid(option));
    }

    private static void mark(VBox field, String styleClass, boolean marked) {
        field.getStyleClass().remove(styleClass);
        if (marked) {
            field.getStyleClass().add(styleClass);
        }
    }

    /// A title, a choice below it, and what takes the choice back.
    private final class Field extends VBox {
        private final ImportOption option;
        private final ComboBox<String> choice = new ComboBox<>();

        Field(ImportOption option, List<String> values) {
            this.option = option;
            getStyleClass().add("import-guess");
            Label title = Controls.label(ImportWords.of(option), "muted");
            title.setLabelFor(choice);
            Button reset =
                    Controls.iconButton(
                            MaterialDesignU.UNDO,
                            Texts.of("data.import.reset", ImportWords.of(option)));
            reset.setOnAction(e -> {
                choices.reset(option);
                choice.requestFocus();
            });
            String id = "import" + option.text().substring(1);
            choice.setId(id);
            reset.setId(id + "-reset");
            choice.setAccessibleText(ImportWords.of(option));
            choice.getItems().setAll(values);
            if (option == ImportOption.ZONE) {
                choice.setEditable(true);
                choice.setPromptText("UTC");
                choice.getEditor().textProperty().bindBidirectional(choices.of(option));
            } else {
                choice.setCellFactory(list -> new ValueCell());
                choice.setButtonCell(new ValueCell());
                choice.valueProperty().bindBidirectional(choices.of(option));
            }
            choices.of(option)
                    .subscribe(text -> {
                        mark(this, CHANGED, choices.isSaid(option));
                        Controls.show(reset, choices.isSaid(option));
                    });
            getChildren().setAll(title, new HBox(2, choice, reset));
        }

        /// Keeps what was found, as long as nothing else is said.
        void found(String text) {
            if (!choices.isSaid(option) && !text.equals(found.put(option, text))) {
                choice.setButtonCell(option == ImportOption.ZONE ? null : new ValueCell());
            }
        }

        void offer(List<String> values) {
            List<String> all = new java.util.ArrayList<>(List.of(""));
            all.addAll(values);
            if (!choice.getItems().equals(all)) {
                String said = choices.of(option).get();
                choice.getItems().setAll(all);
                choices.of(option).set(said);
            }
        }

        /// A value in words; what was found for the empty one.
        private final class ValueCell extends ListCell<String> {
            @Override
            protected void updateItem(@Nullable String value, boolean no) {
                super.updateItem(value, no);
                if (no || value == null) {
                    setText(null);
                    return;
                }
                String known = found.getOrDefault(option, "");
                setText(
                        !value.isEmpty()
                                ? ImportWords.of(option, value)
                                : known.isEmpty()
                                        ? Texts.of("data.import.open")
                                        : Texts.of("data.import.found", known));
            }
        }
    }
}
