package plumbline.ui.action;

import java.util.BitSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import plumbline.ui.control.Controls;

/// A row of the palette. The letters that were typed stand out.
///
/// Threads: FX thread.
final class PaletteCell extends ListCell<PaletteEntry> {
    private final Supplier<FuzzyMatch> query;
    private final FontIcon icon = new FontIcon();
    private final TextFlow title = new TextFlow();
    private final Label detail = Controls.label("", "muted", "small");
    private final Label key = Controls.key("");
    private final HBox row;
    private @Nullable PaletteEntry shown;
    private @Nullable FuzzyMatch marked;

    /// @param query what is looked for now
    /// @param chosen called with an entry that was clicked
    PaletteCell(Supplier<FuzzyMatch> query, Consumer<PaletteEntry> chosen) {
        this.query = query;
        StackPane iconPlace = new StackPane(icon);
        iconPlace.setMinWidth(20);
        iconPlace.setPrefWidth(20);
        title.setMinWidth(USE_PREF_SIZE);
        title.setMaxHeight(USE_PREF_SIZE);
        key.setMinWidth(USE_PREF_SIZE);
        row = new HBox(8, iconPlace, title, detail, Controls.spring(), key);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        row.setPrefWidth(1); // as wide as the list
        row.setVisible(false);
        setGraphic(row);
        setOnMouseClicked(e -> {
            PaletteEntry item = getItem();
            if (item != null && e.getButton() == MouseButton.PRIMARY) {
                chosen.accept(item);
            }
        });
    }

    /// Makes no new nodes, and nothing twice: a list tells its rows often what they are.
    @Override
    protected void updateItem(@Nullable PaletteEntry item, boolean empty) {
        super.updateItem(item, empty);
        row.setVisible(!empty && item != null);
        if (empty || item == null || item == shown && marked == query.get()) {
            return;
        }
        shown = item;
        marked = query.get();
        Ikon ikon = item.icon();
        icon.setVisible(ikon != null);
        if (ikon != null && ikon != icon.getIconCode()) {
            icon.setIconCode(ikon);
        }
        fillTitle(item);
        detail.setText(item.detail());
        key.setText(item.keyText());
        key.setVisible(!item.keyText().isEmpty());
        setAccessibleText(item.title() + ". " + item.detail());
    }

    /// Plain and marked parts in turn, the first one plain, though it may be empty.
    private void fillTitle(PaletteEntry item) {
        String text = item.title();
        BitSet hits = query.get().positions(item.text());
        int part = 0;
        int from = 0;
        while (from < text.length()) {
            int end = part % 2 == 0 ? hits.nextSetBit(from) : hits.nextClearBit(from);
            int to = end < 0 ? text.length() : Math.min(end, text.length());
            part(part).setText(text.substring(from, to));
            from = to;
            part++;
        }
        for (int rest = part; rest < title.getChildren().size(); rest++) {
            part(rest).setText("");
        }
    }

    private Text part(int index) {
        if (index == title.getChildren().size()) {
            Text part = new Text();
            part.getStyleClass().add(index % 2 == 0 ? "plain" : "hit");
            title.getChildren().add(part);
        }
        return (Text) title.getChildren().get(index);
    }
}
