package plumbline.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.Layouts;

/// Asks under which name the layout is to be saved, and says what becomes of one that has it.
///
/// Threads: FX thread.
final class SaveLayoutCard extends VBox {
    private final TextField name = new TextField();
    private final List<String> names;
    private final String inUse;
    private final Label what = Controls.label("", "muted");
    private final Button save = new Button(Texts.of("layout.save.go"));

    /// @param inUse the name of the layout in use
    /// @param names that are taken
    /// @param chosen told the name
    /// @param closing puts the card away
    SaveLayoutCard(String inUse, List<String> names, Consumer<String> chosen, Runnable closing) {
        this.inUse = inUse;
        this.names = names;
        getStyleClass().addAll("card", "save-layout");
        setId("save-layout");
        name.setId("save-layout-name");
        name.setText(inUse);
        what.setWrapText(true);
        Label title = Controls.label(Texts.of("layout.name"));
        title.setLabelFor(name);
        save.setId("save-layout-go");
        save.setDefaultButton(true);
        save.getStyleClass().add("accent");
        save.setOnAction(e -> {
            closing.run();
            chosen.accept(name.getText().strip());
        });
        Button cancel = new Button(Texts.of("data.import.cancel"));
        cancel.setOnAction(e -> closing.run());
        name.textProperty().subscribe(this::say);
        getChildren()
                .setAll(
                        Controls.label(Texts.of("layout.save.title"), "card-title"),
                        title,
                        name,
                        what,
                        new HBox(8, Controls.spring(), cancel, save));
    }

    private void say(String text) {
        String wanted = text.strip();
        boolean isName = Layouts.isName(wanted);
        save.setDisable(!isName);
        what.setText(
                Texts.of(
                        !isName
                                ? "layout.save.noName"
                                : wanted.equals(inUse)
                                        ? "layout.save.inUse"
                                        : names.contains(wanted)
                                                ? "layout.save.replaces"
                                                : "layout.save.new"));
    }

    void focusName() {
        name.requestFocus();
        name.selectAll();
    }
}
