package plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.config.ConfigLoader;
import plumbline.engine.exchange.BookSnapshot;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.Exchange.From;
import plumbline.engine.exchange.Exchange.Offer;
import plumbline.engine.exchange.FundingRate;
import plumbline.engine.exchange.MarkPrice;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.exchange.TradePage;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.simulator.SimulatorServer;
import plumbline.simulator.SimulatorSettings;

/// What exchanges have beside candles, at a simulator.
class ExchangeDataTest {
    private static final long NOW = Instant.parse("2025-06-01T12:34:06Z").toEpochMilli();
    private static final long MINUTE = 60_000L;

    @SuppressWarnings("NullAway.Init") // started before each test
    private SimulatorServer simulator;

    @SuppressWarnings("NullAway.Init")
    private Exchanges exchanges;

    @BeforeEach
    void start() throws IOException {
        simulator = SimulatorServer.start(SimulatorSettings.standing(7, NOW));
        open();
    }

    private void open() {
        String address = simulator.venue("binance").toString().replaceAll("/binance$", "");
        ConfigLoader loader = new ConfigLoader();
        loader.environment(Map.of("PLUMBLINE_EXCHANGES_SIMULATOR", address));
        exchanges = new Exchanges(loader.configuration(), InstantSource.system(), event -> {});
    }

    @AfterEach
    void stop() throws IOException {
        exchanges.close();
        simulator.close();
    }

    private static Instrument market(Exchange exchange, String pair) throws InterruptedException {
        return exchange.listing().instruments().stream()
                .filter(one -> one.id().pair().equals(pair))
                .findFirst()
                .orElseThrow();
    }

    /// The venue makes its candles of the same trades.
    @Test
    void tradesAreThoseOfWhichTheCandlesAreMade() throws Exception {
        Exchange binance = exchanges.of("binance");
        Instrument market = market(binance, "BTC/USDT");
        long from = NOW - NOW % MINUTE - 10 * MINUTE;
        TimeRange range = new TimeRange(from, NOW);

        List<MarketTrade> trades = all(binance, market, range);
        CandleSeries candles =
                binance.candles(market, Timeframe.M1, range, From.OLDEST, RequestPriority.HISTORY)
                        .candles();

        assertThat(trades.stream().map(MarketTrade::id)).doesNotHaveDuplicates();
        assertThat(candles.size()).isEqualTo(10);
        for (int i = 0; i < candles.size(); i++) {
            Candle candle = candles.candle(i);
            TimeRange minute = new TimeRange(candle.openTimeMs(), candle.openTimeMs() + MINUTE);
            List<MarketTrade> within =
                    trades.stream().filter(trade -> minute.contains(trade.timeMs())).toList();
            assertThat(within.getFirst().price().doubleValue()).isEqualTo(candle.open());
            assertThat(within.getLast().price().doubleValue()).isEqualTo(candle.close());
            assertThat(sum(within).doubleValue()).isCloseTo(candle.volume(), within(1e-9));
        }
    }

    private static BigDecimal sum(List<MarketTrade> trades) {
        return trades.stream().map(MarketTrade::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<MarketTrade> all(Exchange exchange, Instrument market, TimeRange range)
            throws InterruptedException {
        List<MarketTrade> all = new ArrayList<>();
        for (TimeRange left = range; !left.isEmpty(); ) {
            TradePage page = exchange.trades(market, left, RequestPriority.HISTORY);
            assertThat(page.complete().fromMs()).isEqualTo(left.fromMs());
            all.addAll(page.trades());
            left = new TimeRange(page.complete().toMs(), range.toMs());
        }
        return all;
    }

    /// The exchange's clock stands while ours goes on: what it has not finished is not taken.
    @ParameterizedTest
    @ValueSource(strings = {"binance", "binance-usdm", "kraken", "coinbase"})
    void whatIsFinishedTheExchangeSays(String venue) throws Exception {
        simulator.close();
        long beforeTheEnd = NOW - NOW % MINUTE + 59_000;
        simulator = SimulatorServer.start(SimulatorSettings.standing(7, beforeTheEnd));
        open();
        Exchange exchange = exchanges.of(venue);
        Instrument market = exchange.listing().instruments().getFirst();
        TimeRange range = new TimeRange(NOW - 10 * MINUTE, NOW + 10 * MINUTE);
        exchange.candles(market, Timeframe.M1, range, From.OLDEST, RequestPriority.HISTORY);

        Thread.sleep(2_500);

        CandleSeries candles =
                exchange.candles(market, Timeframe.M1, range, From.NEWEST, RequestPriority.HISTORY)
                        .candles();
        assertThat(candles.lastOpenMs()).isLessThan(NOW - NOW % MINUTE);
    }

    @Test
    void aBookIsAsDeepAsIsWanted() throws Exception {
        Exchange binance = exchanges.of("binance");
        Instrument market = market(binance, "BTC/USDT");

        BookSnapshot book = binance.book(market, 7, RequestPriority.LIVE);

        assertThat(book.bids()).hasSize(7);
        assertThat(book.asks()).hasSize(7);
        assertThat(new HashSet<>(book.bids())).doesNotContainAnyElementsOf(book.asks());
        assertThat(binance.book(market, 700, RequestPriority.LIVE).bids().subList(0, 7))
                .isEqualTo(book.bids());
    }

    @Test
    void aPerpetualHasFundingAndAMarkPrice() throws Exception {
        Exchange futures = exchanges.of("binance-usdm");
        Instrument market = market(futures, "BTC/USDT:USDT");
        long slot = 8 * 3_600_000L;
        TimeRange range = new TimeRange(NOW - 10 * 24 * 3_600_000L, NOW);

        List<FundingRate> rates = futures.funding(market, range, RequestPriority.LIVE);
        MarkPrice mark = futures.markPrice(market, RequestPriority.LIVE);

        assertThat(rates).hasSize(30);
        assertThat(rates).allSatisfy(rate -> assertThat(rate.timeMs() % slot).isZero());
        assertThat(mark.next().orElseThrow().timeMs()).isEqualTo(NOW - NOW % slot + slot);
        assertThat(mark.mark().divide(mark.index(), MathContext.DECIMAL64).doubleValue())
                .isBetween(0.95, 1.05);
        assertThat(all(futures, market, new TimeRange(NOW - MINUTE, NOW))).isNotEmpty();
    }

    @Test
    void whatAVenueDoesNotHaveItSays() throws Exception {
        Exchange binance = exchanges.of("binance");
        Instrument market = market(binance, "BTC/USDT");

        assertThat(binance.offers()).containsExactlyInAnyOrder(Offer.TRADES, Offer.BOOK);
        assertThatThrownBy(() -> binance.markPrice(market, RequestPriority.LIVE))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("binance has no mark prices");
    }
}
