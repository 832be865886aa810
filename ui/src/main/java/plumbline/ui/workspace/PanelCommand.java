package plumbline.ui.workspace;

/// Something that can be done with an open panel: all that can be done by dragging, and more.
///
/// @param key of its text: `panel.float`
/// @param apart whether it begins a further group in a menu
public record PanelCommand(String key, boolean apart, Runnable run) {}
