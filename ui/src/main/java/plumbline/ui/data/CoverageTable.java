package plumbline.ui.data;

import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import plumbline.engine.text.Numbers;
import plumbline.ui.text.Texts;
import plumbline.ui.theme.Scaling;

/// A row for each series: what it is, its months on a common axis, its state. Only the rows in view
/// are painted.
///
/// Threads: FX thread.
final class CoverageTable extends TableView<SeriesRow> {
    private static final double ZOOM = 0.8;
    private static final double PAN = 0.1;
    private static final double SCROLL_BAR = 16;
    private static final double LEAST_CALENDAR = 120;
    private static final double AXIS_HEIGHT = 23;

    private final DataViewModel model;
    private final MonthPainter painter;
    private final MonthStrip axis = new MonthStrip();
    private final ReadOnlyStringWrapper hover = new ReadOnlyStringWrapper("");
    private final TableColumn<SeriesRow, SeriesRow> calendar = new TableColumn<>();
    private boolean following;

    CoverageTable(DataViewModel model, MonthPainter painter) {
        this.model = model;
        this.painter = painter;
        setId("coverage");
        getStyleClass().addAll("dense", "edge-to-edge", "coverage-table");
        setAccessibleText(Texts.of("data.coverage.title"));
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        columns();
        SortedList<SeriesRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setRowFactory(table -> row());
        widthProperty().subscribe(this::fitCalendar);
        Scaling.follow(this, scale -> fitCalendar());
        model.scaleProperty().subscribe(this::repaint);
        painter.palette().onChange(this::repaint);
        getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, row) -> {
                    if (!following && row != null) {
                        model.select(row);
                    }
                });
        model.selectedProperty().addListener((property, before, row) -> follow());
        sorted.addListener((ListChangeListener<SeriesRow>) change -> follow());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        axis.setOnMouseClicked(this::axisClicked);
        axis.paintWith((gc, width, height) ->
                painter.axis(gc, model.scaleProperty().get(), width, height));
    }

    private void columns() {
        text("data.column.venue", 78, row -> row.key().market().venue())
                .getStyleClass()
                .add("muted-column");
        text("data.column.market", 112, row -> row.key().market().pair());
        TableColumn<SeriesRow, SeriesRow> timeframe =
                text("data.column.timeframe", 52, row -> row.key().timeframe().code());
        timeframe.setComparator((a, b) -> a.key().timeframe().compareTo(b.key().timeframe()));
        timeframe.getStyleClass().addAll("number", "muted-column");
        calendar.setId("coverage-calendar");
        calendar.setSortable(false);
        calendar.setReorderable(false);
        calendar.setResizable(false);
        calendar.setCellValueFactory(f -> new SimpleObjectProperty<>(f.getValue()));
        calendar.setCellFactory(column -> new CalendarCell());
        calendar.setGraphic(axis);
        calendar.getStyleClass().add("calendar-column");
        axis.prefWidthProperty().bind(calendar.widthProperty());
        Scaling.follow(axis, scale -> axis.setPrefHeight(AXIS_HEIGHT * scale));
        getColumns().add(calendar);
        number("data.column.candles", 86, row -> row.series().candles());
        TableColumn<SeriesRow, SeriesRow> state = new TableColumn<>(Texts.of("data.column.state"));
        Scaling.width(state, this, 104);
        state.setCellValueFactory(f -> new SimpleObjectProperty<>(f.getValue()));
        state.setCellFactory(column -> new StateCell());
        state.setComparator((a, b) -> Long.compare(weight(a), weight(b)));
        getColumns().add(state);
    }

    /// What to look at first.
    private static long weight(SeriesRow row) {
        return (row.isFaulty() ? 1L << 40 : 0) + row.open();
    }

    private TableColumn<SeriesRow, SeriesRow> text(
            String key, double width, Function<SeriesRow, String> text) {
        TableColumn<SeriesRow, SeriesRow> column = new TableColumn<>(Texts.of(key));
        Scaling.width(column, this, width);
        column.setCellValueFactory(f -> new SimpleObjectProperty<>(f.getValue()));
        column.setCellFactory(c -> new TextCell(text));
        column.setComparator((a, b) -> text.apply(a).compareTo(text.apply(b)));
        getColumns().add(column);
        return column;
    }

    private void number(String key, double width, ToLongFunction<SeriesRow> value) {
        TableColumn<SeriesRow, SeriesRow> column =
                text(key, width, row -> Numbers.fixed(value.applyAsLong(row), 0));
        column.setComparator((a, b) -> Long.compare(value.applyAsLong(a), value.applyAsLong(b)));
        column.getStyleClass().add("number");
    }

    private void fitCalendar() {
        double others = SCROLL_BAR;
        for (TableColumn<SeriesRow, ?> column : getColumns()) {
            others += column == calendar ? 0 : column.getWidth();
        }
        calendar.setPrefWidth(Math.max(LEAST_CALENDAR, getWidth() - others));
    }

    /// What the month under the pointer holds, empty if there is none.
    ReadOnlyStringProperty pointedProperty() {
        return hover.getReadOnlyProperty();
    }

    private TableRow<SeriesRow> row() {
        TableRow<SeriesRow> row = new TableRow<>();
        row.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2 && row.getItem() != null) {
                model.show(row.getItem().key(), null);
            }
        });
        return row;
    }

    private void pressed(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        MonthScale scale = model.scaleProperty().get();
        MonthScale wanted =
                switch (e.getCode()) {
                    case PLUS, EQUALS, ADD -> scale.zoomed(ZOOM, 0.5);
                    case MINUS, SUBTRACT -> scale.zoomed(1 / ZOOM, 0.5);
                    case LEFT -> scale.moved(-PAN);
                    case RIGHT -> scale.moved(PAN);
                    case DIGIT0, NUMPAD0 -> MonthScale.all(scale.first(), scale.end());
                    default -> null;
                };
        if (wanted != null) {
            model.scaleProperty().set(wanted);
            e.consume();
        } else if (e.getCode() == javafx.scene.input.KeyCode.ENTER) {
            SeriesRow chosen = getSelectionModel().getSelectedItem();
            if (chosen != null) {
                model.show(chosen.key(), null);
                e.consume();
            }
        }
    }

    private void scrolled(ScrollEvent e) {
        MonthScale scale = model.scaleProperty().get();
        if (e.isShortcutDown() && e.getDeltaY() != 0) {
            double at = axis.sceneToLocal(e.getSceneX(), e.getSceneY()).getX();
            double share = Math.clamp(at / Math.max(1, axis.getWidth()), 0, 1);
            model.scaleProperty().set(scale.zoomed(e.getDeltaY() > 0 ? ZOOM : 1 / ZOOM, share));
            e.consume();
        } else if (Math.abs(e.getDeltaX()) > Math.abs(e.getDeltaY())) {
            model.scaleProperty().set(scale.moved(e.getDeltaX() > 0 ? -PAN : PAN));
            e.consume();
        }
    }

    /// A click on a year shows that year, and once more all of them.
    private void axisClicked(MouseEvent e) {
        MonthScale scale = model.scaleProperty().get();
        int year = (int) Math.floor(scale.monthAt(e.getX(), axis.getWidth()) / 12);
        model.scaleProperty().set(scale.year(year));
        e.consume();
    }

    private void repaint() {
        axis.repaint();
        for (var cell : lookupAll(".month-strip")) {
            ((MonthStrip) cell).repaint();
        }
    }

    private void follow() {
        following = true;
        try {
            SeriesRow row = model.selectedProperty().get();
            int at = row == null ? -1 : getItems().indexOf(row);
            if (at < 0) {
                getSelectionModel().clearSelection();
            } else if (getSelectionModel().getSelectedIndex() != at) {
                getSelectionModel().clearAndSelect(at);
            }
        } finally {
            following = false;
        }
    }

    static String stateOf(SeriesRow row) {
        if (!row.problem().isEmpty()) {
            return Texts.of("data.state.damaged");
        }
        if (row.faults() > 0) {
            return Texts.of(
                    row.faults() == 1 ? "data.state.fault" : "data.state.faults",
                    Numbers.fixed(row.faults(), 0));
        }
        if (!row.looked()) {
            return Texts.of("data.state.looking");
        }
        int outages = row.standing().confirmed().size();
        if (row.open() == 0 && outages > 0) {
            return Texts.of(
                    outages == 1 ? "data.state.outage" : "data.state.outages",
                    Numbers.fixed(outages, 0));
        }
        return row.open() == 0
                ? Texts.of("data.state.whole")
                : Texts.of(
                        row.open() == 1 ? "data.state.gap" : "data.state.gaps",
                        Numbers.fixed(row.open(), 0));
    }

    private static String styleOf(SeriesRow row) {
        if (row.isFaulty()) {
            return "bad-text";
        }
        return !row.looked() ? "muted" : row.open() > 0 ? "warn-text" : "ok-text";
    }

    private static final class TextCell extends TableCell<SeriesRow, SeriesRow> {
        private final Function<SeriesRow, String> text;

        TextCell(Function<SeriesRow, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable SeriesRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : text.apply(row));
        }
    }

    private static final class StateCell extends TableCell<SeriesRow, SeriesRow> {
        @Override
        protected void updateItem(@Nullable SeriesRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("bad-text", "warn-text", "ok-text", "muted");
            if (empty || row == null) {
                setText(null);
                return;
            }
            setText(stateOf(row));
            getStyleClass().add(styleOf(row));
        }
    }

    private final class CalendarCell extends TableCell<SeriesRow, SeriesRow> {
        private final MonthStrip strip = new MonthStrip();

        CalendarCell() {
            getStyleClass().add("calendar-cell");
            strip.getStyleClass().add("month-strip");
            strip.prefWidthProperty().bind(calendar.widthProperty());
            strip.setPrefHeight(23);
            setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
            setOnMouseMoved(e -> hovered(e.getX()));
            setOnMouseExited(e -> hover.set(""));
        }

        private void hovered(double x) {
            SeriesRow row = getItem();
            MonthScale scale = model.scaleProperty().get();
            int month = (int) Math.floor(scale.monthAt(x, getWidth()));
            hover.set(row == null ? "" : HoverText.of(row, month));
        }

        @Override
        protected void updateItem(@Nullable SeriesRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            strip.paintWith((gc, width, height) ->
                    painter.months(gc, row.months(), model.scaleProperty().get(), width, height));
            setGraphic(strip);
            setAccessibleText(HoverText.spoken(row));
        }
    }
}
