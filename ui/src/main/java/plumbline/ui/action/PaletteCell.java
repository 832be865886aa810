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
import plumbline.ui.control.Controls;

/// A row of the palette. The letters that were typed stand out.
///
/// Threads: FX thread.
final class PaletteCell extends ListCell<PaletteEntry> {
    private final Supplier<FuzzyMatch> query;
    private final StackPane icon = new StackPane();
    private final TextFlow title = new TextFlow();
    private final Label detail = Controls.label("", "muted", "small");
    private final Label key = Controls.key("");
    private final HBox row;

    /// @param query what is looked for now
    /// @param chosen called with an entry that was clicked
    PaletteCell(Supplier<FuzzyMatch> query, Consumer<PaletteEntry> chosen) {
        this.query = query;
        icon.setMinWidth(20);
        icon.setPrefWidth(20);
        title.setMinWidth(USE_PREF_SIZE);
        title.setMaxHeight(USE_PREF_SIZE);
        key.setMinWidth(USE_PREF_SIZE);
        row = new HBox(8, icon, title, detail, Controls.spring(), key);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        row.setPrefWidth(1); // as wide as the list
        setOnMouseClicked(e -> {
            PaletteEntry item = getItem();
            if (item != null && e.getButton() == MouseButton.PRIMARY) {
                chosen.accept(item);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable PaletteEntry item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        Ikon ikon = item.icon();
        if (ikon == null) {
            icon.getChildren().clear();
        } else {
            icon.getChildren().setAll(Controls.icon(ikon));
        }
        fillTitle(item);
        detail.setText(item.detail());
        key.setText(item.keyText());
        Controls.show(key, !item.keyText().isEmpty());
        setGraphic(row);
        setAccessibleText(item.title() + ". " + item.detail());
    }

    private void fillTitle(PaletteEntry item) {
        String text = item.title();
        BitSet hits = query.get().positions(item.text());
        title.getChildren().clear();
        int from = 0;
        while (from < text.length()) {
            boolean hit = hits.get(from);
            int end = hit ? hits.nextClearBit(from) : hits.nextSetBit(from);
            int to = end < 0 ? text.length() : Math.min(end, text.length());
            Text part = new Text(text.substring(from, to));
            part.getStyleClass().add(hit ? "hit" : "plain");
            title.getChildren().add(part);
            from = to;
        }
    }
}
