package plumbline.ui.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import plumbline.ui.control.Cards;

/// Cards that are laid over the window, one at a time: in the middle, or below what opened them. A
/// click beside one closes it.
///
/// Threads: FX thread.
final class CardLayer extends StackPane implements Cards {
    private static final double GAP = 4;
    private static final double EDGE = 8;

    private final Pane scrim = new Pane();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private @Nullable Node card;
    private @Nullable Node before;

    CardLayer() {
        scrim.getStyleClass().add("scrim");
        scrim.setOnMousePressed(e -> close());
        setVisible(false);
        setPickOnBounds(false);
    }

    boolean isOpen() {
        return open.get();
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    @Override
    public void open(Region shown) {
        put(shown);
        StackPane.setAlignment(shown, Pos.CENTER);
        shown.setTranslateX(0);
        shown.setTranslateY(0);
    }

    @Override
    public void openBelow(Region shown, Node anchor) {
        put(shown);
        StackPane.setAlignment(shown, Pos.TOP_LEFT);
        Bounds bounds = sceneToLocal(anchor.localToScene(anchor.getLayoutBounds()));
        shown.applyCss();
        double width = shown.prefWidth(-1);
        double most = Math.max(EDGE, getWidth() - width - EDGE);
        shown.setTranslateX(Math.clamp(bounds.getMinX(), EDGE, most));
        shown.setTranslateY(bounds.getMaxY() + GAP);
    }

    @Override
    public void close() {
        if (card == null) {
            return;
        }
        card = null;
        getChildren().clear();
        setVisible(false);
        open.set(false);
        if (before != null) {
            before.requestFocus();
        }
        before = null;
    }

    private void put(Region shown) {
        if (card == null) {
            before = getScene().getFocusOwner();
        }
        card = shown;
        shown.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().setAll(scrim, shown);
        setVisible(true);
        open.set(true);
    }
}
