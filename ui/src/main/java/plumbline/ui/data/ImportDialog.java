package plumbline.ui.data;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.CandleImport.Content;
import plumbline.engine.feed.FileFault;
import plumbline.engine.feed.ImportOption;
import plumbline.engine.feed.ImportPreview;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// Asks what to import, and shows what cannot be used of it.
///
/// Threads: FX thread.
final class ImportDialog extends VBox {
    private final ImportForm form;
    private final FilePicker picker;
    private final TextField files = new TextField();
    private final TextField market = new TextField();
    private final ComboBox<String> timeframe = new ComboBox<>();
    private final Label problem = Controls.label("", "problem");
    private final Label found = Controls.label("");
    private final ListView<FileFault> faults = new ListView<>();
    private final Button go = new Button(Texts.of("data.import.go"));
    private final Button usable = new Button();
    private final Button close = new Button(Texts.of("data.import.cancel"));
    private final GridPane grid = new GridPane();
    private final Label told = Controls.label("", "muted");
    private final ImportGuesses guesses;
    private final PreviewPane preview;

    /// @param closing puts the dialog away
    ImportDialog(ImportForm form, FilePicker picker, Runnable closing) {
        this.form = form;
        this.picker = picker;
        this.guesses = new ImportGuesses(form.choices());
        this.preview = new PreviewPane(form.choices());
        getStyleClass().addAll("card", "import-dialog");
        setId("import-dialog");
        fields();
        faults.setId("import-faults");
        faults.setAccessibleText(Texts.of("data.import.faults"));
        faults.setPrefHeight(220);
        faults.setCellFactory(list -> new FaultCell());
        problem.setId("import-problem");
        problem.setWrapText(true);
        found.setWrapText(true);
        go.setId("import-go");
        go.setDefaultButton(true);
        go.getStyleClass().add("accent");
        go.setOnAction(e -> form.start());
        usable.setId("import-usable");
        usable.setOnAction(e -> form.storeUsable());
        close.setId("import-close");
        close.setOnAction(e -> closing.run());
        HBox buttons = new HBox(8, Controls.spring(), close, usable, go);
        getChildren()
                .setAll(
                        Controls.label(Texts.of("data.import.title"), "card-title"),
                        grid,
                        guesses,
                        preview,
                        problem,
                        found,
                        faults,
                        new JobCard(form.lane(), "import-job"),
                        buttons);
        problem.textProperty().bind(form.problemProperty());
        problem.textProperty().subscribe(text -> Controls.show(problem, !text.isEmpty()));
        form.stepProperty().subscribe(step -> show(step, closing));
        form.previewProperty().subscribe(this::understood);
    }

    private void understood() {
        ImportPreview now = form.previewProperty().get();
        told.setText(PreviewPane.told(now));
        List<ImportOption> asked = form.settling();
        guesses.show(now, asked);
        timeframe.getStyleClass().remove("asked");
        if (asked.contains(ImportOption.TIMEFRAME)) {
            timeframe.getStyleClass().add("asked");
        }
        showPreview();
    }

    /// Faults take its place.
    private void showPreview() {
        Controls.show(preview, !faults.isVisible());
        preview.show(form.previewProperty().get());
    }

    private void fields() {
        grid.getStyleClass().add("form");
        setOnDragOver(DroppedFiles::accept);
        setOnDragDropped(drop -> choose(DroppedFiles.of(drop)));
        files.setId("import-files");
        files.setPromptText(Texts.of("data.import.files.prompt"));
        files.textProperty().bindBidirectional(form.filesProperty());
        HBox.setHgrow(files, Priority.ALWAYS);
        Button browse = new Button(Texts.of("data.import.browse"));
        browse.setOnAction(e -> choose(picker.files(getScene().getWindow())));
        Button folder = new Button(Texts.of("data.import.folder"));
        folder.setOnAction(e -> choose(picker.folder(getScene().getWindow()).stream().toList()));
        browse.setMinWidth(USE_PREF_SIZE);
        folder.setMinWidth(USE_PREF_SIZE);
        HBox place = new HBox(6, files, browse, folder);
        GridPane.setHgrow(place, Priority.ALWAYS);
        market.setId("import-market");
        market.setPromptText("binance:BTC/USDT");
        market.textProperty().bindBidirectional(form.marketProperty());
        timeframe.setId("import-timeframe");
        timeframe.getItems().setAll(Timeframe.codes().split(" "));
        timeframe.getItems().addFirst("");
        timeframe.setCellFactory(list -> new TimeframeCell());
        timeframe.setButtonCell(new TimeframeCell());
        told.setId("import-told");
        timeframe.setAccessibleText(Texts.of("data.import.timeframe"));
        timeframe.valueProperty().bindBidirectional(form.timeframeProperty());
        HBox frame = new HBox(10, timeframe, told);
        frame.setAlignment(Pos.CENTER_LEFT);
        grid.addRow(0, named("data.import.what", files), place);
        grid.addRow(1, named("data.import.market", market), market);
        grid.addRow(2, named("data.import.timeframe", timeframe), frame);
    }

    private static Label named(String key, javafx.scene.Node field) {
        Label label = Controls.label(Texts.of(key), "muted");
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void choose(List<java.nio.file.Path> paths) {
        if (!paths.isEmpty()) {
            form.choose(paths);
        }
    }

    /// Gives the first field that is empty the keyboard.
    void focusFirst() {
        TextField first = form.filesProperty().get().isEmpty() ? files : market;
        first.requestFocus();
        first.end();
    }

    private void show(ImportForm.Step step, Runnable closing) {
        boolean working = step == ImportForm.Step.WORKING;
        boolean faulty = step == ImportForm.Step.FAULTY;
        grid.setDisable(working);
        guesses.setDisable(working);
        preview.setDisable(working);
        go.setDisable(working);
        go.setText(
                Texts.of(
                        working
                                ? "data.import.working"
                                : faulty ? "data.import.again" : "data.import.go"));
        usable.setDisable(working);
        Content content = form.content();
        boolean shown = content != null && (faulty || working && !content.faults().isEmpty());
        Controls.show(faults, shown);
        Controls.show(found, shown);
        Controls.show(usable, shown && form.usable() > 0);
        if (shown && content != null) {
            faults(content);
        }
        understood();
        if (step == ImportForm.Step.FINISHED) {
            closing.run();
        }
    }

    private void faults(Content content) {
        faults.getItems().setAll(content.faults());
        boolean ofRows =
                content.candles().isEmpty()
                        && content.faults().stream().allMatch(fault -> fault.line() > 0);
        String rows = Numbers.fixed(form.usable(), 0);
        usable.setText(Texts.of("data.import.usable", rows));
        found.setText(
                form.usable() == 0
                        ? Texts.of(
                                ofRows ? "data.import.nothing" : "data.import.notSo",
                                content.faultCount())
                        : Texts.of("data.import.some", content.faultCount(), rows));
    }

    private static final class TimeframeCell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String code, boolean no) {
            super.updateItem(code, no);
            String text = code == null || code.isEmpty() ? Texts.of("data.import.ofRows") : code;
            setText(no ? null : text);
        }
    }

    /// `prices.csv:17:4 high 99 is below low 101`.
    private static final class FaultCell extends ListCell<FileFault> {
        @Override
        protected void updateItem(@Nullable FileFault fault, boolean no) {
            super.updateItem(fault, no);
            if (no || fault == null) {
                setText(null);
                return;
            }
            FileFault shortened =
                    new FileFault(
                            fault.file().getFileName(),
                            fault.line(),
                            fault.column(),
                            ImportWords.of(fault.message()));
            setText(shortened.toString());
        }
    }
}
