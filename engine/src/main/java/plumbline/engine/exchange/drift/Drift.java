package plumbline.engine.exchange.drift;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import plumbline.engine.exchange.BookSnapshot;
import plumbline.engine.exchange.CandlePage;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.FundingRate;
import plumbline.engine.exchange.Listing;
import plumbline.engine.exchange.MarkPrice;
import plumbline.engine.exchange.TradePage;
import plumbline.engine.exchange.http.CallRules;
import plumbline.engine.exchange.http.HttpTransport;
import plumbline.engine.exchange.http.Timing;
import plumbline.engine.exchange.http.VenueEvents;
import plumbline.engine.exchange.http.VenueHttp;
import plumbline.engine.exchange.http.VenueProfile;
import plumbline.engine.exchange.http.VenueRequest;
import plumbline.engine.exchange.http.VenueState;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.exchange.resilience.VenueClock;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// The public data of the Drift family: perpetuals of a program on Solana, which runs as Drift and,
/// under other addresses and with another collateral, as Velocity. A deployment has two servers:
/// that of the data, which has the past, and that of the order book (DLOB).
///
/// Markets are known by their symbol: the numbers that the program gives them differ between
/// deployments. Neither server tells the time, so our clock says which candles are finished.
///
/// Source: drift-labs v2-teacher of 2025-10; velocity-exchange dlob-server and docs of 2026-07, and
/// the routes of its data server of 2026-08; recorded answers of February and July 2026.
///
/// Thread-safe.
public final class Drift implements Exchange {
    /// Requests above an unpublished number are answered 429; so many a minute have been found to
    /// be taken by those who ask.
    private static final VenueProfile.Limit LIMIT =
            new VenueProfile.Limit(60, Duration.ofMinutes(1), Optional.empty());

    private final Deployment deployment;
    private final VenueHttp data;
    private final VenueHttp dlob;
    private final DriftCandles candles;
    private final DriftTrades trades;
    private final DriftFunding funding;

    /// Where the program runs.
    ///
    /// Source: velocity-common, EnvironmentConstants, of 2026-08-17; ccxt, drift, of February 2026.
    public enum Deployment {
        /// Takes no orders since April 2026; what happened before then can still be asked for.
        DRIFT("drift", "https://data.api.drift.trade", "https://dlob.drift.trade", "USDC", true),
        VELOCITY(
                "velocity",
                "https://data.velocity.exchange",
                "https://dlob.velocity.exchange",
                "USDT",
                false);

        private final String venue;
        private final String dataUrl;
        private final String dlobUrl;
        private final String collateral;
        private final boolean paused;

        Deployment(
                String venue, String dataUrl, String dlobUrl, String collateral, boolean paused) {
            this.venue = venue;
            this.dataUrl = dataUrl;
            this.dlobUrl = dlobUrl;
            this.collateral = collateral;
            this.paused = paused;
        }

        /// Our name of it.
        public String venue() {
            return venue;
        }

        /// Where its data is in the world.
        public String dataUrl() {
            return dataUrl;
        }

        /// Where its order book is in the world.
        public String dlobUrl() {
            return dlobUrl;
        }

        /// What prices are in and profits are paid in. Both are counted in millionths, so that a
        /// mistake would show nowhere.
        public String collateral() {
            return collateral;
        }

        /// Whether it takes no orders, whatever its servers say of a market.
        public boolean paused() {
            return paused;
        }
    }

    /// @param dataUrl where the paths of the data begin: [Deployment#dataUrl], or a simulator
    /// @param dlobUrl where those of the order book begin: [Deployment#dlobUrl], or a simulator
    public Drift(
            Deployment deployment,
            String dataUrl,
            String dlobUrl,
            HttpTransport transport,
            Timing timing,
            VenueEvents events) {
        this.deployment = deployment;
        data = new VenueHttp(profile(deployment, dataUrl), transport, timing, events);
        dlob = new VenueHttp(profile(deployment, dlobUrl), transport, timing, events);
        candles = new DriftCandles(data);
        trades = new DriftTrades(deployment.venue, data);
        funding = new DriftFunding(data);
    }

    private static VenueProfile profile(Deployment deployment, String url) {
        return new VenueProfile(
                deployment.venue,
                url,
                LIMIT,
                new DriftRefusals(),
                Optional.empty(),
                CallRules.USUAL);
    }

    @Override
    public String venue() {
        return deployment.venue;
    }

    @Override
    public Set<Timeframe> timeframes() {
        return candles.timeframes();
    }

    @Override
    public Set<Offer> offers() {
        return EnumSet.allOf(Offer.class);
    }

    @Override
    public Listing listing() throws InterruptedException {
        return data.get(
                new VenueRequest("markets", "/stats/markets", 1, RequestPriority.LIVE),
                answer -> DriftListing.read(deployment, answer));
    }

    @Override
    public CandlePage candles(
            Instrument market,
            Timeframe timeframe,
            TimeRange range,
            From from,
            RequestPriority priority)
            throws InterruptedException {
        if (!timeframes().contains(timeframe)) {
            throw new IllegalArgumentException(
                    deployment.venue + " has no candles of " + timeframe);
        }
        return candles.page(market, timeframe, range, from, priority);
    }

    /// Of the last 30 days alone, from the end of the range backwards.
    @Override
    public TradePage trades(Instrument market, TimeRange range, RequestPriority priority)
            throws InterruptedException {
        return trades.page(market, range, priority);
    }

    @Override
    public BookSnapshot book(Instrument market, int depth, RequestPriority priority)
            throws InterruptedException {
        return dlob.get(
                l2(market, depth, priority),
                answer -> DriftBook.read(answer, market.symbol(), depth));
    }

    /// Of the last 30 days alone.
    @Override
    public List<FundingRate> funding(Instrument market, TimeRange range, RequestPriority priority)
            throws InterruptedException {
        return funding.within(market, range, priority);
    }

    @Override
    public MarkPrice markPrice(Instrument market, RequestPriority priority)
            throws InterruptedException {
        return dlob.get(
                l2(market, 1, priority), answer -> DriftBook.markPrice(answer, market.symbol()));
    }

    private static VenueRequest l2(Instrument market, int depth, RequestPriority priority) {
        return new VenueRequest("book", "/l2", 1, priority)
                .with("marketName", market.symbol())
                .with("depth", Integer.toString(Math.clamp(depth, 1, DriftBook.DEEPEST)));
    }

    @Override
    public VenueClock clock() {
        return data.clock();
    }

    /// That of the server of the data, with the group of the order book's server.
    @Override
    public VenueState state() {
        VenueState ofData = data.state();
        VenueState ofBook = dlob.state();
        Map<String, VenueState.Breaker> breakers = new TreeMap<>(ofData.breakers());
        breakers.putAll(ofBook.breakers());
        return new VenueState(
                ofData.venue(),
                ofData.limit(),
                breakers,
                ofData.latency().or(ofBook::latency),
                later(ofData.error(), ofBook.error()),
                ofData.clockOffset());
    }

    private static Optional<VenueState.Failure> later(
            Optional<VenueState.Failure> one, Optional<VenueState.Failure> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().at().isAfter(other.get().at()) ? one : other;
    }

    @Override
    public void close() {
        data.close();
        dlob.close();
    }
}
