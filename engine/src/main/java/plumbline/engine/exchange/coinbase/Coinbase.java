package plumbline.engine.exchange.coinbase;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
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
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.exchange.resilience.VenueClock;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Coinbase's public data of its spot market, by the Exchange API. Its Advanced Trade API has the
/// same markets; this one is used as its public answers are the better known and recorded, and as
/// its trades can be paged without a key.
///
/// A candle is there only for a time in which something was traded. 300 times are asked for at
/// once; where they have none, candles of days tell where the next one is.
///
/// Source: docs.cdp.coinbase.com/exchange of 2026 (candles, trades, pagination, limits); recorded
/// answers of 2018 to 2021.
///
/// Thread-safe.
public final class Coinbase implements Exchange {
    /// Where it is in the world.
    public static final String URL = "https://api.exchange.coinbase.com";

    private static final String VENUE = "coinbase";
    private static final int PAGE = 300;
    private static final VenueProfile.Limit LIMIT =
            new VenueProfile.Limit(10, Duration.ofSeconds(1), Optional.empty());

    private static final Set<Timeframe> TIMEFRAMES =
            EnumSet.of(
                    Timeframe.M1,
                    Timeframe.M5,
                    Timeframe.M15,
                    Timeframe.H1,
                    Timeframe.H6,
                    Timeframe.D1);

    private final VenueHttp http;
    private final CoinbaseTrades trades;

    /// @param url where its paths begin: [#URL], or a simulator
    public Coinbase(String url, HttpTransport transport, Timing timing, VenueEvents events) {
        TimeQuestion time =
                new TimeQuestion(
                        request("time", "/time", RequestPriority.ORDER),
                        CoinbaseAnswers::serverTime);
        http =
                new VenueHttp(
                        new VenueProfile(
                                VENUE,
                                url,
                                LIMIT,
                                CoinbaseAnswers::refusal,
                                Optional.of(time),
                                CallRules.USUAL),
                        transport,
                        timing,
                        events);
        trades = new CoinbaseTrades(http);
    }

    private static VenueRequest request(String group, String path, RequestPriority priority) {
        return new VenueRequest(group, path, 1, priority);
    }

    @Override
    public String venue() {
        return VENUE;
    }

    @Override
    public Set<Timeframe> timeframes() {
        return EnumSet.copyOf(TIMEFRAMES);
    }

    @Override
    public Set<Offer> offers() {
        return EnumSet.of(Offer.TRADES, Offer.BOOK);
    }

    @Override
    public Listing listing() throws InterruptedException {
        return http.get(
                request("markets", "/products", RequestPriority.LIVE),
                answer -> CoinbaseListing.read(VENUE, answer));
    }

    private record Asked(
            Instrument market, Timeframe timeframe, From from, RequestPriority priority) {
        Asked days() {
            return new Asked(market, Timeframe.D1, from, priority);
        }
    }

    @Override
    public CandlePage candles(
            Instrument market,
            Timeframe timeframe,
            TimeRange range,
            From from,
            RequestPriority priority)
            throws InterruptedException {
        if (!TIMEFRAMES.contains(timeframe)) {
            throw new IllegalArgumentException(VENUE + " has no candles of " + timeframe);
        }
        Asked asked = new Asked(market, timeframe, from, priority);
        CandlePage page = page(asked, range);
        boolean searching = page.candles().isEmpty() && !page.complete().isEmpty();
        return searching && timeframe != Timeframe.D1
                ? withoutAny(asked, range, page.complete())
                : page;
    }

    /// So much of a range as fits into one answer, from the end that was asked for.
    private CandlePage page(Asked asked, TimeRange range) throws InterruptedException {
        Timeframe timeframe = asked.timeframe;
        long open = timeframe.openOf(range.fromMs());
        long first = open < range.fromMs() ? timeframe.next(open) : open;
        long now = http.surely(range.toMs());
        long end = Math.min(range.toMs(), timeframe.openOf(now));
        if (end <= first) { // no finished candle opens in it
            return new CandlePage(
                    CandleSeries.empty(),
                    new TimeRange(range.fromMs(), Math.max(range.fromMs(), end)));
        }
        long last = timeframe.openOf(end - 1);
        long span = (PAGE - 1) * timeframe.millis();
        TimeRange part;
        if (asked.from == From.OLDEST) {
            last = Math.min(last, first + span);
            long to = last + timeframe.millis();
            part = new TimeRange(range.fromMs(), Math.min(to, range.toMs()));
        } else {
            boolean reached = last - span <= first;
            first = Math.max(first, last - span);
            part = new TimeRange(reached ? range.fromMs() : first, range.toMs());
        }
        return ask(asked, part, first, last, now);
    }

    private CandlePage ask(Asked asked, TimeRange part, long first, long last, long now)
            throws InterruptedException {
        VenueRequest request =
                request(
                                "candles",
                                "/products/" + asked.market.symbol() + "/candles",
                                asked.priority)
                        .with("granularity", Long.toString(asked.timeframe.millis() / 1000))
                        .with("start", Instant.ofEpochMilli(first).toString())
                        .with("end", Instant.ofEpochMilli(last).toString());
        CandlePage page = http.get(request, answer -> read(answer, asked, part, now));
        // that there are none at all is believed when it is said twice
        return page.candles().isEmpty()
                ? http.get(request, answer -> read(answer, asked, part, now))
                : page;
    }

    private static CandlePage read(byte[] answer, Asked asked, TimeRange part, long now)
            throws ParseException {
        return new AnsweredCandles(CoinbaseAnswers.candles(answer), asked.timeframe)
                .page(part, asked.from, false, now);
    }

    /// Nothing was traded in the part that was asked for: how far the same is true, days tell.
    private CandlePage withoutAny(Asked asked, TimeRange range, TimeRange empty)
            throws InterruptedException {
        boolean oldest = asked.from == From.OLDEST;
        TimeRange rest =
                oldest
                        ? new TimeRange(empty.toMs(), range.toMs())
                        : new TimeRange(range.fromMs(), empty.fromMs());
        long day = Timeframe.D1.openOf(rest.fromMs());
        if (rest.isEmpty() || Timeframe.D1.openOf(rest.toMs() - 1) == day) {
            return new CandlePage(CandleSeries.empty(), empty);
        }
        CandlePage days = page(asked.days(), new TimeRange(day, rest.toMs()));
        TimeRange known = days.complete();
        CandleSeries traded = days.candles();
        if (known.isEmpty()) {
            return new CandlePage(CandleSeries.empty(), empty);
        }
        TimeRange complete;
        if (oldest) {
            long next = traded.isEmpty() ? known.toMs() : traded.firstOpenMs();
            complete = new TimeRange(empty.fromMs(), Math.max(empty.toMs(), next));
        } else {
            long before =
                    traded.isEmpty() ? known.fromMs() : Timeframe.D1.next(traded.lastOpenMs());
            // the day of the end may be unfinished, and has no candle then
            boolean whole = known.toMs() >= empty.fromMs();
            long from = whole ? Math.max(range.fromMs(), before) : empty.fromMs();
            complete = new TimeRange(Math.min(empty.fromMs(), from), empty.toMs());
        }
        return new CandlePage(CandleSeries.empty(), complete);
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
                request("book", "/products/" + market.symbol() + "/book", priority)
                        .with("level", "2");
        return http.get(request, answer -> CoinbaseAnswers.book(answer, depth));
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
