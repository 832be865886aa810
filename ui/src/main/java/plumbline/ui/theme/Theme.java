package plumbline.ui.theme;

/// The two looks of the window.
public enum Theme {
    DARK,
    LIGHT
}
