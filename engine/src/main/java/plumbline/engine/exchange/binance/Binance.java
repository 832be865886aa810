package plumbline.engine.exchange.binance;

import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.engine.exchange.AnsweredCandles;
import plumbline.engine.exchange.BookSnapshot;
import plumbline.engine.exchange.CandlePage;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.FundingRate;
import plumbline.engine.exchange.Listing;
import plumbline.engine.exchange.MarkPrice;
import plumbline.engine.exchange.TradePage;
import plumbline.engine.exchange.http.CallRules;
import plumbline.engine.exchange.http.ExchangeException.Malformed;
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
import plumbline.engine.market.CandleBuffer;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Binance's public data: spot, or futures that are settled in money.
///
/// Source: binance-spot-api-docs of 2026-07-21; binance-connector-java, derivatives, of 2026-08-10.
///
/// Thread-safe.
public final class Binance implements Exchange {
    private static final int PAGE = 1000;

    /// So many answers that were cut may follow each other.
    static final int CUT_ANSWERS = 4;

    /// Rates have a limit of their own, 500 in five minutes; so many at most are asked for by it.
    private static final int FUNDING_WEIGHT = 24;

    private static final long MINUTE_MS = 60_000;

    private static final String CANDLES = "candles";
    private static final String MARKETS = "markets";

    /// `3d` is not offered: where its candles begin is nowhere written.
    private static final Set<Timeframe> TIMEFRAMES = EnumSet.complementOf(EnumSet.of(Timeframe.D3));

    private final Segment segment;
    private final VenueHttp http;
    private final BinanceTrades trades;

    /// Which of its markets.
    public enum Segment {
        SPOT(
                "binance",
                "https://api.binance.com",
                "/api/v3",
                6000,
                2,
                List.of(
                        new BookSize(100, 5),
                        new BookSize(500, 25),
                        new BookSize(1000, 50),
                        new BookSize(5000, 250))),
        /// Perpetuals and dated futures, settled in USDT or USDC.
        USDM(
                "binance-usdm",
                "https://fapi.binance.com",
                "/fapi/v1",
                2400,
                5,
                List.of(
                        new BookSize(50, 2),
                        new BookSize(100, 5),
                        new BookSize(500, 10),
                        new BookSize(1000, 20)));

        private final String venue;
        private final String url;
        private final String path;
        private final int weightPerMinute;
        private final int candleWeight;
        private final List<BookSize> bookSizes;

        Segment(
                String venue,
                String url,
                String path,
                int weightPerMinute,
                int candleWeight,
                List<BookSize> bookSizes) {
            this.venue = venue;
            this.url = url;
            this.path = path;
            this.weightPerMinute = weightPerMinute;
            this.candleWeight = candleWeight;
            this.bookSizes = bookSizes;
        }

        /// Our name of it.
        public String venue() {
            return venue;
        }

        /// The smallest answer that has so many prices of each side, or the largest there is.
        private BookSize bookSize(int depth) {
            return bookSizes.stream()
                    .filter(size -> size.levels >= depth)
                    .findFirst()
                    .orElse(bookSizes.getLast());
        }

        /// Where it is in the world.
        public String url() {
            return url;
        }

        String path(String below) {
            return path + below;
        }
    }

    /// How many prices of each side of a book can be asked for, and what that weighs.
    private record BookSize(int levels, int weight) {}

    /// @param url where its paths begin: [Segment#url], or a simulator
    public Binance(
            Segment segment,
            String url,
            HttpTransport transport,
            Timing timing,
            VenueEvents events) {
        this.segment = segment;
        VenueRequest time =
                new VenueRequest("time", segment.path("/time"), 1, RequestPriority.ORDER);
        http =
                new VenueHttp(
                        new VenueProfile(
                                segment.venue,
                                url,
                                new VenueProfile.Limit(
                                        segment.weightPerMinute,
                                        Duration.ofMinutes(1),
                                        Optional.of("X-MBX-USED-WEIGHT-1M")),
                                BinanceAnswers::refusal,
                                Optional.of(new TimeQuestion(time, BinanceAnswers::serverTime)),
                                CallRules.USUAL),
                        transport,
                        timing,
                        events);
        trades = new BinanceTrades(segment, http);
    }

