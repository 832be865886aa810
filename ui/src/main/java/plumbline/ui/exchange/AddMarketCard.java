package plumbline.ui.exchange;

import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;
import plumbline.ui.theme.Scaling;

/// Asks which market is wanted, of all that the exchanges have, and which of its candles.
///
/// Threads: FX thread.
final class AddMarketCard extends VBox {
    private static final double LIST = 300;

    private final MarketDirectory directory;
    private final MarketDownloads downloads;
    private final Runnable closing;
    private final TextField search = new TextField();
    private final ListView<ListedMarket> list;
    private final ComboBox<Timeframe> timeframe = new ComboBox<>();
    private final ComboBox<Span> span = new ComboBox<>();
    private final Label amount = Controls.label("", "muted");
    private final Label status = Controls.label("", "muted");
    private final Button retry = new Button(Texts.of("market.add.retry"));
    private final Button go = new Button(Texts.of("market.add.go"));
    private final Tooltip why = new Tooltip();
    private boolean spanChosen;

    AddMarketCard(MarketDirectory directory, MarketDownloads downloads, Runnable closing) {
        this.directory = directory;
        this.downloads = downloads;
        this.closing = closing;
        getStyleClass().addAll("card", "add-market");
        setId("add-market");
        list = new ListView<>(directory.found());
        getChildren()
                .setAll(
                        title(directory.simulator()),
                        search,
                        list(),
                        status(),
                        choices(),
                        buttons());
        search();
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        directory.found().subscribe(this::selectFirst);
        selectFirst();
    }

    private static Node title(String simulator) {
        Label title = Controls.label(Texts.of("market.add.title"), "card-title");
        Label test = Controls.label(Texts.of("test.chip"), "chip", "warn");
        Controls.tooltip(test, Texts.of("test.detail", simulator));
        Controls.show(test, !simulator.isEmpty());
        HBox row = new HBox(8, title, test);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void search() {
        search.setId("add-market-search");
        search.setPromptText(Texts.of("market.add.prompt"));
        search.setAccessibleText(Texts.of("market.add.prompt"));
        search.textProperty().subscribe(directory::search);
        search.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    int step = e.getCode() == KeyCode.DOWN ? 1 : e.getCode() == KeyCode.UP ? -1 : 0;
                    if (step != 0) {
                        move(step);
                        e.consume();
                    }
                });
    }

    private void move(int step) {
        int at = list.getSelectionModel().getSelectedIndex() + step;
        if (at >= 0 && at < list.getItems().size()) {
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - 2));
        }
    }

    private Node list() {
        list.setId("add-market-list");
        list.getStyleClass().addAll("edge-to-edge", "dense");
        list.setAccessibleText(Texts.of("market.add.title"));
        list.setCellFactory(view -> new ListedMarketCell());
        list.setPlaceholder(new StackPane(Controls.label(Texts.of("market.add.none"), "muted")));
        list.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                start();
            }
        });
        Scaling.follow(list, scale -> list.setPrefHeight(LIST * scale));
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    private Node status() {
        status.setId("add-market-status");
        status.setWrapText(true);
        status.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(status, Priority.ALWAYS);
        status.setMaxWidth(Double.MAX_VALUE);
        retry.setId("add-market-retry");
        retry.getStyleClass().add("small-button");
        retry.setMinWidth(USE_PREF_SIZE);
        retry.setOnAction(e -> directory.load());
        directory.missingProperty().subscribe(count -> Controls.show(retry, count.intValue() > 0));
        HBox row = new HBox(8, status, retry);
        row.setAlignment(Pos.CENTER_LEFT);
        directory
                .statusProperty()
                .subscribe(text -> {
                    status.setText(text);
                    why.setText(directory.failures());
                    status.setTooltip(why.getText().isEmpty() ? null : why);
                    Controls.show(row, !text.isEmpty());
                });
        return row;
    }

    private Node choices() {
        timeframe.setId("add-market-timeframe");
        timeframe.setAccessibleText(Texts.of("market.add.timeframe"));
        timeframe.valueProperty().subscribe(this::timeframeChosen);
        span.setId("add-market-span");
        span.setAccessibleText(Texts.of("market.add.span"));
        span.getItems().setAll(Span.values());
        span.setConverter(new SpanText());
        span.setOnAction(e -> spanChosen = span.isFocused() || spanChosen);
        span.valueProperty().subscribe(this::say);
        HBox row =
                new HBox(
                        8,
                        Controls.label(Texts.of("market.add.timeframe"), "muted"),
                        timeframe,
                        Controls.label(Texts.of("market.add.span"), "muted"),
                        span,
                        amount);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node buttons() {
        go.setId("add-market-go");
        go.setDefaultButton(true);
        go.getStyleClass().add("accent");
        go.setOnAction(e -> start());
        Button close = new Button(Texts.of("data.import.cancel"));
        close.setOnAction(e -> closing.run());
        return new HBox(8, Controls.spring(), close, go);
    }

    /// Asks the exchanges and takes the keyboard.
    void begin(String text) {
        search.setText(text);
        search.requestFocus();
        search.end();
        directory.load();
    }

    private void selectFirst() {
        if (list.getSelectionModel().getSelectedItem() == null || !search.getText().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void chosen(@Nullable ListedMarket market) {
        go.setDisable(market == null);
        Set<Timeframe> offered =
                market == null ? Set.of() : directory.timeframes(market.instrument());
        List<Timeframe> sorted = offered.stream().sorted().toList();
        if (!sorted.equals(timeframe.getItems())) {
            Timeframe before = timeframe.getValue();
            timeframe.getItems().setAll(sorted);
            timeframe.setValue(
                    before != null && offered.contains(before)
                            ? before
                            : offered.contains(Timeframe.H1)
                                    ? Timeframe.H1
                                    : sorted.isEmpty() ? null : sorted.getFirst());
        }
    }

    private void timeframeChosen(@Nullable Timeframe chosen) {
        if (chosen != null && !spanChosen) {
            span.setValue(Span.usual(chosen));
        }
        say();
    }

    private void say() {
        Timeframe candle = timeframe.getValue();
        Span back = span.getValue();
        amount.setText(
                candle == null || back == null
                        ? ""
                        : Texts.of("market.add.amount", Numbers.fixed(back.candles(candle), 0)));
    }

    private void start() {
        ListedMarket market = list.getSelectionModel().getSelectedItem();
        Timeframe candle = timeframe.getValue();
        Span back = span.getValue();
        if (market != null && candle != null && back != null) {
            closing.run();
            downloads.start(market.instrument(), candle, back);
        }
    }

    private static final class SpanText extends StringConverter<Span> {
        @Override
        public String toString(@Nullable Span span) {
            return span == null ? "" : span.text();
        }

        @Override
        public @Nullable Span fromString(String text) {
            return null; // nobody types it
        }
    }
}
