package plumbline.engine.exchange.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import plumbline.engine.exchange.CandlePage;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.Exchange.From;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.exchange.symbol.SymbolAlias;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Candles of one market of a venue, under the name that the market had at each time: a venue keeps
/// what was before a renaming under the old name.
///
/// @param market as it is listed now
/// @param names that it had at other times; at all times not named it is called as it is now
public record VenueSeries(
        Exchange exchange, Instrument market, Timeframe timeframe, List<SymbolAlias> names) {
    public VenueSeries {
        names = names.stream().sorted(Comparator.comparing(SymbolAlias::from)).toList();
    }

    /// Of a market that was never renamed.
    public VenueSeries(Exchange exchange, Instrument market, Timeframe timeframe) {
        this(exchange, market, timeframe, List.of());
    }

    public SeriesKey key() {
        return new SeriesKey(market.id(), timeframe);
    }

    /// A page from an end of a range; it does not go beyond the time of one name.
    CandlePage candles(TimeRange range, From from) throws InterruptedException {
        long at = from == From.OLDEST ? range.fromMs() : range.toMs() - 1;
        String symbol = market.symbol();
        long begins = range.fromMs();
        long ends = range.toMs();
        for (SymbolAlias name : names) {
            if (name.holdsAt(Instant.ofEpochMilli(at))) {
                symbol = name.symbol();
                begins = Math.max(begins, name.from().toEpochMilli());
                ends = Math.min(ends, name.to().toEpochMilli());
            } else if (name.from().toEpochMilli() > at) {
                ends = Math.min(ends, name.from().toEpochMilli());
            } else {
                begins = Math.max(begins, name.to().toEpochMilli());
            }
        }
        return exchange.candles(
                market.called(symbol),
                timeframe,
                new TimeRange(begins, ends),
                from,
                RequestPriority.HISTORY);
    }
}
