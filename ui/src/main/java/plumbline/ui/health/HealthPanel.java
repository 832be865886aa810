package plumbline.ui.health;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import plumbline.ui.control.Controls;
import plumbline.ui.control.WhileShown;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// How the program is: a card for each part, below them the times in which the window did not
/// answer, each with where it was.
///
/// Threads: FX thread.
public final class HealthPanel extends BorderPane {
    private static final double SHARE = 0.48;

    private final HealthModel model;
    private final FlowPane cards = new FlowPane(10, 10);
    private final ListView<Stall> list = new ListView<>();
    private final TextArea stack = new TextArea();
    private final SplitPane stalls = new SplitPane(list, stack);
    private final Label none = Controls.label(Texts.of("health.empty"), "muted");

    public HealthPanel(HealthModel model) {
        this.model = model;
        setId("health-panel");
        getStyleClass().add("centre-panel");
        HBox head = new HBox(Controls.label(Texts.of("health.title"), "strong"));
        head.getStyleClass().add("panel-head");
        cards.getStyleClass().add("health-cards");
        ScrollPane top = new ScrollPane(cards);
        top.setFitToWidth(true);
        top.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        top.getStyleClass().addAll("edge-to-edge", "health-scroll");
        SplitPane split = new SplitPane(top, below());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.6);
        setTop(head);
        setCenter(split);
        model.cards().subscribe(this::fill);
        WhileShown.listen(this, this::listen);
    }

    private VBox below() {
        list.setId("health-stalls");
        list.getStyleClass().add("centre-list");
        list.setAccessibleText(Texts.of("health.stalls.title"));
        list.setCellFactory(view -> new StallCell());
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        stack.setId("health-stack");
        stack.setEditable(false);
        stack.getStyleClass().add("details-text");
        stack.setAccessibleText(Texts.of("health.stack"));
        stalls.setDividerPositions(SHARE);
        none.setWrapText(true);
        StackPane place = new StackPane(stalls, none);
        place.getStyleClass().add("stalls");
        VBox.setVgrow(place, Priority.ALWAYS);
        HBox head = new HBox(Controls.label(Texts.of("health.stalls.title"), "strong"));
        head.getStyleClass().add("panel-head");
        return new VBox(head, place);
    }

    private Subscription listen() {
        model.start(() -> WhileShown.isSeen(this));
        stalled();
        return Subscription.combine(
                model.watchdog().stalls().subscribe(this::stalled), model::stop);
    }

    private void fill() {
        cards.getChildren().setAll(model.cards().stream().map(HealthPanel::card).toList());
    }

    private void stalled() {
        Stall chosen = list.getSelectionModel().getSelectedItem();
        List<Stall> now = model.watchdog().stalls();
        list.getItems().setAll(now);
        if (chosen != null && now.contains(chosen)) {
            list.getSelectionModel().select(chosen);
        } else {
            list.getSelectionModel().selectFirst();
        }
        Controls.show(none, now.isEmpty());
        Controls.show(stalls, !now.isEmpty());
    }

    private void choose(@Nullable Stall stall) {
        stack.setText(stall == null ? "" : String.join("\n", stall.stack()));
        stack.positionCaret(0);
    }

    private static VBox card(HealthCard card) {
        Label state = Controls.label("", "chip");
        String kind = card.kind();
        Controls.show(state, !kind.isEmpty());
        if (!kind.isEmpty()) {
            state.getStyleClass().add(kind);
            state.setText(Texts.of("health.state." + kind));
        }
        HBox head = new HBox(8, Controls.label(card.title(), "strong"), Controls.spring(), state);
        head.getStyleClass().add("panel-head");
        VBox body = new VBox();
        body.getStyleClass().add("side-body");
        if (card.share() >= 0) {
            ProgressBar bar = new ProgressBar(card.share());
            bar.getStyleClass().addAll("thin-bar", kind);
            bar.setMaxWidth(Double.MAX_VALUE);
            body.getChildren().add(bar);
        }
        GridPane facts = new GridPane();
        facts.getStyleClass().add("facts");
        card.facts().forEach(fact -> line(facts, fact));
        body.getChildren().add(facts);
        VBox box = new VBox(head, body);
        box.getStyleClass().addAll("data-panel", "side-card", "health-card");
        return box;
    }

    private static void line(GridPane facts, HealthFact fact) {
        Label name = Controls.label(fact.name(), "muted");
        name.setMinWidth(USE_PREF_SIZE);
        Label value = Controls.label(fact.value());
        if (fact.kind().equals("warn") || fact.kind().equals("bad")) {
            value.getStyleClass().add(fact.kind() + "-text");
        }
        value.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        value.setMinWidth(0);
        Controls.tooltip(value, fact.value());
        HBox right = new HBox(Controls.spring(), value);
        right.setMinWidth(0);
        GridPane.setHgrow(right, Priority.ALWAYS);
        facts.addRow(facts.getRowCount(), (Node) name, right);
    }

    /// `2025-07-17 08:00:30`, `312 ms`, `ChartPainter.paint:60`.
    private static final class StallCell extends ListCell<Stall> {
        private final Label time = Controls.label("", "muted", "number");
        private final Label length = Controls.label("", "strong");
        private final Label where = Controls.label("", "mono", "muted");
        private final HBox row = new HBox(12, time, length, where);

        StallCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinWidth(0);
            setPrefWidth(0);
            time.setMinWidth(USE_PREF_SIZE);
            length.setMinWidth(64);
            length.setAlignment(Pos.CENTER_RIGHT);
            where.setMinWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Stall stall, boolean no) {
            super.updateItem(stall, no);
            setGraphic(no || stall == null ? null : row);
            if (!no && stall != null) {
                time.setText(UtcTimes.second(stall.startMs()));
                length.setText(HealthModel.millis(stall.durationMs()));
                where.setText(stall.halted() ? Texts.of("health.halted") : stall.shortly());
            }
        }
    }
}
