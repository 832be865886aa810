package plumbline.engine.exchange.kraken;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import plumbline.engine.exchange.CandlePage;
import plumbline.engine.exchange.Exchange.From;
import plumbline.engine.exchange.TradePage;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Candles that are older than those which Kraken gives, made of its trades. A candle of a day
/// takes as many answers as the day has thousands of trades.
///
/// Thread-safe.
final class KrakenHistory {
    /// A market may rest for years, and each minute of it is a candle.
    private static final int MOST = 10_000;

    private static final long LEAST_WINDOW_MS = TimeUnit.HOURS.toMillis(1);

    private final KrakenTrades trades;

    KrakenHistory(KrakenTrades trades) {
        this.trades = trades;
    }

    /// Which candles of a market.
    record Asked(Instrument market, Timeframe timeframe, From from, RequestPriority priority) {
        /// When the first candle opens at a time or after it.
        long firstOpen(long ms) {
            long open = timeframe.openOf(ms);
            return open < ms ? timeframe.next(open) : open;
        }
    }

    /// A page of a range, up to a time at which a candle opens and which is past.
    CandlePage page(Asked asked, TimeRange range, long untilMs) throws InterruptedException {
        long first = asked.firstOpen(range.fromMs());
        long until = asked.firstOpen(Math.min(untilMs, range.toMs()));
        if (first >= until) { // no candle opens in it
            return new CandlePage(
                    CandleSeries.empty(), upTo(Math.max(untilMs, range.fromMs()), range));
        }
        return asked.from == From.OLDEST
                ? oldest(asked, range, first, until)
                : newest(asked, range, first, until);
    }

    private static TimeRange upTo(long ms, TimeRange range) {
        return new TimeRange(range.fromMs(), Math.min(ms, range.toMs()));
    }

    private CandlePage oldest(Asked asked, TimeRange range, long first, long until)
            throws InterruptedException {
        TradeCandles candles = new TradeCandles(asked.timeframe);
        long at = first;
        long whole = first;
        while (whole <= first) {
            TradePage page = trades.page(asked.market, new TimeRange(at, until), asked.priority);
            if (page.complete().isEmpty()) { // the venue's clock was set back
                return new CandlePage(CandleSeries.empty(), upTo(range.fromMs(), range));
            }
            candles.add(page.trades());
            at = page.complete().toMs();
            whole = at >= until ? until : asked.timeframe.openOf(at);
        }
        return made(asked, candles, range, new TimeRange(first, whole));
    }

    private CandlePage made(Asked asked, TradeCandles candles, TimeRange range, TimeRange whole)
            throws InterruptedException {
        long firstTraded = candles.firstOpenMs().orElse(Long.MAX_VALUE);
        Optional<BigDecimal> before =
                firstTraded == whole.fromMs()
                        ? Optional.empty() // it does not matter
                        : trades.priceBefore(asked.market, whole.fromMs(), asked.priority);
        long begin = before.isPresent() ? whole.fromMs() : firstTraded;
        long to = whole.toMs();
        if (begin < to) {
            to = Math.min(to, begin + MOST * asked.timeframe.millis());
        }
        return new CandlePage(candles.between(whole.fromMs(), to, before), upTo(to, range));
    }

    /// An hour, or a candle if it is longer: how many trades there are before a time, nobody says.
    private CandlePage newest(Asked asked, TimeRange range, long first, long until)
            throws InterruptedException {
        long window = Math.max(LEAST_WINDOW_MS, asked.timeframe.millis());
        long begin = Math.max(first, asked.timeframe.openOf(until - window));
        List<CandleSeries> parts = new ArrayList<>();
        long at = begin;
        while (at < until) {
            CandlePage page = oldest(asked, new TimeRange(at, until), at, until);
            if (page.complete().isEmpty()) {
                return new CandlePage(
                        CandleSeries.empty(), new TimeRange(range.fromMs(), range.fromMs()));
            }
            parts.add(page.candles());
            at = page.complete().toMs();
        }
        CandleSeries candles = CandleSeries.joined(parts);
        // a market that has been traded has a candle for each time since
        boolean reached = begin == first || candles.isEmpty();
        return new CandlePage(
                candles,
                new TimeRange(reached ? range.fromMs() : begin, Math.min(until, range.toMs())));
    }
}
