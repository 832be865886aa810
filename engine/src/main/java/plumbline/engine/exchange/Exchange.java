package plumbline.engine.exchange;

import java.util.List;
import java.util.Set;
import plumbline.engine.exchange.http.VenueState;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.exchange.resilience.VenueClock;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Port: the public data of one venue. Implemented once for each, in a package of its name.
///
/// Thread-safe; blocking, so not for the FX thread. A thread that is interrupted comes back at
/// once. What could not be had is an [plumbline.engine.exchange.http.ExchangeException], whose kind
/// says what to do.
public interface Exchange extends AutoCloseable {
    /// Our name of it, as markets have it: `binance`.
    String venue();

    /// The candles that it makes.
    Set<Timeframe> timeframes();

    /// Its markets, as it describes them now.
    Listing listing() throws InterruptedException;

    /// Finished candles that open within a range: as many as the venue gives at once, from the end
    /// of the range that is asked for.
    ///
    /// @param range not empty; what has not happened yet is left out
    CandlePage candles(
            Instrument market,
            Timeframe timeframe,
            TimeRange range,
            From from,
            RequestPriority priority)
            throws InterruptedException;

    /// What else than candles it has.
    default Set<Offer> offers() {
        return Set.of();
    }

    /// Trades within a range, as many as the venue gives at once. What is left of the range is
    /// asked for again.
    ///
    /// @param range not empty
    /// @throws UnsupportedOperationException if it is not offered
    default TradePage trades(Instrument market, TimeRange range, RequestPriority priority)
            throws InterruptedException {
        throw missing(Offer.TRADES);
    }

    /// The orders that wait now.
    ///
    /// @param depth so many prices of each side are wanted; there may be fewer, and are never more
    /// @throws UnsupportedOperationException if it is not offered
    default BookSnapshot book(Instrument market, int depth, RequestPriority priority)
            throws InterruptedException {
        throw missing(Offer.BOOK);
    }

    /// What was paid for holding a perpetual within a range, oldest first.
    ///
    /// @throws UnsupportedOperationException if it is not offered
    default List<FundingRate> funding(Instrument market, TimeRange range, RequestPriority priority)
            throws InterruptedException {
        throw missing(Offer.FUNDING);
    }

    /// At what a perpetual is valued now.
    ///
    /// @throws UnsupportedOperationException if it is not offered
    default MarkPrice markPrice(Instrument market, RequestPriority priority)
            throws InterruptedException {
        throw missing(Offer.MARK_PRICE);
    }

    private UnsupportedOperationException missing(Offer offer) {
        return new UnsupportedOperationException(venue() + " has no " + offer.words());
    }

    /// Public data beside candles.
    enum Offer {
        TRADES("trades"),
        BOOK("order book"),
        FUNDING("funding rates"),
        MARK_PRICE("mark prices");

        private final String words;

        Offer(String words) {
            this.words = words;
        }

        /// For messages.
        public String words() {
            return words;
        }
    }

    /// At which end of a range a page begins.
    enum From {
        OLDEST,
        NEWEST
    }

    /// The venue's clock, as far as it was learnt.
    VenueClock clock();

    /// How it is to call it now.
    VenueState state();

    @Override
    void close();
}
