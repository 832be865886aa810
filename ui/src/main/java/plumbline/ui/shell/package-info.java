/// The window itself: top bar, watchlist, chart, results, status bar, and what is laid over them.
///
/// - [MainWindow] is what the application opens; it shows the workspace once the home folder is
///   open, or says why it could not be opened.
/// - [WorkspaceModel] holds which market is shown and binds the view models of the rooms together;
///   [WorkspaceView] lays their views out.
/// - What the window needs of the system comes through ports: [FileOpener], [WindowSettings],
///   [WindowServices].
///
/// Start with [MainWindow].
package plumbline.ui.shell;
