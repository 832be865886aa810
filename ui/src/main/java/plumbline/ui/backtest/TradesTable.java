package plumbline.ui.backtest;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.PositionSide;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// The trades of a run, newest first. Selects and follows what is selected in the chart.
///
/// Threads: FX thread.
final class TradesTable extends TableView<TradesTable.Row> {
    private static final int MOST_DECIMALS = 8;

    /// Places of the columns whose width depends on the run.
    private static final int NUMBER = 0;

    private static final int ENTRY = 2;
    private static final int EXIT = 3;
    private static final int ENTRY_PRICE = 4;
    private static final int EXIT_PRICE = 5;

    /// Roboto's digits are 7 pixels wide at the table's size; a cell has 8 at each side.
    private static final double DIGIT_WIDTH = 6.8;

    private static final double CELL_PADDING = 18;

    private final BacktestViewModel model;
    private boolean following;
    private int decimals = 2;
    private long spanMs;

    /// A trade with its number in the run, 1 the first.
    record Row(int number, Trade trade) {}

    TradesTable(BacktestViewModel model) {
        this.model = model;
        setId("trades");
        getStyleClass().addAll("dense", "edge-to-edge");
        setAccessibleText(Texts.of("trades.title"));
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        setPlaceholder(Controls.label(Texts.of("trades.empty"), "muted"));
        columns();
        getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, row) -> chosen(row));
        model.selectedProperty().addListener((property, before, trade) -> follow(trade));
    }

    private void columns() {
        number("trades.number", 36, Row::number, row -> Integer.toString(row.number()), false);
        text("trades.side", 48, row -> side(row.trade()));
        text("trades.entry", 90, row -> UtcTimes.within(row.trade().entryTimeMs(), spanMs));
        text("trades.exit", 90, row -> UtcTimes.within(row.trade().exitTimeMs(), spanMs));
        number(
                "trades.entryPrice",
                68,
                r -> r.trade().entryPrice(),
                price(Trade::entryPrice),
                false);
        number("trades.exitPrice", 68, r -> r.trade().exitPrice(), price(Trade::exitPrice), false);
        number(
                "trades.return",
                70,
                r -> r.trade().returnFraction(),
                percent(Trade::returnFraction),
                true);
        number(
                "trades.profit",
                74,
                r -> r.trade().profit(),
                r -> Numbers.signed(r.trade().profit(), 2),
                true);
        number("trades.mae", 66, r -> r.trade().mae(), percent(Trade::mae), false);
        number("trades.mfe", 66, r -> r.trade().mfe(), percent(Trade::mfe), false);
        text("trades.exitBy", 134, row -> row.trade().exitReason());
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

    private void text(String key, double width, Function<Row, String> text) {
        add(key, width, text, row -> 0, false, "");
    }

    private void number(
            String key,
            double width,
            ToDoubleFunction<Row> value,
            Function<Row, String> text,
            boolean coloured) {
        add(key, width, text, value, coloured, "number");
    }

    private void add(
            String key,
            double width,
            Function<Row, String> text,
            ToDoubleFunction<Row> value,
            boolean coloured,
            String styleClass) {
        TableColumn<Row, Row> column = new TableColumn<>(Texts.of(key));
        column.setPrefWidth(width);
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
        decimals =
                Math.max(
                        2,
                        Numbers.decimalsOf(
                                run.candles()
                                        .slice(
                                                Math.max(0, run.candles().size() - 200),
                                                run.candles().size())
                                        .close(),
                                MOST_DECIMALS));
        Row[] rows = new Row[trades.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[rows.length - 1 - i] = new Row(i + 1, trades.get(i));
        }
        fitColumns(run);
        following = true;
        getItems().setAll(FXCollections.observableArrayList(rows));
        following = false;
        sort();
        follow(model.selectedProperty().get());
    }

    /// As wide as the widest number, date and price of the run.
    private void fitColumns(BacktestRun run) {
        double highest = 0;
        for (Trade trade : run.result().trades()) {
            highest = Math.max(highest, Math.max(trade.entryPrice(), trade.exitPrice()));
        }
        double price = width(Numbers.fixed(highest, decimals));
        double time = width(UtcTimes.within(run.data().fromMs(), spanMs));
        int[] columns = {NUMBER, ENTRY, EXIT, ENTRY_PRICE, EXIT_PRICE};
        double[] widths = {
            width(Integer.toString(run.result().trades().size())), time, time, price, price
        };
        for (int i = 0; i < columns.length; i++) {
            getColumns().get(columns[i]).setPrefWidth(widths[i]);
        }
    }

    private static double width(String text) {
        return CELL_PADDING + DIGIT_WIDTH * Math.max(text.length(), 3);
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
