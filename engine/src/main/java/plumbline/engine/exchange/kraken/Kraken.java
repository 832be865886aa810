package plumbline.engine.exchange.kraken;

import java.text.ParseException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import plumbline.engine.exchange.AnsweredCandles;
import plumbline.engine.exchange.BookSnapshot;
import plumbline.engine.exchange.CandlePage;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.Listing;
import plumbline.engine.exchange.TradePage;
import plumbline.engine.exchange.http.CallRules;
import plumbline.engine.exchange.http.HttpTransport;
import plumbline.engine.exchange.http.Timing;
import plumbline.engine.exchange.http.VenueEvents;
import plumbline.engine.exchange.http.VenueHttp;
import plumbline.engine.exchange.http.VenueProfile;
import plumbline.engine.exchange.http.VenueProfile.TimeQuestion;
import plumbline.engine.exchange.http.VenueRequest;
import plumbline.engine.exchange.http.VenueState;
import plumbline.engine.exchange.kraken.KrakenHistory.Asked;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.exchange.resilience.VenueClock;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.CandleBuffer;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Kraken's public data of its spot market.
///
/// Candles: of each timeframe it gives the last 720 and no others; those before are made of its
/// trades, flat where nothing was traded, as its own are, so that both join. Each thousand trades
/// take a request, and about one a second may be sent: a year of a busy market takes hours.
///
/// Source: docs.kraken.com (OHLC, Trades, errors) of 2026; recorded answers of 2013 to 2025, in
/// which a candle without a trade has the close before it as all its prices.
///
/// Thread-safe.
public final class Kraken implements Exchange {
    /// Where it is in the world.
    public static final String URL = "https://api.kraken.com";

    private static final String VENUE = "kraken";
    private static final String PATH = "/0/public/";
    private static final int CANDLES_KEPT = 720;
    private static final int DEEPEST = 500;

    /// Asking for old candles takes time, in which some more become too old.
    private static final long SLACK_MS = TimeUnit.HOURS.toMillis(1);

    /// One a second is allowed for certain. It does not say what it has counted.
    private static final VenueProfile.Limit LIMIT =
            new VenueProfile.Limit(15, Duration.ofSeconds(15), Optional.empty());

    /// With their names. Its weeks begin on Thursdays, ours on Mondays.
    private static final Map<Timeframe, String> MINUTES =
            new EnumMap<>(
                    Map.of(
                            Timeframe.M1, "1",
                            Timeframe.M5, "5",
                            Timeframe.M15, "15",
                            Timeframe.M30, "30",
                            Timeframe.H1, "60",
                            Timeframe.H4, "240",
                            Timeframe.D1, "1440"));

    private final VenueHttp http;
    private final KrakenTrades trades;
    private final KrakenHistory history;

    /// @param url where its paths begin: [#URL], or a simulator
    public Kraken(String url, HttpTransport transport, Timing timing, VenueEvents events) {
        TimeQuestion time =
                new TimeQuestion(
                        request("time", "Time", RequestPriority.ORDER), KrakenAnswers::serverTime);
        http =
                new VenueHttp(
                        new VenueProfile(
                                VENUE,
                                url,
                                LIMIT,
                                new KrakenRefusals(),
                                Optional.of(time),
                                CallRules.USUAL),
                        transport,
                        timing,
                        events);
        trades = new KrakenTrades(http);
        history = new KrakenHistory(trades);
    }

    private static VenueRequest request(String group, String path, RequestPriority priority) {
        return new VenueRequest(group, PATH + path, 1, priority);
    }

    @Override
    public String venue() {
        return VENUE;
    }

    @Override
    public Set<Timeframe> timeframes() {
        return EnumSet.copyOf(MINUTES.keySet());
    }

    @Override
    public Set<Offer> offers() {
        return EnumSet.of(Offer.TRADES, Offer.BOOK);
    }

