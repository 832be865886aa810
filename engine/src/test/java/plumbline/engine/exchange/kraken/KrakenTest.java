package plumbline.engine.exchange.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plumbline.engine.exchange.http.ScriptedServer.ok;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.exchange.CandlePage;
import plumbline.engine.exchange.Exchange.From;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.exchange.TradePage;
import plumbline.engine.exchange.http.ExchangeException.Refused;
import plumbline.engine.exchange.http.ExchangeException.Unavailable;
import plumbline.engine.exchange.http.MadeTime;
import plumbline.engine.exchange.http.PlayedVenue;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.instrument.Instrument.Contract;
import plumbline.engine.instrument.Instrument.Limits;
import plumbline.engine.instrument.InstrumentKind;
import plumbline.engine.instrument.TradingStatus;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Over real sockets, against a Kraken that has a list of trades.
class KrakenTest {
    private static final long MINUTE = 60_000;
    private static final Instrument BTC =
            new Instrument(
                    MarketId.parse("kraken:BTC/USD"),
                    "XXBTZUSD",
                    InstrumentKind.SPOT,
                    TradingStatus.TRADING,
                    new BigDecimal("0.1"),
                    new BigDecimal("0.00000001"),
                    Limits.NONE,
                    Contract.of("BTC"));

    private PlayedVenue venue;
    private PlayedKraken played;
    private Kraken kraken;

    @BeforeEach
    void start() throws IOException {
        venue = new PlayedVenue((path, query) -> played.answer(path, query));
        played = new PlayedKraken(venue.time::millis);
        kraken = new Kraken(venue.server.url(), venue.transport, venue.timing(), venue.events);
    }

    @AfterEach
    void stop() throws IOException {
        kraken.close();
        venue.close();
    }

    private void trade(long ms, String price, String quantity) {
        played.trades.add(new PlayedKraken.Trade(ms * 1_000_000, price, quantity));
    }

    /// Trades of some hours, at random: some minutes have many, some none, and once there is a rest
    /// of three hours.
    private long tradesOf(int minutes, Random random) {
        long begin = MadeTime.START - minutes * MINUTE;
        long ns = begin * 1_000_000;
        while (ns < MadeTime.START * 1_000_000) {
            ns += 1 + random.nextLong(random.nextInt(20) == 0 ? 400_000_000_000L : 40_000_000_000L);
            long half = (begin + minutes * MINUTE / 3) * 1_000_000;
            if (ns > half && ns < half + 180 * MINUTE * 1_000_000) {
                ns += 180 * MINUTE * 1_000_000;
            }
            played.trades.add(
                    new PlayedKraken.Trade(
                            ns,
                            BigDecimal.valueOf(30_000_0 + random.nextInt(500), 1).toString(),
                            BigDecimal.valueOf(1 + random.nextInt(1_000_000), 8).toPlainString()));
        }
        return begin;
    }

    private CandlePage ask(Timeframe timeframe, long fromMs, long toMs, From from)
            throws InterruptedException {
        return kraken.candles(
                BTC, timeframe, new TimeRange(fromMs, toMs), from, RequestPriority.HISTORY);
    }

