package plumbline.ui.theme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleableDoubleProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.SizeConverter;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Enlarges what is painted by hand, which the sizes of the stylesheet do not reach: what is in it
/// has a pixel as large as `-pl-unit`, and the events it gets are measured in them.
///
/// Threads: FX thread.
public final class ScaledPane extends Region {
    private static final double LEAST = 0.1;
    private static final Unit UNIT = new Unit();
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

    private final Region content;
    private final Scale scale = new Scale(1, 1);
    private final StyleableDoubleProperty unit =
            new SimpleStyleableDoubleProperty(UNIT, this, "unit", 1.0) {
                @Override
                protected void invalidated() {
                    double factor = Math.max(LEAST, get());
                    scale.setX(factor);
                    scale.setY(factor);
                    requestLayout();
                }
            };

    public ScaledPane(Region content) {
        this.content = content;
        getStyleClass().add("scaled");
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    /// Pixels of the window that one of its own has; right once the stylesheets were applied.
    public ReadOnlyDoubleProperty unitProperty() {
        return unit;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }

    @Override
    protected double computeMinWidth(double height) {
        return content.minWidth(-1) * scale.getX();
    }

    @Override
    protected double computeMinHeight(double width) {
        return content.minHeight(-1) * scale.getY();
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1) * scale.getX();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(-1) * scale.getY();
    }

    private static List<CssMetaData<? extends Styleable, ?>> all() {
        List<CssMetaData<? extends Styleable, ?>> all =
                new ArrayList<>(Region.getClassCssMetaData());
        all.add(UNIT);
        return Collections.unmodifiableList(all);
    }

    private static final class Unit extends CssMetaData<ScaledPane, Number> {
        Unit() {
            super("-pl-unit", SizeConverter.getInstance(), 1.0);
        }

        @Override
        public boolean isSettable(ScaledPane pane) {
            return !pane.unit.isBound();
        }

        @Override
        public StyleableProperty<Number> getStyleableProperty(ScaledPane pane) {
            return pane.unit;
        }
    }
}
