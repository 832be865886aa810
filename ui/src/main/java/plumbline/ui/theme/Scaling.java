package plumbline.ui.theme;

import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableColumnBase;
import javafx.scene.layout.Region;

/// Sizes that are set in code follow the scale of the window as those of the stylesheets do.
///
/// Threads: FX thread.
public final class Scaling {
    private static final String KEY = Scaling.class.getName();

    private Scaling() {}

    /// Calls `sizes` with the scale, 1 for 100 %, at once, when the node comes into a scene, and
    /// when the scale of that changes.
    public static void follow(Node node, DoubleConsumer sizes) {
        node.sceneProperty()
                .flatMap(Scaling::of)
                .orElse(1.0)
                .subscribe(scale -> sizes.accept(scale.doubleValue()));
    }

    /// As wide as said at 100 %, neither more nor less.
    public static void width(Region region, double width) {
        follow(
                region,
                scale -> {
                    region.setMinWidth(width * scale);
                    region.setPrefWidth(width * scale);
                    region.setMaxWidth(width * scale);
                });
    }

    /// At first as wide as said at 100 %; the user may make it otherwise until the scale changes.
    ///
    /// @param in the table of the column
    public static void width(TableColumnBase<?, ?> column, Node in, double width) {
        follow(in, scale -> column.setPrefWidth(width * scale));
    }

    static void set(Scene scene, double scale) {
        of(scene).set(scale);
    }

    private static DoubleProperty of(Scene scene) {
        return (DoubleProperty)
                scene.getProperties().computeIfAbsent(KEY, key -> new SimpleDoubleProperty(1));
    }
}
