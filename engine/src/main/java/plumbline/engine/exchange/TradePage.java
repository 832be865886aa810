package plumbline.engine.exchange;

import java.util.List;
import plumbline.engine.market.TimeRange;

/// Trades of one answer, or of some that belong together.
///
/// @param trades oldest first; those of one millisecond as the venue has them
/// @param complete the part of the range that was asked for in which the venue has no others; which
///   end it lies at is the venue's affair
public record TradePage(List<MarketTrade> trades, TimeRange complete) {
    public TradePage {
        trades = List.copyOf(trades);
    }
}
