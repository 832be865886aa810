package plumbline.ui.data;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import plumbline.ui.control.Controls;
import plumbline.ui.control.Message;
import plumbline.ui.text.Texts;

/// The coverage by month with its legend, or why there is none.
///
/// Threads: FX thread.
final class CoveragePanel extends VBox {
    private final DataViewModel model;
    private final Runnable importFiles;
    private final MonthPainter painter = new MonthPainter();
    private final CoverageTable table;
    private final StackPane content = new StackPane();

    CoveragePanel(DataViewModel model, Runnable importFiles) {
        this.model = model;
        this.importFiles = importFiles;
        getStyleClass().add("data-panel");
        table = new CoverageTable(model, painter);
        table.setPlaceholder(Controls.label(Texts.of("data.coverage.noMatch"), "muted"));
        Label hover = Controls.label("", "muted");
        hover.setId("coverage-hover");
        hover.textProperty().bind(table.pointedProperty());
        hover.setMinWidth(0);
        Label title = Controls.label(Texts.of("data.coverage.title"), "strong");
        title.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(14, title, hover, Controls.spring());
        head.getChildren().addAll(legend());
        head.getStyleClass().add("panel-head");
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinSize(0, 0);
        getChildren().setAll(head, content, painter.palette());
        model.stateProperty().subscribe(state -> show());
        model.rows().addListener((javafx.collections.ListChangeListener<SeriesRow>) c -> show());
    }

    CoverageTable table() {
        return table;
    }

    private List<Label> legend() {
        return List.of(
                sign("data.legend.covered", Months.Kind.COVERED),
                sign("data.legend.gap", Months.Kind.GAP),
                sign("data.legend.nothing", Months.Kind.NOTHING),
                sign("data.legend.never", Months.Kind.NEVER));
    }

    private Label sign(String text, Months.Kind kind) {
        MonthStrip sign = new MonthStrip();
        sign.getStyleClass().add("month-strip");
        sign.setMinSize(10, 20);
        sign.setPrefSize(10, 20);
        sign.setMaxSize(10, 20);
        sign.paintWith((gc, width, height) -> painter.paint(gc, kind, true, 0, width, height));
        sign.sceneProperty().subscribe(scene -> sign.repaint());
        Label label = Controls.label(Texts.of(text), "muted", "small");
        label.setGraphic(sign);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void show() {
        Node shown =
                switch (model.stateProperty().get()) {
                    case LOADING -> loading();
                    case FAILED -> failed();
                    case READY -> model.stored() == 0 ? empty() : table;
                };
        if (!content.getChildren().contains(shown)) {
            content.getChildren().setAll(shown);
        }
    }

    private static Node loading() {
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.getStyleClass().add("thin-bar");
        bar.setMaxWidth(260);
        VBox box = new VBox(10, Controls.label(Texts.of("data.coverage.loading"), "muted"), bar);
        box.setAlignment(Pos.CENTER);
        box.setId("coverage-loading");
        return box;
    }

    private Node failed() {
        Button retry = new Button(Texts.of("data.coverage.retry"));
        retry.setId("coverage-retry");
        retry.setOnAction(e -> model.refresh());
        Message message =
                new Message(
                        MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                        Texts.of("data.coverage.failed"),
                        model.problemProperty().get(),
                        List.of(retry));
        message.setId("coverage-failed");
        return message;
    }

    private Node empty() {
        Button open = new Button(Texts.of("data.coverage.import"));
        open.getStyleClass().add("accent");
        open.setOnAction(e -> importFiles.run());
        Message message =
                new Message(
                        MaterialDesignD.DATABASE_IMPORT_OUTLINE,
                        Texts.of("data.coverage.empty"),
                        Texts.of("data.coverage.empty.detail"),
                        List.of(open));
        message.setId("coverage-empty");
        return message;
    }
}
