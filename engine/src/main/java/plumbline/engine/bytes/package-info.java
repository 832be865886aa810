/// Text taken apart as bytes, many at a time: for what is read by the million.
///
/// Start with [ByteScanner] and [NumberParser].
package plumbline.engine.bytes;
