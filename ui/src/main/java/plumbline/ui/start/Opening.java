package plumbline.ui.start;

/// How the window is opened.
///
/// @param welcome whether a newcomer is welcomed
/// @param safe whether layouts and keys of the user are left alone
/// @param crashed whether the window was not closed in order the last time
public record Opening(boolean welcome, boolean safe, boolean crashed) {}
