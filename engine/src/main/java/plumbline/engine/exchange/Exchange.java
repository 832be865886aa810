package plumbline.engine.exchange;

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
