/// The file format Parquet, as far as tables of candles need it.
///
/// Written by hand ([ParquetWriter]): six columns of one kind are a small part of the format. Read
/// with the library Hardwood ([ParquetTable]), because what others write uses all of it. Hardwood
/// trusts what a file says of itself, so the structure of every page is checked before it sees one
/// ([PageCheck]).
///
/// Start with [ParquetTable]. Callers: the import and the export of candles.
///
/// Source: the Parquet format specification 2.11 (`parquet.thrift`), and Thrift's compact protocol.
package plumbline.engine.feed.parquet;
