package plumbline.ui.backtest;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.market.PriceDecimals;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.PositionSide;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.control.DesktopSave;
import plumbline.ui.control.FittingLabel;
import plumbline.ui.control.SaveFile;
import plumbline.ui.fx.Subscriptions;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;
import plumbline.ui.theme.Fonts;
import plumbline.ui.theme.Scaling;

/// The trades of a run, newest first. Selects and follows what is selected in the chart.
///
/// Threads: FX thread.
final class TradesTable extends TableView<TradesTable.Row> {
    /// The sides of a cell, and a pixel for rounding.
    private static final double CELL_PADDING = 19;

    private static final double FONT_SIZE = 12.5;
    private static final double HEADER_SIZE = 11.5;

    private final Map<String, TableColumn<Row, Row>> columns = new LinkedHashMap<>();
    private final Map<String, Function<Row, String>> texts = new LinkedHashMap<>();
    private final Map<String, ToDoubleFunction<Row>> values = new LinkedHashMap<>();
    private final BacktestViewModel model;
    private final Subscriptions heard = new Subscriptions();
    private double scale = 1;
    private boolean following;
    private int decimals = 2;
    private int moneyDecimals = 2;
    private long spanMs;

    /// A trade with its number in the run, 1 the first.
    record Row(int number, Trade trade) {}

    TradesTable(BacktestViewModel model) {
        this(model, new DesktopSave());
    }

