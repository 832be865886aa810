package plumbline.ui.watchlist;

import plumbline.engine.market.MarketId;

/// One market as the list shows it.
///
/// @param source where its candles come from
/// @param recent closes of the last two days (of longer candles the last 48), oldest first
/// @param last newest close
/// @param decimals it takes to write the price
/// @param change of the newest close against the one a day before, as a fraction; `NaN` if there is
///   none
/// @param newestMs when the newest candle closed
/// @param problem why its candles could not be read, empty if they could
record MarketRow(
        MarketId market,
        String source,
        double[] recent,
        double last,
        int decimals,
        double change,
        long newestMs,
        String problem) {

    /// A market whose candles could not be read.
    static MarketRow broken(MarketId market, String source, long newestMs, String problem) {
        return new MarketRow(
                market, source, new double[0], Double.NaN, 0, Double.NaN, newestMs, problem);
    }
}
