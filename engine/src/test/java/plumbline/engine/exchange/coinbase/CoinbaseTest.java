package plumbline.engine.exchange.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plumbline.engine.exchange.http.ScriptedServer.ok;
import static plumbline.engine.exchange.http.ScriptedServer.status;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.engine.exchange.CandlePage;
import plumbline.engine.exchange.Exchange.From;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.exchange.TradePage;
import plumbline.engine.exchange.http.ExchangeException.Refused;
import plumbline.engine.exchange.http.MadeTime;
import plumbline.engine.exchange.http.PlayedVenue;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.instrument.Instrument.Contract;
import plumbline.engine.instrument.Instrument.Limits;
import plumbline.engine.instrument.InstrumentKind;
import plumbline.engine.instrument.TradingStatus;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Over real sockets, against a Coinbase that has a list of trades.
class CoinbaseTest {
    private static final long MINUTE = 60_000;
    private static final long DAY = 86_400_000;
    private static final int TRADES_AN_ANSWER = 50;
    private static final Instrument ALIAS =
            new Instrument(
                    MarketId.parse("coinbase:BTC/USDC"),
                    "BTC-USDC",
                    InstrumentKind.SPOT,
                    TradingStatus.TRADING,
                    new BigDecimal("0.01"),
                    new BigDecimal("0.00000001"),
                    Limits.NONE,
                    Contract.of("BTC"));

    /// When each trade was; its number is its place, from 1.
    private final List<Long> trades = new ArrayList<>();

    private PlayedVenue venue;
    private Coinbase coinbase;

    @BeforeEach
    void start() throws IOException {
        venue = new PlayedVenue(this::answer);
        coinbase = new Coinbase(venue.server.url(), venue.transport, venue.timing(), venue.events);
    }

    @AfterEach
    void stop() throws IOException {
        coinbase.close();
        venue.close();
    }

    private String answer(String path, Map<String, String> query) {
        return switch (path) {
            case "/time" ->
                    "{\"iso\":\"\",\"epoch\":" + BigDecimal.valueOf(venue.time.millis(), 3) + "}";
            case "/products/BTC-USDC/candles" -> candles(query);
            case "/products/BTC-USDC/trades" ->
                    trades(Long.parseLong(query.getOrDefault("after", "999999999")));
            default -> "{}";
        };
    }

    private String trades(long after) {
        StringBuilder rows = new StringBuilder();
        int count = 0;
        for (int i = (int) Math.min(trades.size(), after - 1); i > 0; i--) {
            if (count < TRADES_AN_ANSWER && trades.get(i - 1) <= venue.time.millis()) {
                rows.append(count++ == 0 ? "" : ",")
                        .append(
                                "{\"time\":\"%s\",\"trade_id\":%d,\"price\":\"10.5\",\"size\":\"0.01\",\"side\":\"%s\"}"
                                        .formatted(
                                                Instant.ofEpochMilli(trades.get(i - 1)),
                                                i,
                                                i % 2 == 0 ? "buy" : "sell"));
            }
        }
        return "[" + rows + "]";
    }

    private String candles(Map<String, String> query) {
        long millis = Long.parseLong(query.get("granularity")) * 1000;
        long start = Instant.parse(query.get("start")).toEpochMilli();
        long end = Instant.parse(query.get("end")).toEpochMilli();
        assertThat((end - start) / millis).isLessThan(300);
        StringBuilder rows = new StringBuilder();
        opens(millis)
                .descendingMap()
                .forEach((open, count) -> {
                    if (open >= start && open <= end) {
                        rows.append(rows.isEmpty() ? "" : ",")
                                .append("[%d,1,3,2,2.5,%d]".formatted(open / 1000, count));
                    }
                });
        return "[" + rows + "]";
    }

    /// When candles open that have a trade, and how many it has.
    private TreeMap<Long, Integer> opens(long millis) {
        TreeMap<Long, Integer> opens = new TreeMap<>();
        trades.stream()
                .filter(ms -> ms <= venue.time.millis())
                .forEach(ms -> opens.merge(Math.floorDiv(ms, millis) * millis, 1, Integer::sum));
        return opens;
    }

    private void tradesAtRandom(long fromMs, Random random, int meanMs) {
        for (long at = fromMs; at < MadeTime.START; at += 1 + random.nextInt(2 * meanMs)) {
            trades.add(at);
        }
    }

