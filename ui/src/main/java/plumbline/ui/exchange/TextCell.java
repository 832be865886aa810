package plumbline.ui.exchange;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Words of an exchange; those that do not fit are shown under the pointer.
final class TextCell extends TableCell<Connection, Connection> {
    private final Function<Connection, String> words;

    TextCell(Function<Connection, String> words) {
        this.words = words;
    }

    @Override
    protected void updateItem(@Nullable Connection connection, boolean empty) {
        super.updateItem(connection, empty);
        String text = empty || connection == null ? "" : words.apply(connection);
        setText(text);
        setTooltip(text.length() < 20 ? null : new Tooltip(text));
    }
}
