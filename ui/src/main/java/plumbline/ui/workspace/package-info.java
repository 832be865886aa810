/// Panels that dock: what a panel is ([Panel], [PanelType]), where panels stand ([PageLayout]), how
/// that is kept ([Layouts], [LayoutText]), and what shows it ([DockHost], by BentoFX in
/// [BentoDock]).
///
/// Start with [Panel]; `docs/panels.md` says how to add one. The shell calls this room; it knows no
/// other room of the window.
package plumbline.ui.workspace;
