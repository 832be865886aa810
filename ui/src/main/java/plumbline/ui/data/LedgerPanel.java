package plumbline.ui.data;

import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.TimeRange;
import plumbline.engine.text.Numbers;
import plumbline.engine.upkeep.DataCheck;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;
import plumbline.ui.theme.Scaling;

/// The ledger of the chosen series: what is missing or wrong in it, since when, and what is known
/// of it.
///
/// Threads: FX thread.
final class LedgerPanel extends VBox {
    private static final double WHY_SHARE = 16;

    private final DataViewModel model;
    private final TableView<DataIssue> table = new TableView<>();
    private final Label count = Controls.label("", "tag");
    private final Label summary = Controls.label("", "muted");
    private final Label empty = Controls.label("", "muted");
    private final TableColumn<DataIssue, DataIssue> why = new TableColumn<>();
    private final ConfirmButton confirm;

    LedgerPanel(DataViewModel model, DataActions actions) {
        this.model = model;
        this.confirm = new ConfirmButton(table, model.lane(), actions);
        getStyleClass().add("data-panel");
        CheckBox resolved = new CheckBox(Texts.of("data.ledger.resolved"));
        resolved.setId("ledger-resolved");
        resolved.selectedProperty()
                .addListener((property, before, shown) -> model.showResolved(shown));
        resolved.setMinWidth(USE_PREF_SIZE);
        summary.setId("ledger-summary");
        summary.setMinWidth(0);
        Label title = Controls.label(Texts.of("data.ledger.title"), "strong");
        title.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(10, title, count, Controls.spring(), summary, confirm, resolved);
        head.getStyleClass().add("panel-head");
        table.setId("ledger");
        table.getStyleClass().addAll("dense", "edge-to-edge");
        table.setAccessibleText(Texts.of("data.ledger.title"));
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        empty.setWrapText(true);
        table.setPlaceholder(empty);
        columns();
        table.setItems(model.ledger());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.widthProperty().subscribe(this::fitWhy);
        Scaling.follow(table, scale -> fitWhy());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().setAll(head, table);
        model.ledger().addListener((ListChangeListener<DataIssue>) change -> tell());
        model.selectedProperty().subscribe(row -> tell());
        model.ledgerProblemProperty().subscribe(problem -> tell());
    }

    private void columns() {
        text("data.ledger.from", 118, issue -> UtcTimes.minute(issue.fault().fromMs()));
        text("data.ledger.to", 118, issue -> UtcTimes.minute(issue.fault().toMs()));
        TableColumn<DataIssue, DataIssue> missing = text("data.ledger.missing", 118, this::missing);
        missing.getStyleClass().add("number");
        missing.setComparator((a, b) -> Long.compare(a.fault().candles(), b.fault().candles()));
        why.setText(Texts.of("data.ledger.why"));
        why.setCellValueFactory(f -> new SimpleObjectProperty<>(f.getValue()));
        why.setCellFactory(column -> new WhyCell());
        why.setComparator((a, b) -> why(a).compareTo(why(b)));
        table.getColumns().add(why);
        text("data.ledger.found", 84, issue -> UtcTimes.date(issue.foundAt().toEpochMilli()));
        TableColumn<DataIssue, DataIssue> jump = new TableColumn<>();
        Scaling.width(jump, table, 106);
        jump.setSortable(false);
        jump.setCellValueFactory(f -> new SimpleObjectProperty<>(f.getValue()));
        jump.setCellFactory(column -> new JumpCell());
        table.getColumns().add(jump);
    }

    private TableColumn<DataIssue, DataIssue> text(
            String key, double width, Function<DataIssue, String> text) {
        TableColumn<DataIssue, DataIssue> column = new TableColumn<>(Texts.of(key));
        Scaling.width(column, table, width);
        column.setCellValueFactory(f -> new SimpleObjectProperty<>(f.getValue()));
        column.setCellFactory(c -> new TextCell(text));
        column.setComparator((a, b) -> text.apply(a).compareTo(text.apply(b)));
        table.getColumns().add(column);
        return column;
    }

    private void fitWhy() {
        double others = WHY_SHARE;
        for (TableColumn<DataIssue, ?> column : table.getColumns()) {
            others += column == why ? 0 : column.getWidth();
        }
        why.setPrefWidth(Math.max(120, table.getWidth() - others));
    }

    private String missing(DataIssue issue) {
        return Numbers.fixed(issue.fault().candles(), 0) + " × " + issue.key().timeframe();
    }

    private void tell() {
        SeriesRow row = model.selectedProperty().get();
        Controls.show(count, !model.ledger().isEmpty());
        count.setText(Numbers.fixed(model.ledger().size(), 0));
        if (row == null) {
            summary.setText("");
            empty.setText(Texts.of("data.ledger.none"));
            return;
        }
        summary.setText(
                Texts.of(
                        "data.ledger.summary",
                        row.key(),
                        CoverageTable.stateOf(row),
                        Numbers.fixed(row.standing().missingOpen(), 0),
                        Numbers.fixed(row.standing().neverAsked(), 0)));
        String problem = model.ledgerProblemProperty().get();
        empty.setText(
                !problem.isEmpty()
                        ? problem
                        : row.problem().isEmpty()
                                ? Texts.of("data.ledger.empty", row.key())
                                : row.problem());
    }

    /// What is known of an issue.
    String why(DataIssue issue) {
        if (issue.state() == DataIssue.State.RESOLVED) {
            return Texts.of("data.why.resolved", UtcTimes.date(issue.changedAt().toEpochMilli()));
        }
        if (!issue.fault().kind().isMissing()) {
            return issue.fault().text();
        }
        if (issue.state() == DataIssue.State.CONFIRMED) {
            return Texts.of("data.why.outage");
        }
        if (issue.fault().kind() == Kind.UNASKED) {
            return Texts.of("data.why.neverAsked");
        }
        return DataCheck.isOwnLoss(issue) ? issue.fault().text() : Texts.of("data.why.open");
    }

    private static String colour(DataIssue issue) {
        if (issue.state() == DataIssue.State.RESOLVED) {
            return "ok";
        }
        if (issue.fault().kind() == Kind.UNASKED || issue.state() == DataIssue.State.CONFIRMED) {
            return "info";
        }
        return issue.fault().kind().isMissing() ? "warn" : "bad";
    }

    private static final class TextCell extends TableCell<DataIssue, DataIssue> {
        private final Function<DataIssue, String> text;

        TextCell(Function<DataIssue, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable DataIssue issue, boolean empty) {
            super.updateItem(issue, empty);
            setText(empty || issue == null ? null : text.apply(issue));
        }
    }

    private final class WhyCell extends TableCell<DataIssue, DataIssue> {
        private final Circle dot = new Circle(4);

        @Override
        protected void updateItem(@Nullable DataIssue issue, boolean empty) {
            super.updateItem(issue, empty);
            if (empty || issue == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            dot.getStyleClass().setAll("dot", colour(issue));
            setText(why(issue));
            setGraphic(dot);
        }
    }

    private final class JumpCell extends TableCell<DataIssue, DataIssue> {
        private final Hyperlink link = new Hyperlink(Texts.of("data.ledger.show"));

        @Override
        protected void updateItem(@Nullable DataIssue issue, boolean empty) {
            super.updateItem(issue, empty);
            if (empty || issue == null) {
                setGraphic(null);
                return;
            }
            link.setOnAction(e ->
                    model.show(
                            issue.key(),
                            new TimeRange(issue.fault().fromMs(), issue.fault().toMs())));
            setGraphic(link);
        }
    }
}