    private static List<Candle> candles(CandleSeries series) {
        List<Candle> all = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            all.add(series.candle(i));
        }
        return all;
    }

    private List<Candle> download(Timeframe timeframe, long fromMs, long toMs, From from)
            throws InterruptedException {
        List<Candle> all = new ArrayList<>();
        long begin = fromMs;
        long end = toMs;
        while (begin < end) {
            CandlePage page = ask(timeframe, begin, end, from);
            assertThat(page.complete().isEmpty()).isFalse();
            if (from == From.OLDEST) {
                assertThat(page.complete().fromMs()).isEqualTo(begin);
                all.addAll(candles(page.candles()));
                begin = page.complete().toMs();
            } else {
                assertThat(page.complete().toMs()).isEqualTo(end);
                all.addAll(0, candles(page.candles()));
                end = page.complete().fromMs();
            }
        }
        return all;
    }

    /// 720 minutes are given, 1500 more are made of trades: that where one ends and the other
    /// begins cannot be seen.
    @ParameterizedTest
    @EnumSource(From.class)
    void historyIsOneSeries(From from) throws Exception {
        long begin = tradesOf(2220, new Random(5));

        List<Candle> all = download(Timeframe.M1, begin - 500 * MINUTE, MadeTime.START, from);

        assertThat(all).isEqualTo(played.reference(MINUTE, MadeTime.START));
        assertThat(all.stream().filter(c -> c.volume() == 0).count()).isGreaterThan(180);
        assertThat(venue.asked("/0/public/OHLC")).isNotEmpty();
        assertThat(venue.asked("/0/public/Trades")).hasSizeGreaterThan(20);
    }

    /// A candle of a day takes many answers, and is given when it is whole.
    @Test
    void aDayOfManyTrades() throws Exception {
        long day = 86_400_000;
        long begin = Timeframe.D1.openOf(MadeTime.START - 800 * day);
        for (int i = 0; i < 300; i++) {
            trade(begin + i * 600_000L, Integer.toString(100 + i % 7), "0.1");
        }
        trade(MadeTime.START - 5000, "90", "1");

        CandlePage page = ask(Timeframe.D1, begin, begin + 2 * day, From.OLDEST);

        assertThat(page.complete().fromMs()).isEqualTo(begin);
        assertThat(page.candles().candle(0)).isEqualTo(new Candle(begin, 100, 106, 100, 103, 14.4));
    }

    @Test
    void theCandleThatIsFormingIsLeftOut() throws Exception {
        trade(MadeTime.START - 90_000, "100", "1");
        trade(MadeTime.START + 1000, "200", "1");
        venue.time.advance(30_000);

        assertThat(
                        download(
                                Timeframe.M1,
                                MadeTime.START - 10 * MINUTE,
                                MadeTime.START,
                                From.OLDEST))
                .containsExactly(
                        new Candle(MadeTime.START - 2 * MINUTE, 100, 100, 100, 100, 1),
                        new Candle(MadeTime.START - MINUTE, 100, 100, 100, 100, 0));
        CandlePage all =
                ask(
                        Timeframe.M1,
                        MadeTime.START - 2 * MINUTE,
                        MadeTime.START + 10 * MINUTE,
                        From.NEWEST);
        assertThat(all.complete())
                .isEqualTo(new TimeRange(MadeTime.START - 2 * MINUTE, MadeTime.START));
        assertThat(all.candles().size()).isEqualTo(2);
        CandlePage ahead = ask(Timeframe.M1, MadeTime.START, Long.MAX_VALUE, From.OLDEST);
        assertThat(ahead.complete().isEmpty()).isTrue();
    }

    /// By the clock the last row is finished, by the venue's own word it is not.
    @Test
    void theLastRowIsNeverFinished() throws Exception {
        kraken.trades(BTC, new TimeRange(0, 1), RequestPriority.LIVE);
        long open = (MadeTime.START - MINUTE) / 1000;
        venue.server.next(
                ok(
                        PlayedKraken.result(
                                "\"X\":[[%d,\"1\",\"1\",\"1\",\"1\",\"1\",\"1\",1],[%d,1,1,1,1,1,1,1]]"
                                        .formatted(open - 60, open))));

        CandlePage page =
                ask(
                        Timeframe.M1,
                        MadeTime.START - 2 * MINUTE,
                        MadeTime.START + MINUTE,
                        From.OLDEST);

        assertThat(page.candles().size()).isEqualTo(1);
        assertThat(page.complete().toMs()).isEqualTo(MadeTime.START - MINUTE);
    }

    @Test
    void tradesAreCompleteUpToTheLastMillisecond() throws Exception {
        long begin = tradesOf(600, new Random(6));
        List<MarketTrade> all = new ArrayList<>();
        long at = begin;
        while (at < MadeTime.START) {
            TradePage page =
                    kraken.trades(BTC, new TimeRange(at, MadeTime.START), RequestPriority.HISTORY);
            all.addAll(page.trades());
            at = page.complete().toMs();
        }

        List<PlayedKraken.Trade> there =
                played.trades.stream().filter(t -> t.ms() < MadeTime.START).toList();
        assertThat(all.stream().map(MarketTrade::id).toList())
                .isEqualTo(
                        there.stream()
                                .map(t -> Integer.toString(played.trades.indexOf(t) + 1))
                                .toList());
        assertThat(all.getFirst().price()).isEqualTo(there.getFirst().price());
        assertThat(all.getFirst().taker()).isEqualTo(MarketTrade.Taker.BUYER);
    }

    /// What is small is taken for seconds; the beginning is 0.
    @Test
    void theBeginningOfAllTradesIsAskedForAsZero() throws Exception {
        trade(MadeTime.START - 5 * MINUTE, "1", "2");
        long since2010 = 1_262_304_000_000L;

        CandlePage page = ask(Timeframe.D1, since2010, MadeTime.START, From.OLDEST);

        assertThat(page.complete().fromMs()).isEqualTo(since2010);
        assertThat(venue.asked("/0/public/Trades"))
                .isNotEmpty()
                .allMatch(t -> t.contains("since=0&") || t.matches(".*since=1\\d{18}&.*"));
    }

    /// More trades in one millisecond than an answer holds.
    @Test
    void aSweepWithinOneMillisecond() throws Exception {
        for (int i = 0; i < 100; i++) {
            played.trades.add(
                    new PlayedKraken.Trade(
                            (MadeTime.START - 5 * MINUTE) * 1_000_000 + i, "1", "2"));
        }
        TimeRange range = new TimeRange(MadeTime.START - 5 * MINUTE, MadeTime.START);

        TradePage page = kraken.trades(BTC, range, RequestPriority.LIVE);

        assertThat(page.trades()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EAPI:Rate limit exceeded", "EGeneral:Too many requests:x"})
    void aRateLimitWithin200ClosesTheGate(String error) throws Exception {
        trade(MadeTime.START - 90_000, "100", "1");
        kraken.trades(BTC, new TimeRange(0, 1), RequestPriority.LIVE);
        int before = venue.server.targets().size();
        venue.server.next(ok("{\"error\":[\"" + error + "\"]}"));

        kraken.trades(BTC, new TimeRange(0, 1), RequestPriority.LIVE);

        List<Long> times = venue.server.times();
        assertThat(times.get(before + 1) - times.get(before)).isGreaterThanOrEqualTo(15_000);
        assertThat(kraken.state().error().orElseThrow().reason()).contains("limit of requests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EService:Unavailable", "EService:Busy"})
    void aVenueThatDoesNotWorkIsAskedAgain(String error) throws Exception {
        kraken.trades(BTC, new TimeRange(0, 1), RequestPriority.LIVE);
        venue.server.next(
                ok("{\"error\":[\"" + error + "\"],\"result\":{}}"),
                ok("{ \"error\" : [\"" + error + "\"] }"));

        assertThat(kraken.trades(BTC, new TimeRange(0, 1), RequestPriority.LIVE).trades())
                .isEmpty();

        for (int i = 0; i < 4; i++) {
            venue.server.next(ok("{\"error\":[\"" + error + "\"]}"));
        }
        assertThatThrownBy(() -> kraken.trades(BTC, new TimeRange(0, 1), RequestPriority.LIVE))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining(error.substring(error.indexOf(':') + 1));
    }

    @Test
    void aRefusalIsNotRepeated() throws Exception {
        kraken.trades(BTC, new TimeRange(0, 1), RequestPriority.LIVE);
        int before = venue.server.targets().size();
        venue.server.next(ok("{\"error\":[\"EQuery:Unknown asset pair\"]}"));

        assertThatThrownBy(() -> kraken.book(BTC, 10, RequestPriority.LIVE))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> {
                            assertThat(e.code()).isEqualTo("EQuery");
                            assertThat(e.words()).isEqualTo("Unknown asset pair");
                        });
        assertThat(venue.server.targets()).hasSize(before + 1);
    }

    @Test
    void aLockoutShutsOut() throws Exception {
        kraken.trades(BTC, new TimeRange(0, 1), RequestPriority.LIVE);
        venue.server.next(ok("{\"error\":[\"EGeneral:Temporary lockout\"]}"));

        assertThatThrownBy(() -> kraken.book(BTC, 10, RequestPriority.LIVE))
                .hasMessageContaining("shut this address out");
    }

    @Test
    void aWarningIsNoRefusal() throws Exception {
        kraken.trades(BTC, new TimeRange(0, 1), RequestPriority.LIVE);
        venue.server.next(
                ok(
                        "{\"error\":[\"WGeneral:Slow\"],\"result\":{\"X\":{\"bids\":[[\"1\",\"2\",3]],"
                                + "\"asks\":[]}}}"));

        assertThat(kraken.book(BTC, 10, RequestPriority.LIVE).bids()).hasSize(1);
        assertThat(venue.server.targets().getLast())
                .isEqualTo("/0/public/Depth?pair=XXBTZUSD&count=10");
    }
}
