package plumbline.engine.exchange.binance;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import plumbline.engine.exchange.AnswerJson;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.exchange.MarketTrade.Taker;
import plumbline.engine.exchange.TradePage;
import plumbline.engine.exchange.binance.Binance.Segment;
import plumbline.engine.exchange.http.ExchangeException.Malformed;
import plumbline.engine.exchange.http.VenueHttp;
import plumbline.engine.exchange.http.VenueRequest;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.TimeRange;
import tools.jackson.databind.JsonNode;

/// Asks Binance for trades: those of one taker at one price and time are one, `aggTrades`. Their
/// numbers follow each other without a gap, so that an answer that was cut is noticed.
final class BinanceTrades {
    private static final int PAGE = 1000;
    private static final String GROUP = "trades";

    private final Segment segment;
    private final VenueHttp http;

    BinanceTrades(Segment segment, VenueHttp http) {
        this.segment = segment;
        this.http = http;
    }

    /// One trade with its number.
    record Numbered(long number, MarketTrade trade) {}

    /// The oldest of a range.
    TradePage page(Instrument market, TimeRange range, RequestPriority priority)
            throws InterruptedException {
        long end = Math.min(range.toMs(), http.surely(range.toMs()));
        if (end <= range.fromMs()) {
            return new TradePage(List.of(), new TimeRange(range.fromMs(), range.fromMs()));
        }
        VenueRequest asked = request(market, priority);
        VenueRequest within =
                asked.with("startTime", Long.toString(range.fromMs()))
                        .with("endTime", Long.toString(end - 1));
        List<Numbered> trades = get(within, PAGE);
        for (int cut = 0; trades.size() < PAGE; cut++) {
            if (isAll(asked, range.fromMs(), end, trades)) {
                return page(trades, new TimeRange(range.fromMs(), end));
            }
            if (cut == Binance.CUT_ANSWERS) {
                throw leavesOut();
            }
            trades = get(within, PAGE);
        }
        // the last millisecond may go on in the next answer
        long lastMs = trades.getLast().trade.timeMs();
        while (trades.getFirst().trade.timeMs() == lastMs) {
            List<Numbered> more = get(behind(asked, trades), PAGE);
            trades.addAll(more);
            if (more.size() < PAGE) {
                lastMs = end;
                break;
            }
            lastMs = trades.getLast().trade.timeMs();
        }
        return page(trades, new TimeRange(range.fromMs(), Math.min(lastMs, end)));
    }

    private static TradePage page(List<Numbered> trades, TimeRange complete) {
        List<MarketTrade> within =
                trades.stream()
                        .map(Numbered::trade)
                        .filter(trade -> complete.contains(trade.timeMs()))
                        .toList();
        return new TradePage(within, complete);
    }

    /// That an answer stops short of the end is true only if the next trade is behind it.
    private boolean isAll(VenueRequest asked, long fromMs, long end, List<Numbered> trades)
            throws InterruptedException {
        VenueRequest next =
                trades.isEmpty()
                        ? asked.with("startTime", Long.toString(fromMs))
                        : behind(asked, trades);
        List<Numbered> first = get(next, 1);
        return first.isEmpty() || first.getFirst().trade.timeMs() >= end;
    }

    private Malformed leavesOut() {
        return new Malformed(
                segment.venue() + " " + GROUP,
                segment.path("/aggTrades"),
                -1,
                "it says again and again that there are no trades where it has some",
                false,
                null);
    }

    private static VenueRequest behind(VenueRequest asked, List<Numbered> trades) {
        return asked.with("fromId", Long.toString(trades.getLast().number + 1));
    }

    private VenueRequest request(Instrument market, RequestPriority priority) {
        return new VenueRequest(
                        GROUP,
                        segment.path("/aggTrades"),
                        segment == Segment.SPOT ? 4 : 20,
                        priority)
                .with("symbol", market.symbol());
    }

    private List<Numbered> get(VenueRequest request, int limit) throws InterruptedException {
        return http.get(request.with("limit", Integer.toString(limit)), BinanceTrades::read);
    }

    static List<Numbered> read(byte[] answer) throws ParseException {
        JsonNode rows = AnswerJson.tree(answer, "list of trades");
        return AnswerJson.parsed(() -> read(rows));
    }

    private static List<Numbered> read(JsonNode rows) {
        if (!rows.isArray()) {
            throw new IllegalArgumentException("no list of trades");
        }
        List<Numbered> trades = new ArrayList<>(rows.size());
        for (JsonNode row : rows) {
            Numbered trade = trade(row);
            if (!trades.isEmpty()
                    && (trades.getLast().number + 1 != trade.number
                            || trades.getLast().trade.timeMs() > trade.trade.timeMs())) {
                throw new IllegalArgumentException(
                        "trade " + trade.number + " does not follow " + trades.getLast().number);
            }
            trades.add(trade);
        }
        return trades;
    }

    /// `{"a":26129,"p":"0.01633102","q":"4.70443515","f":27781,"l":27781,"T":1498793709153,
    /// "m":true,"M":true}`.
    private static Numbered trade(JsonNode row) {
        long number = AnswerJson.whole(row, "a");
        return new Numbered(
                number,
                new MarketTrade(
                        Long.toString(number),
                        AnswerJson.whole(row, "T"),
                        AnswerJson.number(row.path("p"), "price"),
                        AnswerJson.number(row.path("q"), "quantity"),
                        taker(row.path("m"))));
    }

    /// @param waited whether the buyer's order had waited
    private static Taker taker(JsonNode waited) {
        if (!waited.isBoolean()) {
            return Taker.UNKNOWN;
        }
        return waited.asBoolean() ? Taker.SELLER : Taker.BUYER;
    }
}
