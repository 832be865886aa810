/// Files that people edit without code: themes, texts, report templates, fonts, sample trades.
///
/// Open, so that a library that is handed a path (a font loader, a resource bundle) finds the file.
@org.jspecify.annotations.NullMarked
open module plumbline.resources {
    requires static org.jspecify;

    exports plumbline.resources;
}
