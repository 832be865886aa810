package plumbline.ui.theme;

/// The colours of what rose and what fell, on charts and in numbers.
public enum Directions {
    /// Green up, red down.
    CLASSIC("classic"),

    /// Blue up, orange down: a pair that colour-blind people can tell apart.
    SAFE("safe"),

    /// Red up, green down, as it is usual in East Asia.
    EAST_ASIA("east-asia");

    private final String code;

    Directions(String code) {
        this.code = code;
    }

    /// What they are called in files.
    public String code() {
        return code;
    }

    String styleClass() {
        return code + "-directions";
    }
}
