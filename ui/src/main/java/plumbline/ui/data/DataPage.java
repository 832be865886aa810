package plumbline.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import plumbline.ui.control.Cards;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// The page of what is stored: coverage, ledger, the cards of the store, and what can be done.
/// Files that are dropped on it are imported.
///
/// Threads: FX thread.
public final class DataPage extends BorderPane {
    private static final double SHARE = 0.58;

    private final DataViewModel model;
    private final DataActions actions;
    private final Cards cards;
    private final FilePicker picker = new DesktopFiles();
    private final CoveragePanel coverage;

    /// @param addMarket asks for a market of an exchange
    public DataPage(DataViewModel model, DataActions actions, Cards cards, Runnable addMarket) {
        this.model = model;
        this.actions = actions;
        this.cards = cards;
        setId("data-page");
        getStyleClass().add("data-page");
        coverage = new CoveragePanel(model, this::importFiles);
        SplitPane split = new SplitPane(coverage, new LedgerPanel(model, actions));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(SHARE);
        split.getStyleClass().add("roomy-split");
        HBox.setHgrow(split, Priority.ALWAYS);
        split.setMinWidth(0);
        HBox middle = new HBox(split, side());
        middle.getStyleClass().add("data-middle");
        setTop(new VBox(new DataTools(model, actions, this, addMarket), note()));
        setCenter(middle);
        setOnDragOver(DroppedFiles::accept);
        setOnDragDropped(drop -> dropped(DroppedFiles.of(drop)));
    }

    private ScrollPane side() {
        VBox column =
                new VBox(
                        new JobCard(model.lane(), "job"),
                        new UpkeepCards(model, actions, this::restore));
        column.getStyleClass().add("side-cards");
        ScrollPane side = new ScrollPane(column);
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().addAll("edge-to-edge", "side");
        return side;
    }

    private HBox note() {
        Label text = Controls.label("");
        text.setWrapText(true);
        text.textProperty().bind(model.noteProperty().map(StoreNote::text));
        HBox.setHgrow(text, Priority.ALWAYS);
        Button read = Controls.iconButton(MaterialDesignC.CLOSE, Texts.of("data.note.close"));
        read.setId("data-note-close");
        read.setOnAction(e -> model.noteIsRead());
        HBox bar = new HBox(10, Controls.icon(MaterialDesignA.ALERT_OUTLINE), text, read);
        bar.setId("data-note");
        bar.getStyleClass().add("warn-bar");
        model.noteProperty().subscribe(now -> Controls.show(bar, !now.text().isEmpty()));
        return bar;
    }

    /// Gives the list of series the keyboard.
    public void focusFirst() {
        coverage.table().requestFocus();
    }

    /// Asks for files and imports them.
    public void importFiles() {
        importFiles(List.of());
    }

    /// Asks about files that are known already and imports them.
    public void importFiles(List<Path> paths) {
        ImportForm form = new ImportForm(actions);
        if (!paths.isEmpty()) {
            form.choose(paths);
        }
        ImportDialog dialog = new ImportDialog(form, picker, cards::close);
        form.stepProperty()
                .addListener((property, before, step) -> {
                    if (step == ImportForm.Step.FAULTY && dialog.getScene() == null) {
                        cards.open(
                                dialog); // it was put away meanwhile, and now there is a question
                    }
                });
        cards.open(dialog);
        dialog.focusFirst();
    }

    /// Verifies every series.
    public void verifyAll() {
        actions.verifyAll();
    }

    /// Copies the databases.
    public void backUp() {
        actions.backUp();
    }

    void repair(SeriesRow row) {
        RepairDialog dialog = new RepairDialog(row, () -> actions.repair(row), cards::close);
        cards.open(dialog);
        dialog.focusFirst();
    }

    /// Asks which backup is to take the place of the database.
    public void restore() {
        Upkeep upkeep = model.upkeepProperty().get();
        RestoreDialog dialog =
                new RestoreDialog(
                        upkeep == null ? List.of() : upkeep.backups().orElse(List.of()),
                        model.services().clock(),
                        picker,
                        model.services().restore(),
                        cards::close);
        cards.open(dialog);
        dialog.focusFirst();
    }

    void export(SeriesRow row) {
        String name = row.key().toString().replaceAll("[^A-Za-z0-9]+", "-");
        Optional<Path> target = picker.target(getScene().getWindow(), name);
        target.ifPresent(file -> actions.export(row.key(), file));
    }

    private void dropped(List<Path> files) {
        if (!files.isEmpty()) {
            importFiles(files);
        }
    }
}
