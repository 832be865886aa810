package plumbline.ui.theme;

/// The looks of the window.
public enum Theme {
    DARK("dark"),
    LIGHT("light"),

    /// Black, with strong borders and words that stand out as much as they can.
    HIGH_CONTRAST("contrast");

    private final String code;

    Theme(String code) {
        this.code = code;
    }

    /// What it is called in files, and as a style class of the root.
    public String code() {
        return code;
    }
}
