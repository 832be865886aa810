/// What a text file of candles looks like inside, found from a sample of its rows before any is
/// read: encoding, where the rows begin, which column is what, how times and numbers are written.
/// Decided once for the whole file; what stays open is refused with the option that settles it.
///
/// Start with [LayoutFinder#find]. Callers: the import of files. Knows nothing of archives; how
/// rows are read is `engine.feed.csv`.
package plumbline.engine.feed.layout;
