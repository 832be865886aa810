package plumbline.simulator.binance;

import plumbline.engine.market.Timeframe;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.CandleSum;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.SimulatedMarket;

/// `GET klines`.
///
/// With `startTime` the oldest candles from there on, else the newest, at or before `endTime` if it
/// is given. Both bound the time at which a candle opens. The candle that is not finished comes
/// last; what the venue slept through is absent.
final class Klines {
    private static final int USUAL = 500;
    private static final int ROW_BYTES = 190;

    private final MarketHistory history;
    private final Digits digits;
    private final Timeframe timeframe;
    private final long zoneMs;
    private final long nowMs;
    private final CandleSum sum = new CandleSum();

    /// What the segments of the venue do differently.
    ///
    /// @param most rows of an answer
    /// @param strict whether more are refused, instead of being cut off
    /// @param spot whether there are candles of a second and days of other zones
    record Rules(int most, boolean strict, boolean spot) {}

    private Klines(
            MarketHistory history, Timeframe timeframe, long zoneMs, Digits digits, long nowMs) {
        this.history = history;
        this.digits = digits;
        this.timeframe = timeframe;
        this.zoneMs = zoneMs;
        this.nowMs = nowMs;
    }

    static byte[] json(
            MarketHistory history, Parameters parameters, Rules rules, Digits digits, long nowMs) {
        Timeframe timeframe =
                Timeframe.of(parameters.mandatory("interval"))
                        .filter(t -> rules.spot() || t != Timeframe.S1)
                        .orElseThrow(Refusal::interval);
        int limit =
                rules.strict()
                        ? parameters.strictLimit(USUAL, rules.most())
                        : parameters.limit(USUAL, rules.most());
        long zoneMs = rules.spot() ? parameters.zoneOffsetMs() : 0;
        Klines klines = new Klines(history, timeframe, zoneMs, digits, nowMs);
        long end = Math.min(parameters.number("endTime").orElse(Long.MAX_VALUE), nowMs);
        long first = klines.openOf(history.market().listedMs());
        long start = parameters.number("startTime").orElse(Long.MIN_VALUE);
        long from =
                start == Long.MIN_VALUE
                        ? klines.newest(first, end, limit)
                        : klines.firstFrom(Math.max(first, start));
        return klines.rows(from, end, limit);
    }

    private long openOf(long timeMs) {
        return timeframe.openOf(timeMs + zoneMs) - zoneMs;
    }

    private long next(long openMs) {
        return timeframe.next(openMs + zoneMs) - zoneMs;
    }

    private long firstFrom(long timeMs) {
        if (timeMs > nowMs) {
            return Long.MAX_VALUE; // nothing opens so late; beyond it times would overflow
        }
        long open = openOf(timeMs);
        return open < timeMs ? next(open) : open;
    }

    /// Where to begin so that `limit` candles are left up to `end`.
    private long newest(long first, long end, int limit) {
        long at = openOf(Math.min(end, history.endMs() - 1));
        long from = Long.MAX_VALUE;
        for (int found = 0; at >= first && found < limit; at = openOf(at - 1)) {
            if (history.hasAny(at, next(at), nowMs)) {
                from = at;
                found++;
            }
        }
        return from;
    }

    private byte[] rows(long from, long end, int limit) {
        long last = Math.min(end, history.endMs() - 1);
        WireText out = new WireText(limit * ROW_BYTES);
        out.character('[');
        int rows = 0;
        for (long open = from; open <= last && rows < limit; ) {
            long next = next(open);
            history.sum(open, next, nowMs, sum);
            if (sum.isPresent()) {
                if (rows > 0) {
                    out.character(',');
                }
                row(open, next - 1, out);
                rows++;
            }
            open = next;
        }
        return out.character(']').toBytes();
    }

    private void row(long openMs, long closeMs, WireText out) {
        SimulatedMarket market = history.market();
        int price = market.priceDecimals();
        int lot = market.lotDecimals();
        out.character('[').number(openMs).character(',');
        out.quoted(sum.open(), price, digits.price()).character(',');
        out.quoted(sum.high(), price, digits.price()).character(',');
        out.quoted(sum.low(), price, digits.price()).character(',');
        out.quoted(sum.close(), price, digits.price()).character(',');
        out.quoted(sum.lots(), lot, digits.lot()).character(',');
        out.number(closeMs).character(',');
        out.quoted(sum.worth(), market.worthDecimals(), digits.worth()).character(',');
        out.number(sum.trades()).character(',');
        out.quoted(sum.takerBuyLots(), lot, digits.lot()).character(',');
        out.quoted(sum.takerBuyWorth(), market.worthDecimals(), digits.worth());
        out.text(",\"0\"]");
    }
}
