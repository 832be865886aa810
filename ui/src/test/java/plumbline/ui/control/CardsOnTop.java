package plumbline.ui.control;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Cards as the window shows them, one at a time over `root`.
public record CardsOnTop(StackPane root) implements Cards {
    @Override
    public void open(Region card) {
        close();
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.getChildren().add(card);
    }

    @Override
    public void close() {
        root.getChildren().removeIf(node -> node.getStyleClass().contains("card"));
    }
}
