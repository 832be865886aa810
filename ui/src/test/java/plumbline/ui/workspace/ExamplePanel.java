package plumbline.ui.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;

/// A whole panel, as an example: it shows a number of a model that outlives it, keeps what is
/// typed, and lets go of the model when it is closed.
final class ExamplePanel implements Panel {
    /// What outlives the panels.
    static final class Model {
        final IntegerProperty number = new SimpleIntegerProperty();
        final List<ExamplePanel> opened = new ArrayList<>();
        int heard;
    }

    private final TextField text = new TextField();
    private final Label number = new Label();
    private final VBox node = new VBox(number, text);
    private final Subscription subscription;
    boolean closed;

    private ExamplePanel(Model model) {
        subscription =
                model.number.subscribe(value -> {
                    model.heard++;
                    number.setText(value.toString());
                });
        model.opened.add(this);
    }

    /// Its type, as the window gets it.
    static PanelType type(String id, Place place, Model model) {
        return type(id, place, () -> new ExamplePanel(model));
    }

    static PanelType type(String id, Place place, Supplier<Panel> opening) {
        return place == Place.CENTRE
                ? PanelType.centre(id, id, MaterialDesignN.NOTE_OUTLINE, opening)
                : PanelType.edge(id, id, MaterialDesignN.NOTE_OUTLINE, place, 250, opening);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        text.requestFocus();
    }

    @Override
    public Map<String, String> save() {
        return Map.of("text", text.getText());
    }

    @Override
    public void restore(Map<String, String> saved) {
        text.setText(saved.getOrDefault("text", ""));
    }

    @Override
    public void close() {
        closed = true;
        subscription.unsubscribe();
    }
}
