package plumbline.ui.action;

/// When the keys of an action are heard.
public enum Scope {
    /// Only while nobody types and no card lies over the window.
    UNLESS_TYPING,
    /// Also while somebody types, but not while a card is open.
    WINDOW,
    /// Always, over cards too.
    ALWAYS
}
