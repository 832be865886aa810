/// What a market is and what its candles are: ids, timeframes, candle columns, gaps, and the port
/// to where candles are kept.
///
/// - A series is columns ([CandleSeries]), oldest first, times in epoch milliseconds UTC.
/// - Nothing here repairs data: what breaks the rules of a candle is named ([SeriesCheck]) and
///   refused where it comes in.
///
/// Start with [CandleSeries], then [CandleRepository]. Callers: every other room.
package plumbline.engine.market;
