/// Candles in JSON as rows of text, whatever the JSON's shape.
///
/// Start with [JsonTable#read]. Callers: the import of files, which then understands the rows like
/// those of any text. Knows no names but those of columns.
package plumbline.engine.feed.json;
