package plumbline.ui.theme;

/// The looks of the window.
public enum Theme {
    DARK("dark", true),
    LIGHT("light", false),

    /// Black, with strong borders and words that stand out as much as they can.
    HIGH_CONTRAST("contrast", true);

    private final String code;
    private final boolean dark;

    Theme(String code, boolean dark) {
        this.code = code;
        this.dark = dark;
    }

    /// What it is called in files, and as a style class of the root.
    public String code() {
        return code;
    }

    boolean isDark() {
        return dark;
    }
}
