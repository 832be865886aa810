package plumbline.ui.start;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plumbline.ui.control.Controls;
import plumbline.ui.settings.LookSettings;
import plumbline.ui.settings.Setting;
import plumbline.ui.settings.SettingControls;
import plumbline.ui.text.Texts;
import plumbline.ui.theme.Directions;
import plumbline.ui.theme.ScaledPane;

/// The card of the very first start: everything is chosen, and Start (or Enter) goes on. What is
/// chosen in it holds at once, in the window behind it too.
///
/// Threads: FX thread.
public final class FirstStart extends VBox {
    private static final double BOX = 280;

    private final Button start = new Button();
    private Source chosen = Source.SAMPLE;

    /// Which candles are shown first.
    public enum Source {
        /// What the program brings along.
        SAMPLE("sample"),
        /// The public ones of Binance.
        BINANCE("binance");

        private final String code;

        Source(String code) {
            this.code = code;
        }
    }

    /// @param logo beside the title
    /// @param started called when the user goes on, with what is to be shown
    public FirstStart(LookSettings look, Node logo, Consumer<Source> started) {
        getStyleClass().addAll("card", "first-start");
        setId("first-start");
        HBox title = new HBox(12, logo, Controls.label(Texts.of("welcome.title"), "first-title"));
        title.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .setAll(
                        title,
                        Controls.label(Texts.of("welcome.detail"), "muted"),
                        part("welcome.data", data()),
                        part("welcome.look", look(look)),
                        part("welcome.mode", wrapped(Texts.of("welcome.mode.detail"))),
                        foot(started));
        // a choice that has the keyboard would take it
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ENTER) {
                        start.fire();
                        e.consume();
                    }
                });
    }

    /// Gives the keyboard to Start.
    public void focusStart() {
        start.requestFocus();
    }

    private static VBox part(String title, Node content) {
        return new VBox(6, Controls.label(Texts.of(title), "strong"), content);
    }

    private static Label wrapped(String text) {
        Label label = Controls.label(text, "first-box");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private Node data() {
        HBox boxes = new HBox(12);
        ToggleGroup group = new ToggleGroup();
        for (Source source : Source.values()) {
            boxes.getChildren().add(box(source, group));
        }
        return boxes;
    }

    private VBox box(Source source, ToggleGroup group) {
        RadioButton button = new RadioButton(Texts.of("welcome.data." + source.code));
        button.setId("welcome-data-" + source.code);
        button.getStyleClass().add("strong");
        button.setToggleGroup(group);
        Label detail = Controls.label(Texts.of("welcome.data." + source.code + ".detail"), "muted");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(4, button, detail);
        box.getStyleClass().add("first-box");
        box.setPrefWidth(BOX);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setOnMouseClicked(e -> button.setSelected(true));
        button.selectedProperty()
                .subscribe(selected -> {
                    box.getStyleClass().remove("chosen");
                    if (selected) {
                        box.getStyleClass().add("chosen");
                        chosen = source;
                    }
                });
        button.setSelected(source == chosen);
        return box;
    }

    private static Node look(LookSettings look) {
        VBox left = new VBox(8, SettingControls.segments(look.theme()));
        ToggleGroup group = new ToggleGroup();
        for (Directions directions : Directions.values()) {
            left.getChildren().add(row(look.directions(), directions, group));
        }
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox box = new HBox(16, left, new ScaledPane(new MiniChart()));
        box.setAlignment(Pos.TOP_LEFT);
        return box;
    }

    private static Node row(Setting<Directions> setting, Directions choice, ToggleGroup group) {
        RadioButton button = new RadioButton(setting.name(choice));
        button.setId("welcome-" + choice.code());
        button.setToggleGroup(group);
        button.setSelected(setting.get() == choice);
        button.setOnAction(e -> setting.set(choice));
        return button;
    }

    private HBox foot(Consumer<Source> started) {
        HBox words =
                new HBox(
                        8,
                        Controls.label(Texts.of("hint.start")),
                        Controls.key(Texts.of("hint.enter")));
        words.setAlignment(Pos.CENTER);
        words.getChildren().getFirst().getStyleClass().add("strong");
        start.setId("first-start-go");
        start.setGraphic(words);
        start.setAccessibleText(Texts.of("hint.start"));
        start.getStyleClass().addAll("accent", "first-go");
        start.setDefaultButton(true);
        start.setOnAction(e -> started.accept(chosen));
        start.setMinWidth(Region.USE_PREF_SIZE);
        VBox keys = new VBox(3, hint("backtest"), hint("zoom"), hint("help"));
        HBox foot = new HBox(16, keys, Controls.spring(), start);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static HBox hint(String key) {
        HBox line =
                new HBox(
                        6,
                        Controls.key(Texts.of("hint." + key + ".key")),
                        Controls.label(Texts.of("hint." + key), "muted"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