    @Override
    public Listing listing() throws InterruptedException {
        return http.get(
                request("markets", "AssetPairs", RequestPriority.LIVE),
                answer -> KrakenListing.read(VENUE, answer));
    }

    @Override
    public CandlePage candles(
            Instrument market,
            Timeframe timeframe,
            TimeRange range,
            From from,
            RequestPriority priority)
            throws InterruptedException {
        minutes(timeframe); // or it has none
        Asked asked = new Asked(market, timeframe, from, priority);
        long finished = timeframe.openOf(http.surely(range.toMs()));
        if (finished <= range.fromMs()) {
            return new CandlePage(
                    CandleSeries.empty(), new TimeRange(range.fromMs(), range.fromMs()));
        }
        long kept = finished - (CANDLES_KEPT - 1) * timeframe.millis();
        long wanted = from == From.OLDEST ? asked.firstOpen(range.fromMs()) : range.toMs() - 1;
        return wanted < kept
                ? history.page(asked, range, asked.firstOpen(Math.min(kept + SLACK_MS, finished)))
                : recent(asked, range, Math.max(kept, asked.firstOpen(range.fromMs())));
    }

    /// From the candles that it gives; where those do not reach, from trades.
    private CandlePage recent(Asked asked, TimeRange range, long sinceMs)
            throws InterruptedException {
        long since = TimeUnit.MILLISECONDS.toSeconds(sinceMs - asked.timeframe().millis());
        VenueRequest request =
                request("candles", "OHLC", asked.priority())
                        .with("pair", asked.market().symbol())
                        .with("interval", minutes(asked.timeframe()))
                        .with("since", Long.toString(since));
        Given given = http.get(request, answer -> given(answer, asked, range));
        return given.page().isPresent()
                ? given.page().get()
                : history.page(asked, range, given.fromMs());
    }

    /// What an answer has of a range.
    ///
    /// @param page empty if it does not reach so far back
    /// @param fromMs where it begins
    private record Given(Optional<CandlePage> page, long fromMs) {}

    private Given given(byte[] answer, Asked asked, TimeRange range) throws ParseException {
        CandleBuffer rows = KrakenAnswers.candles(answer);
        AnsweredCandles candles = new AnsweredCandles(rows, asked.timeframe());
        long finished = asked.timeframe().openOf(http.clock().millis());
        if (rows.size() == 0) {
            return new Given(Optional.empty(), finished);
        }
        // in order by now; the last one is still forming, whatever our clock says
        long first = rows.time()[0];
        long last = Math.min(finished, rows.time()[rows.size() - 1]);
        boolean reaches = first <= asked.firstOpen(range.fromMs());
        boolean touches = first < Math.min(range.toMs(), last);
        if (asked.from() == From.OLDEST ? !reaches : !(reaches || touches)) {
            return new Given(Optional.empty(), Math.min(first, finished));
        }
        TimeRange covered = reaches ? range : new TimeRange(first, range.toMs());
        return new Given(Optional.of(candles.page(covered, asked.from(), false, last)), first);
    }

    private static String minutes(Timeframe timeframe) {
        String minutes = MINUTES.get(timeframe);
        if (minutes == null) {
            throw new IllegalArgumentException(VENUE + " has no candles of " + timeframe);
        }
        return minutes;
    }

    @Override
    public TradePage trades(Instrument market, TimeRange range, RequestPriority priority)
            throws InterruptedException {
        return trades.page(market, range, priority);
    }

    @Override
    public BookSnapshot book(Instrument market, int depth, RequestPriority priority)
            throws InterruptedException {
        VenueRequest request =
                request("book", "Depth", priority)
                        .with("pair", market.symbol())
                        .with("count", Integer.toString(Math.clamp(depth, 1, DEEPEST)));
        return http.get(request, answer -> KrakenAnswers.book(answer, depth));
    }

    @Override
    public VenueClock clock() {
        return http.clock();
    }

    @Override
    public VenueState state() {
        return http.state();
    }

    @Override
    public void close() {
        http.close();
    }
}
