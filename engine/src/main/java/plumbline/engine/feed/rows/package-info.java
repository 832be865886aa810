/// What rows of candles are before they are a series: their columns, their order, the limits of
/// their times, and where their faults go.
///
/// Start with [CandleRows]. Callers: the readers of CSV and Parquet, and the import that merges
/// what they read. Knows no file format.
package plumbline.engine.feed.rows;