    @Override
    public String venue() {
        return segment.venue;
    }

    @Override
    public Set<Timeframe> timeframes() {
        Set<Timeframe> offered = EnumSet.copyOf(TIMEFRAMES);
        if (segment == Segment.USDM) {
            offered.remove(Timeframe.S1);
        }
        return offered;
    }

    @Override
    public Listing listing() throws InterruptedException {
        VenueRequest request =
                new VenueRequest(
                        MARKETS,
                        segment.path("/exchangeInfo"),
                        segment == Segment.SPOT ? 20 : 1,
                        RequestPriority.LIVE);
        return http.get(request, answer -> BinanceListing.read(segment.venue, answer));
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
            throw new IllegalArgumentException(segment.venue + " has no candles of " + timeframe);
        }
        Asked asked = new Asked(market, timeframe, from, priority);
        CandlePage page = page(asked, range, PAGE);
        for (int i = 0; i < CUT_ANSWERS; i++) {
            TimeRange open = unanswered(page, timeframe, from);
            if (open.isEmpty()) {
                return page;
            }
            // it stopped short of the end: is there nothing, or was the answer cut?
            CandlePage next = page(asked, open, 1);
            if (next.candles().isEmpty() && isEmpty(asked, open, !page.candles().isEmpty())) {
                return page;
            }
            if (next.candles().isEmpty()) {
                page = page(asked, range, PAGE);
                continue;
            }
            TimeRange complete = upTo(next.candles().firstOpenMs(), page.complete(), asked);
            if (!complete.isEmpty()) {
                return new CandlePage(page.candles(), complete);
            }
            page = page(asked, range, PAGE);
        }
        throw new Malformed(
                segment.venue + " " + CANDLES,
                segment.path("/klines"),
                -1,
                "it says again and again that there are no candles where it has some",
                false,
                null);
    }

    /// Whether a range has no candles, asked from its other end: there the venue must name one that
    /// lies outside, if it is known that there is one. A venue that answers nothing at all is not
    /// believed.
    private boolean isEmpty(Asked asked, TimeRange range, boolean hasOthers)
            throws InterruptedException {
        boolean before = asked.from == From.OLDEST;
        VenueRequest request = candles(asked, 1);
        VenueRequest other =
                before
                        ? request.with("endTime", Long.toString(range.toMs() - 1))
                        : request.with("startTime", Long.toString(range.fromMs()));
        CandleBuffer found =
                http.get(
                        other.with("limit", "1"),
                        answer -> {
                            CandleBuffer one = new CandleBuffer(1);
                            new KlineReader(answer).read(one);
                            return one;
                        });
        return found.size() == 0 ? !hasOthers : !range.contains(found.time()[0]);
    }

    /// The part of what was said to be complete before a candle that is there all the same.
    private static TimeRange upTo(long there, TimeRange complete, Asked asked) {
        return asked.from == From.OLDEST
                ? new TimeRange(complete.fromMs(), there)
                : new TimeRange(
                        Math.min(asked.timeframe.next(there), complete.toMs()), complete.toMs());
    }

    /// Behind the last candle of a page, in the direction in which was asked, what is said to be
    /// empty.
    private static TimeRange unanswered(CandlePage page, Timeframe timeframe, From from) {
        TimeRange complete = page.complete();
        if (page.candles().isEmpty()) {
            return complete;
        }
        long behind = timeframe.next(page.candles().lastOpenMs());
        return from == From.OLDEST
                ? new TimeRange(Math.min(behind, complete.toMs()), complete.toMs())
                : new TimeRange(complete.fromMs(), page.candles().firstOpenMs());
    }

    private record Asked(
            Instrument market, Timeframe timeframe, From from, RequestPriority priority) {}

    private VenueRequest candles(Asked asked, int limit) {
        return new VenueRequest(
                        CANDLES,
                        segment.path("/klines"),
                        limit == 1 ? Math.min(2, segment.candleWeight) : segment.candleWeight,
                        asked.priority)
                .with("symbol", asked.market.symbol())
                .with("interval", asked.timeframe.code());
    }

    private CandlePage page(Asked asked, TimeRange range, int limit) throws InterruptedException {
        VenueRequest request = candles(asked, limit);
        VenueRequest paged =
                asked.from == From.OLDEST
                        ? request.with("startTime", Long.toString(Math.max(0, range.fromMs())))
                        : request.with("endTime", Long.toString(range.toMs() - 1));
        long nowMs = http.surely(range.toMs());
        return http.get(
                paged.with("limit", Integer.toString(limit)),
                answer -> read(answer, asked, range, limit, nowMs));
    }

    private static CandlePage read(
            byte[] answer, Asked asked, TimeRange range, int limit, long nowMs)
            throws ParseException {
        CandleBuffer candles = new CandleBuffer(limit);
        new KlineReader(answer).read(candles);
        boolean full = candles.size() >= limit;
        return new AnsweredCandles(candles, asked.timeframe).page(range, asked.from, full, nowMs);
    }

    @Override
    public Set<Offer> offers() {
        return segment == Segment.SPOT
                ? EnumSet.of(Offer.TRADES, Offer.BOOK)
                : EnumSet.allOf(Offer.class);
    }

    @Override
    public TradePage trades(Instrument market, TimeRange range, RequestPriority priority)
            throws InterruptedException {
        return trades.page(market, range, priority);
    }

    @Override
    public BookSnapshot book(Instrument market, int depth, RequestPriority priority)
            throws InterruptedException {
        BookSize size = segment.bookSize(depth);
        VenueRequest request =
                new VenueRequest("book", segment.path("/depth"), size.weight, priority)
                        .with("symbol", market.symbol())
                        .with("limit", Integer.toString(size.levels));
        return http.get(request, answer -> BinanceAnswers.book(answer, depth));
    }

    @Override
    public List<FundingRate> funding(Instrument market, TimeRange range, RequestPriority priority)
            throws InterruptedException {
        if (segment == Segment.SPOT) {
            return Exchange.super.funding(market, range, priority);
        }
        List<FundingRate> all = new ArrayList<>();
        long fromMs = range.fromMs();
        while (fromMs < range.toMs()) {
            VenueRequest request =
                    new VenueRequest(
                                    "funding",
                                    segment.path("/fundingRate"),
                                    FUNDING_WEIGHT,
                                    priority)
                            .with("symbol", market.symbol())
                            .with("startTime", Long.toString(fromMs))
                            .with("endTime", Long.toString(range.toMs() - 1))
                            .with("limit", Integer.toString(PAGE));
            List<FundingRate> page = http.get(request, BinanceAnswers::funding);
            page.stream().filter(rate -> range.contains(rate.timeMs())).forEach(all::add);
            if (page.size() < PAGE) {
                break;
            }
            fromMs = Math.max(fromMs, page.getLast().timeMs()) + MINUTE_MS;
        }
        all.sort(Comparator.comparingLong(FundingRate::timeMs));
        return all;
    }

    @Override
    public MarkPrice markPrice(Instrument market, RequestPriority priority)
            throws InterruptedException {
        if (segment == Segment.SPOT) {
            return Exchange.super.markPrice(market, priority);
        }
        VenueRequest request =
                new VenueRequest("mark price", segment.path("/premiumIndex"), 1, priority)
                        .with("symbol", market.symbol());
        return http.get(request, BinanceAnswers::markPrice);
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
