package plumbline.ui.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.ColorConverter;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The colours of something that is painted by hand, as the stylesheet has them. It takes no room,
/// but must stand in the scene.
///
/// Threads: FX thread.
public final class Palette extends Region {
    private final Map<String, StyleableObjectProperty<Color>> colours = new LinkedHashMap<>();
    private final List<CssMetaData<? extends Styleable, ?>> metas;
    private Runnable changed = () -> {};

    /// @param styleClass by which the stylesheet finds it
    /// @param names of the colours; the stylesheet gives `-pl-NAME`
    public Palette(String styleClass, List<String> names) {
        getStyleClass().add(styleClass);
        setManaged(false);
        setMouseTransparent(true);
        List<CssMetaData<? extends Styleable, ?>> all =
                new ArrayList<>(Region.getClassCssMetaData());
        for (String name : names) {
            Meta meta = new Meta(name);
            all.add(meta);
            colours.put(
                    name,
                    new SimpleStyleableObjectProperty<>(meta, this, name, Color.GRAY) {
                        @Override
                        protected void invalidated() {
                            get();
                            changed.run();
                        }
                    });
        }
        metas = Collections.unmodifiableList(all);
    }

    /// Called after each colour that changed.
    public void onChange(Runnable listener) {
        changed = listener;
    }

    public Color colour(String name) {
        return property(name).get();
    }

    private StyleableObjectProperty<Color> property(String name) {
        StyleableObjectProperty<Color> property = colours.get(name);
        if (property == null) {
            throw new IllegalArgumentException("no colour " + name);
        }
        return property;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return metas;
    }

    private static final class Meta extends CssMetaData<Styleable, Color> {
        private final String name;

        Meta(String name) {
            super("-pl-" + name, ColorConverter.getInstance(), Color.GRAY);
            this.name = name;
        }

        @Override
        public boolean isSettable(Styleable styleable) {
            return !((Palette) styleable).property(name).isBound();
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(Styleable styleable) {
            return ((Palette) styleable).property(name);
        }
    }
}
