package plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.engine.config.ConfigLoader;
import plumbline.engine.exchange.CandlePage;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.Exchange.From;
import plumbline.engine.exchange.http.VenueEvent;
import plumbline.engine.exchange.http.VenueState;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.simulator.SimulatorServer;
import plumbline.simulator.SimulatorSettings;

/// Exchanges as the program opens them, at a simulator.
class ExchangesTest {
    private static final long NOW = Instant.parse("2025-06-01T12:34:56Z").toEpochMilli();
    private static final long DAY = 86_400_000L;

    @SuppressWarnings("NullAway.Init") // started before each test
    private SimulatorServer simulator;

    @SuppressWarnings("NullAway.Init")
    private Exchanges exchanges;

    private final List<VenueEvent> events = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        simulator = SimulatorServer.start(SimulatorSettings.standing(7, NOW));
        String address = simulator.venue("binance").toString().replaceAll("/binance$", "/");
        ConfigLoader loader = new ConfigLoader();
        loader.environment(Map.of("PLUMBLINE_EXCHANGES_SIMULATOR", address));
        exchanges =
                new Exchanges(
                        loader.configuration(),
                        InstantSource.system(),
                        event -> {
                            synchronized (events) {
                                events.add(event);
                            }
                        });
    }

    @AfterEach
    void stop() throws IOException {
        exchanges.close();
        simulator.close();
    }

    private Instrument market(Exchange exchange, String id) throws InterruptedException {
        return exchange.listing().instruments().stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMarketsOfTheSimulator() throws Exception {
        Exchange binance = exchanges.of("binance");

        assertThat(exchanges.isTest()).isTrue();
        assertThat(binance.listing().passedOver()).isEmpty();
        assertThat(binance.listing().instruments().stream().map(one -> one.id().toString()))
                .contains("binance:BTC/USDT", "binance:1000SATS/USDT");
        assertThat(market(binance, "binance:BTC/USDT").priceText(65_000.123)).matches("65000\\.12");
    }

    /// From both ends, page by page, it is the same.
    @ParameterizedTest
    @EnumSource(names = {"M1", "H1", "D1", "W1", "MONTH1"})
    void pagesFromBothEndsMeet(Timeframe timeframe) throws Exception {
        Exchange binance = exchanges.of("binance");
        Instrument market = market(binance, "binance:BTC/USDT");
        long from = timeframe == Timeframe.M1 ? NOW - 3 * DAY : NOW - 400 * DAY;
        TimeRange range = new TimeRange(from, NOW + DAY);
        List<CandleSeries> forward = new ArrayList<>();
        for (long at = range.fromMs(); at < range.toMs(); ) {
            CandlePage page = page(binance, market, timeframe, at, range.toMs(), From.OLDEST);
            if (page.complete().isEmpty()) {
                break;
            }
            assertThat(page.complete().fromMs()).isEqualTo(at);
            forward.add(page.candles());
            at = page.complete().toMs();
        }
        List<CandleSeries> backward = new ArrayList<>();
        for (long end = range.toMs(); end > range.fromMs(); ) {
            CandlePage page = page(binance, market, timeframe, range.fromMs(), end, From.NEWEST);
            backward.addFirst(page.candles());
            end = page.complete().fromMs();
        }

        CandleSeries all = CandleSeries.joined(forward);
        assertThat(all.size()).isPositive();
        assertThat(timeframe.next(all.lastOpenMs())).as("finished").isLessThanOrEqualTo(NOW);
        assertThat(CandleSeries.joined(backward).fingerprint()).isEqualTo(all.fingerprint());
    }

    private static CandlePage page(
            Exchange exchange, Instrument market, Timeframe timeframe, long from, long to, From end)
            throws InterruptedException {
        return exchange.candles(
                market, timeframe, new TimeRange(from, to), end, RequestPriority.HISTORY);
    }

    @Test
    void howItIsToCallIsKnown() throws Exception {
        Exchange binance = exchanges.of("binance");
        binance.listing();

        VenueState state = binance.state();
        assertThat(state.limit().used()).isBetween(20, 40);
        assertThat(state.limit().capacity()).isEqualTo(6000);
        assertThat(state.latency()).isPresent();
        assertThat(state.error()).isEmpty();
        assertThat(binance.clock().millis())
                .isCloseTo(NOW, org.assertj.core.data.Offset.offset(5_000L));
        synchronized (events) {
            assertThat(events.stream().map(VenueEvent::kind))
                    .containsExactly(VenueEvent.Kind.CLOCK_LEARNT);
        }
    }

    @Test
    void anUnknownExchangeIsNamed() {
        assertThatThrownBy(() -> exchanges.of("binanse"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean binance");
    }
}
