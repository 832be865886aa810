package plumbline.ui.backtest;

import java.util.List;
import java.util.function.LongConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import plumbline.engine.text.Numbers;
import plumbline.ui.chart.ChartViewModel;
import plumbline.ui.control.FittingLabel;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// The line at one time over the curves and what they are there. It follows whoever points: the
/// pointer over the curves, or another panel.
///
/// Threads: FX thread.
final class CurveCursor {
    private static final Insets BESIDE_AXIS = new Insets(4, SmallChart.AXIS_WIDTH + 6, 0, 8);

    private final StackPane plots;
    private final Region line = new Region();
    private final FittingLabel values = new FittingLabel(List.of(""), "curve-values");
    private @Nullable CurveValues curves;
    private double fromMs;
    private double toMs = 1;
    private double below;
    private long at = ChartViewModel.NOWHERE;
    private LongConsumer pointed = time -> {};
    private LongConsumer clicked = time -> {};

    /// @param plots what it lies over; a value axis is at its right
    CurveCursor(StackPane plots) {
        this.plots = plots;
        line.setId("curve-cursor");
        line.getStyleClass().add("curve-cursor");
        line.setManaged(false);
        values.setId("curve-values");
        for (Region part : new Region[] {line, values}) {
            part.setMouseTransparent(true);
            part.setVisible(false);
        }
        values.setMinWidth(0);
        StackPane.setMargin(values, BESIDE_AXIS);
        plots.getChildren().addAll(line, values);
        plots.setOnMouseMoved(this::moved);
        plots.setOnMouseDragged(this::moved);
        plots.setOnMouseExited(e -> pointed.accept(ChartViewModel.NOWHERE));
        plots.setOnMouseClicked(e -> {
            long time = time(e.getX());
            if (e.getButton() == MouseButton.PRIMARY && time != ChartViewModel.NOWHERE) {
                clicked.accept(time);
            }
        });
    }

    /// @param onPoint gets the time that is pointed at, [ChartViewModel#NOWHERE] for none
    /// @param onClick gets the time that is to be looked at
    void listen(LongConsumer onPoint, LongConsumer onClick) {
        pointed = onPoint;
        clicked = onClick;
    }

    /// Other curves, from one time to another.
    void over(CurveValues shown, long startMs, long endMs) {
        curves = shown;
        fromMs = startMs;
        toMs = Math.max(endMs, startMs + 1);
        show(at);
    }

    /// @param height of what is below the plots
    void place(double height) {
        below = height;
        show(at);
    }

    /// Shows a time, or nothing where the curves have none.
    void show(long timeMs) {
        at = timeMs;
        CurveValues shown = curves;
        CurveValues.Point point =
                shown == null || timeMs < fromMs || timeMs >= toMs ? null : shown.at(timeMs);
        line.setVisible(point != null);
        values.setVisible(point != null);
        if (point == null) {
            return;
        }
        double x = (timeMs - fromMs) / (toMs - fromMs) * width();
        line.resizeRelocate(Math.rint(x), 0, 1, Math.max(0, plots.getHeight() - below));
        values.setMaxWidth(Region.USE_PREF_SIZE);
        values.show(forms(point));
        // at the side where the pointer is not
        StackPane.setAlignment(values, x < width() / 2 ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
    }

    private static List<String> forms(CurveValues.Point point) {
        String time = UtcTimes.minute(point.timeMs());
        String gain = Numbers.signedPercent(point.gain(), 2);
        String held = Numbers.signedPercent(point.heldGain(), 2);
        String fall = Numbers.percent(point.drawdown(), 2);
        String equity = Numbers.fixed(point.equity(), 2);
        return List.of(
                Texts.of("curves.values", time, gain, equity, held, fall),
                Texts.of("curves.values.short", gain, held, fall),
                gain);
    }

    private void moved(MouseEvent event) {
        pointed.accept(time(event.getX()));
    }

    private long time(double x) {
        return curves == null || x < 0 || x >= width()
                ? ChartViewModel.NOWHERE
                : (long) (fromMs + x / width() * (toMs - fromMs));
    }

    private double width() {
        return Math.max(1, plots.getWidth() - SmallChart.AXIS_WIDTH);
    }
}
