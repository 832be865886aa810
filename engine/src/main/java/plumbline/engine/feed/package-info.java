/// How candles come in and go out: files of candles, the bundled sample, export.
///
/// A file is read whole or not at all: every row that cannot be used is named by file, line and
/// column ([FileFault]), and while there is one nothing is stored unless the caller asks to skip
/// them.
///
/// Start with [CandleImport]. The parser proper is [CsvReader] with [NumberParser]; both work on
/// bytes, because a year of minutes should be in before the user has let go of the key. Parquet
/// files go through [ParquetReader]; their format is a room of its own.
package plumbline.engine.feed;
