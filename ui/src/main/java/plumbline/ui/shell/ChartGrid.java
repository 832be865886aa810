package plumbline.ui.shell;

import java.util.List;
import java.util.function.Supplier;
import plumbline.ui.control.Notices;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.DockHost;
import plumbline.ui.workspace.Place;

/// Opens and arranges several charts.
///
/// Threads: FX thread.
record ChartGrid(WorkspaceModel model, Supplier<DockHost> dock, Notices toasts) {
    /// Opens one more chart beside the active one.
    void add() {
        for (int i = 2; i <= ChartPage.MOST_CHARTS; i++) {
            if (!dock.get().open().contains(ChartPage.chartId(i))) {
                add(ChartPage.chartId(i), model.activeProperty().get().id(), Place.RIGHT);
                return;
            }
        }
        toasts.warned(
                Texts.of("chart.tooMany"),
                Texts.of("chart.tooMany.detail", ChartPage.MOST_CHARTS),
                List.of());
    }

    private void add(String panel, String beside, Place side) {
        DockHost host = dock.get();
        host.open(panel);
        host.dock(panel, beside, side);
        host.focus(panel);
    }

    /// Four charts in a square; more are closed.
    void four() {
        DockHost host = dock.get();
        for (int i = 2; i <= ChartPage.MOST_CHARTS; i++) {
            host.close(ChartPage.chartId(i));
        }
        String first = ChartPage.chartId(1);
        add(ChartPage.chartId(2), first, Place.RIGHT);
        add(ChartPage.chartId(3), first, Place.BOTTOM);
        add(ChartPage.chartId(4), ChartPage.chartId(2), Place.BOTTOM);
        host.focus(first);
    }

    /// Only the first chart.
    void one() {
        for (int i = 2; i <= ChartPage.MOST_CHARTS; i++) {
            dock.get().close(ChartPage.chartId(i));
        }
    }
}
