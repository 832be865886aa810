package plumbline.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.ColorConverter;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The styleable colours of a chart, `-pl-chart-background` and so on: what turns the stylesheet
/// into a [ChartInk].
///
/// Threads: FX thread.
final class InkStyle {
    private static final List<String> PLAIN =
            List.of(
                    "background",
                    "grid",
                    "line",
                    "text",
                    "muted",
                    "accent",
                    "warn",
                    "up",
                    "down",
                    "up-text",
                    "down-text");
    private static final int SERIES = 8;
    private static final List<Meta> META = metas();

    /// Those of a region and those of the chart.
    static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

    /// Who has such colours.
    interface Inked extends Styleable {
        InkStyle inkStyle();
    }

    private final List<StyleableObjectProperty<Color>> colours = new ArrayList<>();

    /// @param changed called after each colour that changed
    InkStyle(Inked owner, Runnable changed) {
        for (Meta meta : META) {
            colours.add(
                    new SimpleStyleableObjectProperty<>(
                            meta, owner, meta.getProperty(), Color.GRAY) {
                        @Override
                        protected void invalidated() {
                            get();
                            changed.run();
                        }
                    });
        }
    }

    /// The colours as they are now.
    ChartInk ink() {
        Color[] c = colours.stream().map(StyleableObjectProperty::get).toArray(Color[]::new);
        return new ChartInk(
                c[0],
                c[1],
                c[2],
                c[3],
                c[4],
                c[5],
                c[6],
                c[7],
                c[8],
                c[9],
                c[10],
                List.copyOf(Arrays.asList(c).subList(PLAIN.size(), c.length)));
    }

    private static List<Meta> metas() {
        List<String> names = new ArrayList<>(PLAIN);
        for (int i = 1; i <= SERIES; i++) {
            names.add("s" + i);
        }
        List<Meta> metas = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            metas.add(new Meta("-pl-chart-" + names.get(i), i));
        }
        return metas;
    }

    private static List<CssMetaData<? extends Styleable, ?>> all() {
        List<CssMetaData<? extends Styleable, ?>> all =
                new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(META);
        return Collections.unmodifiableList(all);
    }

    private static final class Meta extends CssMetaData<Styleable, Color> {
        private final int index;

        Meta(String property, int index) {
            super(property, ColorConverter.getInstance(), Color.GRAY);
            this.index = index;
        }

        @Override
        public boolean isSettable(Styleable styleable) {
            return !colour(styleable).isBound();
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(Styleable styleable) {
            return colour(styleable);
        }

        private StyleableObjectProperty<Color> colour(Styleable styleable) {
            return ((Inked) styleable).inkStyle().colours.get(index);
        }
    }
}
