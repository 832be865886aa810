package plumbline.ui.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import plumbline.engine.market.Timeframe;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;
import plumbline.ui.theme.Scaling;

/// The usual timeframes, always in the same places; those that the market cannot show are there
/// too, and say why not. Others are in a menu, which shows the one that is in use.
///
/// Threads: FX thread.
final class TimeframeBar extends HBox {
    private static final List<Timeframe> FAVOURITES =
            List.of(
                    Timeframe.M1,
                    Timeframe.M5,
                    Timeframe.M15,
                    Timeframe.H1,
                    Timeframe.H4,
                    Timeframe.D1);
    private static final double MORE_WIDTH = 58;

    private final Map<Timeframe, ToggleButton> slots = new LinkedHashMap<>();
    private final Map<Timeframe, StackPane> places = new LinkedHashMap<>();
    private final MenuButton more = new MenuButton();
    private final Consumer<Timeframe> choosing;

    /// @param choosing gets the timeframe that is chosen
    TimeframeBar(Consumer<Timeframe> choosing) {
        this.choosing = choosing;
        getStyleClass().add("segments");
        setAlignment(Pos.CENTER_LEFT);
        for (Timeframe timeframe : FAVOURITES) {
            ToggleButton slot = new ToggleButton(timeframe.code());
            slot.setId("timeframe-" + timeframe.code());
            slot.setDisable(true);
            slot.setMinWidth(USE_PREF_SIZE);
            slot.setOnAction(e -> {
                slot.setSelected(true); // a second click does not unselect
                choosing.accept(timeframe);
            });
            slots.put(timeframe, slot);
            // a disabled button hears no pointer, so that its place has the tooltip
            StackPane place = new StackPane(slot);
            places.put(timeframe, place);
            getChildren().add(place);
        }
        more.setId("timeframe-more");
        more.getStyleClass().add("segment-more");
        more.setAccessibleText(Texts.of("top.timeframes"));
        Scaling.width(more, MORE_WIDTH);
        more.setDisable(true);
        getChildren().add(more);
    }

    /// @param offered what the market can be shown at
    /// @param stored the finest timeframe that is stored
    /// @param current the one in use
    void show(List<Timeframe> offered, Timeframe stored, Timeframe current) {
        slots.forEach((timeframe, slot) -> {
            boolean can = offered.contains(timeframe);
            slot.setDisable(!can);
            slot.setSelected(timeframe == current);
            Controls.tooltip(
                    places.getOrDefault(timeframe, new StackPane()),
                    can ? timeframe.code() : why(timeframe, stored));
        });
        more.getItems().clear();
        for (Timeframe timeframe : offered) {
            if (!FAVOURITES.contains(timeframe)) {
                MenuItem item = new MenuItem(timeframe.code());
                item.setId("timeframe-" + timeframe.code());
                item.setOnAction(e -> choosing.accept(timeframe));
                more.getItems().add(item);
            }
        }
        more.setDisable(more.getItems().isEmpty());
        more.setText(FAVOURITES.contains(current) ? "" : current.code());
    }

    private static String why(Timeframe timeframe, Timeframe stored) {
        String key =
                timeframe.millis() < stored.millis() ? "top.timeframe.finer" : "top.timeframe.none";
        return Texts.of(key, timeframe.code(), stored.code());
    }
}
