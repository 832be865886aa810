/// How the window looks: theme, colours of up and down, scale, and the bundled fonts.
///
/// Colours have a name and a value in `resources/themes/tokens.css` and nowhere else. What is drawn
/// by hand takes them through CSS (`resources/themes/chart.css`), so a change of theme reaches all.
///
/// Start with [Themes].
package plumbline.ui.theme;
