package plumbline.simulator.kraken;

import java.util.Map;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.CandleSum;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.SimulatedMarket;

/// `GET OHLC`: the newest 720 candles at most, however far back `since` is. The last one is not
/// finished. Every minute has a row: one without a trade is flat at the price before it.
final class Ohlc {
    private static final int MOST = 720;
    private static final int LOT_DECIMALS = 8;
    private static final long WEEK_MINUTES = 10_080;

    /// Monday, 1970-01-05, in minutes: weeks begin there, all else at midnight of 1970.
    private static final long FIRST_MONDAY = 4 * 1440;

    /// Minutes of an interval, and of where the first one begins.
    private static final Map<Long, Long> INTERVALS =
            Map.of(
                    1L,
                    0L,
                    5L,
                    0L,
                    15L,
                    0L,
                    30L,
                    0L,
                    60L,
                    0L,
                    240L,
                    0L,
                    1440L,
                    0L,
                    WEEK_MINUTES,
                    FIRST_MONDAY,
                    21_600L,
                    0L);

    private final MarketHistory history;
    private final long nowMs;
    private final long stepMs;
    private final long originMs;
    private final CandleSum sum = new CandleSum();

    private Ohlc(MarketHistory history, long minutes, long originMinutes, long nowMs) {
        this.history = history;
        this.nowMs = nowMs;
        this.stepMs = minutes * 60_000;
        this.originMs = originMinutes * 60_000;
    }

    static byte[] json(MarketHistory history, KrakenQuery query, long nowMs) {
        long minutes = query.number("interval").orElse(1);
        Long origin = INTERVALS.get(minutes);
        if (origin == null) {
            throw KrakenRefusal.arguments();
        }
        long since = query.number("since").orElse(-1);
        return new Ohlc(history, minutes, origin, nowMs).rows(since);
    }

    private long openOf(long timeMs) {
        return Math.floorDiv(timeMs - originMs, stepMs) * stepMs + originMs;
    }

    private byte[] rows(long since) {
        long last = openOf(nowMs);
        long from = Math.max(last - (MOST - 1) * stepMs, openOf(history.market().listedMs()));
        while (from < last && from / 1000 <= since) { // the last one is always there
            from += stepMs;
        }
        WireText out = new WireText(1 << 14);
        out.text("{\"error\":[],\"result\":{\"").text(history.market().symbol()).text("\":[");
        long before = history.lastPrice(from - 1);
        for (long open = from; open <= last; open += stepMs) {
            history.sum(open, open + stepMs, nowMs, sum);
            out.text(open == from ? "[" : ",[").number(open / 1000).character(',');
            before = row(before, out);
        }
        long finished = Math.max(from, last - stepMs);
        return out.text("],\"last\":").number(finished / 1000).text("}}").toBytes();
    }

    private long row(long before, WireText out) {
        SimulatedMarket market = history.market();
        int shown = market.priceDecimals();
        boolean traded = sum.trades() > 0;
        long[] prices =
                traded
                        ? new long[] {
                            sum.open(),
                            sum.high(),
                            sum.low(),
                            sum.close(),
                            market.meanPrice(sum.worth(), sum.lots())
                        }
                        : new long[] {before, before, before, before, 0};
        for (long price : prices) {
            out.quoted(price, shown, shown).character(',');
        }
        out.quoted(sum.lots(), market.lotDecimals(), LOT_DECIMALS).character(',');
        out.number(sum.trades()).character(']');
        return traded ? sum.close() : before;
    }
}
