package plumbline.ui.theme;

/// How the window looks.
///
/// @param scale in percent; 100 is what the stylesheets say
public record Appearance(Theme theme, Directions directions, int scale) {
    public static final int LEAST_SCALE = 80;
    public static final int MOST_SCALE = 200;

    /// @throws IllegalArgumentException if the scale is out of bounds
    public Appearance {
        if (scale < LEAST_SCALE || scale > MOST_SCALE) {
            throw new IllegalArgumentException("a scale is 80 to 200 %, was " + scale);
        }
    }

    /// A theme and what is usual otherwise.
    public static Appearance of(Theme theme) {
        return new Appearance(theme, Directions.CLASSIC, 100);
    }
}