    private List<Long> download(Timeframe timeframe, long fromMs, long toMs, From from)
            throws InterruptedException {
        List<Long> all = new ArrayList<>();
        TimeRange left = new TimeRange(fromMs, toMs);
        while (!left.isEmpty()) {
            CandlePage page =
                    coinbase.candles(ALIAS, timeframe, left, from, RequestPriority.HISTORY);
            TimeRange done = page.complete();
            assertThat(done.isEmpty()).isFalse();
            List<Long> opens = new ArrayList<>();
            for (long open : page.candles().openTime()) {
                opens.add(open);
            }
            if (from == From.OLDEST) {
                assertThat(done.fromMs()).isEqualTo(left.fromMs());
                all.addAll(opens);
                left = new TimeRange(done.toMs(), left.toMs());
            } else {
                assertThat(done.toMs()).isEqualTo(left.toMs());
                all.addAll(0, opens);
                left = new TimeRange(left.fromMs(), done.fromMs());
            }
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(From.class)
    void everyCandleOnceInBothDirections(From from) throws Exception {
        long begin = MadeTime.START - 2 * DAY;
        tradesAtRandom(begin, new Random(8), 150_000);

        List<Long> all = download(Timeframe.M1, begin - DAY + 7, MadeTime.START, from);

        assertThat(all).isEqualTo(List.copyOf(opens(MINUTE).headMap(MadeTime.START).keySet()));
    }

    /// Two years without a trade are passed by days, not by minutes.
    @ParameterizedTest
    @EnumSource(From.class)
    void timeWithoutTradesIsPassedQuickly(From from) throws Exception {
        trades.add(MadeTime.START - 900 * DAY);
        trades.add(MadeTime.START - 5 * DAY);
        trades.add(MadeTime.START - 2 * MINUTE);

        List<Long> all = download(Timeframe.M1, MadeTime.START - 1500 * DAY, MadeTime.START, from);

        assertThat(all).isEqualTo(trades.stream().map(ms -> ms / MINUTE * MINUTE).toList());
        assertThat(venue.server.targets()).hasSizeLessThan(60);
    }

    @Test
    void theCandleThatIsFormingIsLeftOut() throws Exception {
        tradesAtRandom(MadeTime.START - 10 * MINUTE, new Random(9), 5_000);
        trades.add(MadeTime.START + 1_000);
        venue.time.advance(30_000);

        CandlePage page =
                coinbase.candles(
                        ALIAS,
                        Timeframe.M1,
                        new TimeRange(MadeTime.START - 10 * MINUTE, MadeTime.START + DAY),
                        From.OLDEST,
                        RequestPriority.LIVE);

        assertThat(page.complete().toMs()).isEqualTo(MadeTime.START);
        assertThat(page.candles().size()).isEqualTo(10);
        assertThat(page.candles().lastOpenMs()).isEqualTo(MadeTime.START - MINUTE);
        assertThat(
                        coinbase.candles(
                                        ALIAS,
                                        Timeframe.M1,
                                        new TimeRange(MadeTime.START, MadeTime.START + DAY),
                                        From.OLDEST,
                                        RequestPriority.LIVE)
                                .complete()
                                .isEmpty())
                .isTrue();
    }

    /// An alias is asked for by its own id.
    @Test
    void whatIsAskedFor() throws Exception {
        coinbase.candles(
                ALIAS,
                Timeframe.H1,
                new TimeRange(MadeTime.START - 7_200_000, MadeTime.START),
                From.OLDEST,
                RequestPriority.LIVE);

        assertThat(venue.asked("/products").getFirst())
                .startsWith("/products/BTC-USDC/candles?granularity=3600&start=2023-0");
    }

    @Test
    void tradesArePagedFromTheEnd() throws Exception {
        long begin = MadeTime.START - DAY;
        tradesAtRandom(begin, new Random(10), 50_000);
        trades.addAll(800, java.util.Collections.nCopies(120, trades.get(800)));
        TimeRange left = new TimeRange(begin + 1000, MadeTime.START - 3_600_000);
        List<MarketTrade> all = new ArrayList<>();
        int pages = 0;
        while (!left.isEmpty()) {
            TradePage page = coinbase.trades(ALIAS, left, RequestPriority.HISTORY);
            assertThat(page.complete().toMs()).isEqualTo(left.toMs());
            all.addAll(0, page.trades());
            left = new TimeRange(left.fromMs(), page.complete().fromMs());
            pages++;
        }

        List<String> there = new ArrayList<>();
        for (int i = 0; i < trades.size(); i++) {
            long ms = trades.get(i);
            if (ms >= begin + 1000 && ms < MadeTime.START - 3_600_000) {
                there.add(Integer.toString(i + 1));
            }
        }
        assertThat(all.stream().map(MarketTrade::id).toList()).isEqualTo(there);
        assertThat(venue.asked("/products").size())
                .as("the end is looked for once")
                .isLessThan(pages + 20);
        assertThat(all.getFirst().taker())
                .isEqualTo(
                        Integer.parseInt(there.getFirst()) % 2 == 0
                                ? MarketTrade.Taker.SELLER
                                : MarketTrade.Taker.BUYER);
    }

    @Test
    void noTradesAtAll() throws Exception {
        TimeRange range = new TimeRange(MadeTime.START - DAY, MadeTime.START);

        assertThat(coinbase.trades(ALIAS, range, RequestPriority.LIVE).complete()).isEqualTo(range);
    }

    @Test
    void aBookHasSoManyPrices() throws Exception {
        coinbase.trades(
                ALIAS, new TimeRange(MadeTime.START - DAY, MadeTime.START), RequestPriority.LIVE);
        venue.server.next(
                ok(
                        "{\"sequence\":7,\"bids\":[[\"9\",\"1\",2],[\"8\",\"1\",2]],"
                                + "\"asks\":[[\"10\",\"0.5\",1]]}"));

        var book = coinbase.book(ALIAS, 1, RequestPriority.LIVE);

        assertThat(book.sequence()).isEqualTo(7);
        assertThat(book.bids()).hasSize(1);
        assertThat(book.asks().getFirst().quantity()).isEqualTo(new BigDecimal("0.5"));
        assertThat(venue.server.targets().getLast()).isEqualTo("/products/BTC-USDC/book?level=2");
    }

    @Test
    void aRefusalHasItsWords() throws Exception {
        venue.server.next(
                ok("{\"iso\":\"\",\"epoch\":" + MadeTime.START / 1000 + "}"),
                status(404, "{\"message\":\"NotFound\"}"));

        assertThatThrownBy(() -> coinbase.listing())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("NotFound");
    }
}
