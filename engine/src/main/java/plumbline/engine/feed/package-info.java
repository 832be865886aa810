/// How candles come in and go out: files of candles, the bundled sample, export.
///
/// A file is read whole or not at all: every row that cannot be used is named by file, line and
/// column ([FileFault]), and while there is one nothing is stored unless the caller asks to skip
/// them.
///
/// Start with [CandleImport]; what a file is, [CandleFile] finds out. Text and Parquet are rooms of
/// their own, `csv` and `parquet`, and what both make of a file, `rows`, is below them.
///
/// Callers: the commands and the window that import and export; [CandleQuery] for whoever shows or
/// tests on candles.
package plumbline.engine.feed;
