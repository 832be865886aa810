package plumbline.ui.chart;

import java.lang.System.Logger.Level;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import plumbline.ui.control.DesktopSave;
import plumbline.ui.control.SaveFile;

/// The price chart on the screen. It paints at most once a frame and only when something has
/// changed; what has nothing to do costs nothing, and neither does what nobody sees.
///
/// Its colours come from the stylesheet `chart.css`. Where it is enlarged, its canvas has as many
/// more pixels, so that it stays sharp.
///
/// Threads: FX thread.
public final class PriceChartView extends Region implements InkStyle.Inked {
    /// What a frame may spend on the work that is done once per series.
    private static final long PREPARE_NANOS = 4_000_000;

    private static final double SHARP = 2;

    private static final System.Logger LOG = System.getLogger(PriceChartView.class.getName());

    private final ChartViewModel model;
    private final Canvas canvas = new Canvas();
    private final Scale shrunk = new Scale(1, 1);
    private final ChartPainter painter = new ChartPainter();
    private final InkStyle inkStyle = new InkStyle(this, this::repaint);
    private final Runnable eachPulse = this::paintIfNeeded;
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    tick();
                }
            };
    private @Nullable SeriesData painted;
    private boolean stale = true;
    private boolean ticking;

    public PriceChartView(ChartViewModel model) {
        this(model, new DesktopSave());
    }

    /// @param saving where pictures of it go
    PriceChartView(ChartViewModel model, SaveFile saving) {
        this.model = model;
        getStyleClass().add("price-chart");
        canvas.getTransforms().add(shrunk);
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription("price chart");
        setMinSize(160, 120);
        model.onChange(this::wake);
        focusVisibleProperty().subscribe(this::repaint);
        sceneProperty().subscribe(this::moveTo);
        new ChartGestures(this, model).install();
        new ChartMenu(this, model, saving).install();
    }

    /// The chart as a picture with two pixels for each one, without the crosshair.
    WritableImage picture() {
        model.unpoint();
        Canvas large = new Canvas(getWidth() * SHARP, getHeight() * SHARP);
        large.getGraphicsContext2D().scale(SHARP, SHARP);
        ChartArea area = model.layout(getWidth(), getHeight(), SHARP);
        painter.paint(large.getGraphicsContext2D(), model, inkStyle.ink(), area);
        WritableImage picture = large.snapshot(null, null);
        repaint();
        return picture;
    }

    @Override
    public InkStyle inkStyle() {
        return inkStyle;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return InkStyle.ALL;
    }

    @Override
    protected void layoutChildren() {
        double enlarged = enlarged();
        double width = getWidth() * enlarged;
        double height = getHeight() * enlarged;
        if (canvas.getWidth() != width
                || canvas.getHeight() != height
                || shrunk.getX() != 1 / enlarged) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            shrunk.setX(1 / enlarged);
            shrunk.setY(1 / enlarged);
            canvas.getGraphicsContext2D().setTransform(enlarged, 0, 0, enlarged, 0, 0);
            repaint();
        }
    }

    /// Logical pixels of the window that one of the chart has.
    private double enlarged() {
        return Math.max(0.1, getLocalToSceneTransform().getMxx());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 800;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 400;
    }

    /// Paints when layout and style of the frame are settled, so a resized chart never flashes.
    private void moveTo(@Nullable Scene old, @Nullable Scene now) {
        if (old != null) {
            old.removePostLayoutPulseListener(eachPulse);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(eachPulse);
            repaint();
        }
    }

    private void repaint() {
        stale = true;
        wake();
    }

    /// Makes frames come until there is nothing left to do.
    private void wake() {
        if (!ticking && isSeen()) {
            ticking = true;
            timer.start();
        }
    }

    private void tick() {
        boolean prepared = model.prepare(PREPARE_NANOS);
        if (!isSeen() || (prepared && !stale && !model.isDirty())) {
            ticking = false;
            timer.stop();
        }
    }

    private void paintIfNeeded() {
        if (!isSeen()) {
            return;
        }
        double scale = getScene().getWindow().getRenderScaleX() * enlarged();
        if (!stale && !model.isDirty() && scale == model.area().scale()) {
            return;
        }
        wake();
        stale = false;
        ChartArea area = model.layout(getWidth(), getHeight(), scale);
        ChartInk ink = inkStyle.ink();
        painter.paint(canvas.getGraphicsContext2D(), model, ink, area);
        if (isFocusVisible()) {
            painter.paintFocus(canvas.getGraphicsContext2D(), ink, area);
        }
        setAccessibleText(model.summary());
        tellOfFirst();
    }

    /// For those who measure: when a series is seen.
    private void tellOfFirst() {
        SeriesData now = model.data();
        if (now != null && now != painted) {
            LOG.log(Level.DEBUG, "painted {0} {1}", now.key().market(), now.key().timeframe());
        }
        painted = now;
    }

    /// Whether it asks for frames.
    boolean isAwake() {
        return ticking;
    }

    private boolean isSeen() {
        Scene scene = getScene();
        if (scene == null || scene.getWindow() == null || !scene.getWindow().isShowing()) {
            return false;
        }
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
