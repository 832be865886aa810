package plumbline.ui.exchange;

import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import plumbline.ui.text.Texts;

/// Asks an exchange for its markets, to see whether it answers.
final class TestCell extends TableCell<Connection, Connection> {
    private final Hyperlink link = new Hyperlink(Texts.of("connection.test.go"));

    TestCell(Consumer<String> test) {
        link.setOnAction(e -> {
            Connection connection = getItem();
            if (connection != null) {
                test.accept(connection.venue());
            }
            link.setVisited(false);
        });
    }

    @Override
    protected void updateItem(@Nullable Connection connection, boolean empty) {
        super.updateItem(connection, empty);
        setGraphic(empty || connection == null ? null : link);
        if (connection != null) {
            link.setId("test-" + connection.venue());
        }
    }
}
