package plumbline.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import plumbline.ui.fx.Subscriptions;
import plumbline.ui.workspace.Panel;

/// A panel about the run on the chart that is used: it has a part for each chart, made when it is
/// first needed, and shows that of the chart whose run the active one draws.
///
/// Threads: FX thread.
final class FollowingPanel implements Panel {
    private final WorkspaceModel model;
    private final Function<ChartSession, Panel> making;
    private final Map<ChartSession, Panel> made = new HashMap<>();
    private final StackPane node = new StackPane();
    private final Subscriptions heard = new Subscriptions();

    /// @param making makes the part of a chart
    FollowingPanel(WorkspaceModel model, Function<ChartSession, Panel> making) {
        this.model = model;
        this.making = making;
        node.setMinSize(0, 0);
        heard.values(model.sourceProperty(), this::show);
        heard.changes(model.sessions(), this::forget);
    }

    private void show(ChartSession session) {
        node.getChildren().setAll(made.computeIfAbsent(session, making).node());
    }

    private void forget() {
        for (ChartSession session : List.copyOf(made.keySet())) {
            if (!model.sessions().contains(session)) {
                close(made.remove(session));
            }
        }
    }

    private static void close(@Nullable Panel part) {
        if (part != null) {
            part.close();
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        Panel part = made.get(model.sourceProperty().getValue());
        if (part != null) {
            part.focus();
        }
    }

    @Override
    public void close() {
        heard.end();
        made.values().forEach(Panel::close);
        made.clear();
    }
}
