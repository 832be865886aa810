package plumbline.ui.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import plumbline.engine.exchange.http.VenueEvent;
import plumbline.engine.text.ErrorText;
import plumbline.ui.control.Controls;
import plumbline.ui.control.WhileShown;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// How it stands with each exchange: whether it answers and how fast, what is used of its limit,
/// what is left alone, and what happened lately. Looked at once a second while it is seen.
///
/// Threads: FX thread.
public final class ConnectionsPanel extends BorderPane {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final double SHARE = 0.55;

    private final FxTasks tasks;
    private final FxTasks calls;
    private final ExchangeServices services;
    private final InstantSource clock;
    private final TableView<Connection> table = new TableView<>();
    private final ListView<VenueEvent> events = new ListView<>();
    private final Label testMode = Controls.label("", "muted");

    /// What came of the last test of an exchange.
    private final Map<String, String> tested = new HashMap<>();

    public ConnectionsPanel(FxTasks tasks, ExchangeServices services, InstantSource clock) {
        this.tasks = tasks;
        this.calls = tasks.with(services.threads());
        this.services = services;
        this.clock = clock;
        setId("connections-panel");
        getStyleClass().add("centre-panel");
        table();
        events.setId("connection-events");
        events.getStyleClass().add("centre-list");
        events.setAccessibleText(Texts.of("connection.events"));
        events.setCellFactory(view -> new EventCell());
        events.setPlaceholder(
                new StackPane(Controls.label(Texts.of("connection.events.none"), "muted")));
        SplitPane split = new SplitPane(table, happened());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(SHARE);
        setTop(head());
        setCenter(split);
        WhileShown.listen(
                this,
                () -> {
                    look();
                    return tasks.every(PERIOD, this::lookIfSeen);
                });
    }

    /// Gives the table the keyboard.
    public void focusFirst() {
        table.requestFocus();
    }

    private HBox head() {
        String simulator = services.simulator();
        testMode.setText(
                simulator.isEmpty()
                        ? Texts.of("connection.real")
                        : Texts.of("test.detail", simulator));
        HBox head =
                new HBox(
                        8,
                        Controls.label(Texts.of("connection.title"), "strong"),
                        testMode,
                        Controls.spring());
        head.getStyleClass().add("panel-head");
        return head;
    }

    private VBox happened() {
        HBox head = new HBox(8, Controls.label(Texts.of("connection.events"), "strong"));
        head.getStyleClass().add("panel-head");
        VBox.setVgrow(events, Priority.ALWAYS);
        return new VBox(head, events);
    }

    private void table() {
        table.setId("connections");
        table.setAccessibleText(Texts.of("connection.title"));
        table.getStyleClass().addAll("dense", "edge-to-edge");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        text("venue", 110, (row, now) -> row.venue());
        TableColumn<Connection, Connection> state = column("state", 150);
        state.setCellFactory(c -> new StateCell(clock));
        text("latency", 80, (row, now) -> row.latency());
        TableColumn<Connection, Connection> limit = column("limit", 190);
        limit.setCellFactory(c -> new LimitCell());
        text("breaker", 150, (row, now) -> row.breakers());
        text("clock", 90, (row, now) -> row.clock());
        TableColumn<Connection, Connection> test = column("test", 80);
        test.setCellFactory(c -> new TestCell(this::test));
        text("error", 300, (row, now) -> lastWord(row));
    }

    private String lastWord(Connection row) {
        String test = tested.get(row.venue());
        return test != null
                ? test
                : row.error()
                        .map(failure ->
                                UtcTimes.second(failure.at().toEpochMilli())
                                        + (failure.standing()
                                                ? ""
                                                : " " + Texts.of("connection.over"))
                                        + ": "
                                        + failure.reason())
                        .orElse("");
    }

    private void text(String name, double width, BiFunction<Connection, Instant, String> of) {
        TableColumn<Connection, Connection> column = column(name, width);
        column.setCellFactory(c -> new TextCell(row -> of.apply(row, clock.instant())));
    }

    private TableColumn<Connection, Connection> column(String name, double width) {
        TableColumn<Connection, Connection> column =
                new TableColumn<>(Texts.of("connection." + name));
        column.setCellValueFactory(
                row -> new javafx.beans.property.SimpleObjectProperty<>(row.getValue()));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
        return column;
    }

    private void test(String venue) {
        tested.put(venue, Texts.of("connection.testing"));
        look();
        calls.run(
                () -> services.exchange(venue).listing().instruments().size(),
                count -> tested(venue, Texts.of("connection.tested", count)),
                failure -> tested(venue, ErrorText.of(failure)));
    }

    private void tested(String venue, String outcome) {
        tested.put(venue, outcome);
        look();
    }

    private void lookIfSeen() {
        if (WhileShown.isSeen(this)) {
            look();
        }
    }

    private void look() {
        List<Connection> now = Connection.all(services.venues(), services.states());
        int chosen = table.getSelectionModel().getSelectedIndex();
        table.getItems().setAll(now);
        table.getSelectionModel().select(chosen);
        List<VenueEvent> happened = services.events().reversed();
        if (!happened.equals(events.getItems())) {
            events.getItems().setAll(happened);
        }
    }
}
