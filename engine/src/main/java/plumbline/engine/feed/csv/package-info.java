/// Text to rows of candles, in the speed of the disk.
///
/// Works on bytes, because a year of minutes should be in before the user has let go of the key:
/// [FastRowParser] takes plain rows eight bytes at a time ([plumbline.engine.bytes.ByteScanner]);
/// any other row is taken apart by [CsvReader], which also says what is wrong with it.
///
/// Start with [CsvReader#read]. Callers: the import of files; the reader of Parquet for numbers and
/// times that are text. A new layout of columns goes into [CsvLayout].
package plumbline.engine.feed.csv;
