/// The way to the files of this module: themes, icons, fonts, texts, samples and report templates,
/// which people edit without code.
///
/// Start with [AppResources]. Callers: the window; the application, which hands the engine what its
/// reports are made with.
package plumbline.resources;
