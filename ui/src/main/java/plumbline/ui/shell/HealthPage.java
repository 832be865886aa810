package plumbline.ui.shell;

import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import plumbline.ui.error.ErrorsPanel;
import plumbline.ui.health.HealthPanel;
import plumbline.ui.job.JobsPanel;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.LayoutNode;
import plumbline.ui.workspace.PageLayout;
import plumbline.ui.workspace.PanelType;
import plumbline.ui.workspace.Place;
import plumbline.ui.workspace.ViewPanel;

/// How the program is: its health, its jobs, what went wrong.
///
/// Threads: FX thread.
final class HealthPage {
    private static final double BELOW = 210;

    private HealthPage() {}

    static PageDeck.PageType of(Node bar, Centres centres) {
        List<PanelType> panels =
                List.of(
                        PanelType.centre(
                                "health",
                                Texts.of("panel.health"),
                                MaterialDesignP.PULSE,
                                () -> view(new HealthPanel(centres.health()))),
                        PanelType.edge(
                                "jobs",
                                Texts.of("panel.jobs"),
                                MaterialDesignP.PROGRESS_CHECK,
                                Place.BOTTOM,
                                BELOW,
                                () -> view(new JobsPanel(centres.jobs()))),
                        PanelType.edge(
                                "problems",
                                Texts.of("panel.problems"),
                                MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                                Place.BOTTOM,
                                BELOW,
                                () -> view(new ErrorsPanel(centres.errors()))));
        LayoutNode usual =
                new LayoutNode.Split(
                        true,
                        List.of(
                                new LayoutNode.Part(500, LayoutNode.Tabs.of("health")),
                                new LayoutNode.Part(
                                        BELOW, LayoutNode.Tabs.of("jobs", "problems"))));
        return new PageDeck.PageType(Page.HEALTH, bar, panels, new PageLayout(usual));
    }

    /// They listen only while they are seen.
    private static ViewPanel view(Node node) {
        return new ViewPanel(node, node::requestFocus, () -> {});
    }
}