    /// @param saving where exported tables go
    TradesTable(BacktestViewModel model, SaveFile saving) {
        this.model = model;
        setId("trades");
        getStyleClass().addAll("dense", "edge-to-edge");
        setAccessibleText(Texts.of("trades.title"));
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        setPlaceholder(Controls.label(Texts.of("trades.empty"), "muted"));
        columns();
        Scaling.follow(
                this,
                now -> {
                    scale = now;
                    fitColumns(getItems());
                });
        getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, row) -> chosen(row));
        heard.changes(model.selectedProperty(), this::follow);
        new TradesMenu(model, this::chosenRow, saving).install(this);
    }

    /// What stands in the chosen row, column by column.
    private String chosenRow() {
        Row row = getSelectionModel().getSelectedItem();
        return row == null
                ? ""
                : texts.values().stream()
                        .map(text -> text.apply(row))
                        .collect(Collectors.joining("\t"));
    }

    /// Lets go of the model.
    void close() {
        heard.end();
    }

    private void columns() {
        number("trades.number", Row::number, row -> Integer.toString(row.number()), false);
        text("trades.side", row -> side(row.trade()));
        text("trades.entry", row -> UtcTimes.within(row.trade().entryTimeMs(), spanMs));
        text("trades.exit", row -> UtcTimes.within(row.trade().exitTimeMs(), spanMs));
        number("trades.entryPrice", r -> r.trade().entryPrice(), price(Trade::entryPrice), false);
        number("trades.exitPrice", r -> r.trade().exitPrice(), price(Trade::exitPrice), false);
        number(
                "trades.return",
                r -> r.trade().returnFraction(),
                percent(Trade::returnFraction),
                true);
        number(
                "trades.profit",
                r -> r.trade().profit(),
                r -> Numbers.signed(r.trade().profit(), moneyDecimals),
                true);
        number("trades.mae", r -> r.trade().mae(), percent(Trade::mae), false);
        number("trades.mfe", r -> r.trade().mfe(), percent(Trade::mfe), false);
        text("trades.exitBy", row -> row.trade().exitReason());
    }

    private static String side(Trade trade) {
        return Texts.of(trade.side() == PositionSide.LONG ? "trades.long" : "trades.short");
    }

    private Function<Row, String> price(ToDoubleFunction<Trade> price) {
        return row -> Numbers.fixed(price.applyAsDouble(row.trade()), decimals);
    }

    private static Function<Row, String> percent(ToDoubleFunction<Trade> fraction) {
        return row -> Numbers.signedPercent(fraction.applyAsDouble(row.trade()), 2);
    }

    private void text(String key, Function<Row, String> text) {
        add(key, text, row -> 0, false, "");
    }

    private void number(
            String key, ToDoubleFunction<Row> value, Function<Row, String> text, boolean coloured) {
        add(key, text, value, coloured, "number");
    }

    private void add(
            String key,
            Function<Row, String> text,
            ToDoubleFunction<Row> value,
            boolean coloured,
            String styleClass) {
        TableColumn<Row, Row> column = new TableColumn<>(Texts.of(key));
        columns.put(key, column);
        texts.put(key, text);
        if (!styleClass.isEmpty()) {
            values.put(key, value);
        }
        column.setCellValueFactory(features -> new SimpleObjectProperty<>(features.getValue()));
        column.setCellFactory(c -> new Cell(text, value, coloured));
        column.setComparator(
                styleClass.isEmpty()
                        ? (a, b) -> text.apply(a).compareTo(text.apply(b))
                        : (a, b) -> Double.compare(value.applyAsDouble(a), value.applyAsDouble(b)));
        if (!styleClass.isEmpty()) {
            column.getStyleClass().add(styleClass);
        }
        getColumns().add(column);
    }

    void show(BacktestRun run) {
        var trades = run.result().trades();
        spanMs = run.data().endMs() - run.data().fromMs();
        decimals = Math.max(2, PriceDecimals.of(run.candles()));
        moneyDecimals = Numbers.moneyDecimals(largestProfit(run));
        Row[] rows = new Row[trades.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[rows.length - 1 - i] = new Row(i + 1, trades.get(i));
        }
        fitColumns(List.of(rows));
        following = true;
        getItems().setAll(FXCollections.observableArrayList(rows));
        following = false;
        sort();
        follow(model.selectedProperty().get());
    }

    private static double largestProfit(BacktestRun run) {
        double largest = 0;
        for (Trade trade : run.result().trades()) {
            largest = Math.max(largest, Math.abs(trade.profit()));
        }
        return largest;
    }

    /// As wide as the widest text of the run, and never narrower, so that no number is cut.
    private void fitColumns(List<Row> rows) {
        columns.forEach((key, column) -> {
            double width = FittingLabel.width(Fonts.regular(HEADER_SIZE * scale), column.getText());
            for (String text : widest(key, rows)) {
                width = Math.max(width, FittingLabel.width(Fonts.regular(FONT_SIZE * scale), text));
            }
            column.setMinWidth(width + CELL_PADDING * scale);
            column.setPrefWidth(width + CELL_PADDING * scale);
        });
    }

    /// Texts among which is the widest of a column: of numbers the lowest and the highest, of words
    /// each once.
    private Set<String> widest(String key, List<Row> rows) {
        Set<String> found = new HashSet<>();
        Function<Row, String> text = texts.getOrDefault(key, row -> "");
        ToDoubleFunction<Row> value = values.getOrDefault(key, row -> 0);
        if (rows.isEmpty()) {
            return found;
        }
        if (key.equals("trades.exitBy")) {
            for (Row row : rows) {
                found.add(row.trade().exitReason());
            }
            return found;
        }
        Row low = rows.getFirst();
        Row high = low;
        for (Row row : rows) {
            low = value.applyAsDouble(row) < value.applyAsDouble(low) ? row : low;
            high = value.applyAsDouble(row) > value.applyAsDouble(high) ? row : high;
        }
        found.add(text.apply(low));
        found.add(text.apply(high));
        return found;
    }

    private void chosen(@Nullable Row row) {
        if (!following && row != null) {
            model.reveal(row.trade());
        }
    }

    private void follow(@Nullable Trade trade) {
        following = true;
        try {
            if (trade == null) {
                getSelectionModel().clearSelection();
                return;
            }
            for (int i = 0; i < getItems().size(); i++) {
                if (getItems().get(i).trade().equals(trade)) {
                    if (getSelectionModel().getSelectedIndex() != i) {
                        getSelectionModel().clearAndSelect(i);
                        scrollTo(Math.max(0, i - 2));
                    }
                    return;
                }
            }
        } finally {
            following = false;
        }
    }

    private static final class Cell extends TableCell<Row, Row> {
        private final Function<Row, String> text;
        private final ToDoubleFunction<Row> value;
        private final boolean coloured;

        Cell(Function<Row, String> text, ToDoubleFunction<Row> value, boolean coloured) {
            this.text = text;
            this.value = value;
            this.coloured = coloured;
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                Controls.sign(this, 0);
                return;
            }
            setText(text.apply(row));
            if (coloured) {
                Controls.sign(this, value.applyAsDouble(row));
            }
        }
    }
}
