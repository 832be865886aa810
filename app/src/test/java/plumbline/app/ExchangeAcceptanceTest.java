package plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.app.TimedSimulator.Seen;
import plumbline.engine.config.ConfigLoader;
import plumbline.engine.exchange.CandlePage;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.Exchange.From;
import plumbline.engine.exchange.Listing;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.exchange.binance.Binance;
import plumbline.engine.exchange.binance.Binance.Segment;
import plumbline.engine.exchange.history.CandleDownload;
import plumbline.engine.exchange.history.VenueSeries;
import plumbline.engine.exchange.http.ExchangeException.RateLimited;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.exchange.signing.HmacSigner;
import plumbline.engine.exchange.signing.SignedRequest;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// What has to hold of exchanges before they are trusted, each row of the list by its number; those
/// of public data without streams. Row 14, names there and back, is `SymbolMapTest`.
class ExchangeAcceptanceTest {
    private static final long MINUTE = 60_000;
    private static final long DAY = 86_400_000;
    private static final long NOW = Instant.parse("2025-04-10T12:34:20Z").toEpochMilli();

    private static Binance spot(TimedSimulator simulator) {
        return new Binance(
                Segment.SPOT,
                simulator.url("binance"),
                simulator.transport,
                simulator.timing(),
                simulator.events);
    }

    private static Instrument bitcoin(Exchange exchange) throws InterruptedException {
        return exchange.listing().instruments().stream()
                .filter(one -> one.id().base().equals("BTC"))
                .findFirst()
                .orElseThrow();
    }

    private static CandlePage minutes(Exchange exchange, Instrument market, long from, long to)
            throws InterruptedException {
        return exchange.candles(
                market,
                Timeframe.M1,
                new TimeRange(from, to),
                From.OLDEST,
                RequestPriority.HISTORY);
    }

    @Test
    void row06TooManyRequestsAreFollowedBySilenceUntilTheStatedEnd() throws Exception {
        try (TimedSimulator simulator = new TimedSimulator(NOW, 0);
                Binance binance = spot(simulator)) {
            Instrument market = bitcoin(binance);
            simulator.fault(
                    "\"match\": {\"path\": \"klines\"}, \"when\": {\"nth\": 2},"
                            + " \"action\": {\"type\": \"status\", \"status\": 429, \"retryAfter\": 90}");

            minutes(binance, market, NOW - DAY, NOW);
            CandlePage page = minutes(binance, market, NOW - DAY, NOW);

            assertThat(page.candles().size()).isEqualTo(1000);
            List<Seen> seen = simulator.journal("/binance/");
            int refused = seen.stream().map(Seen::status).toList().indexOf(429);
            assertThat(refused).isPositive();
            assertThat(seen.subList(refused + 1, seen.size()))
                    .isNotEmpty()
                    .allSatisfy(one -> {
                        assertThat(one.status()).isEqualTo(200);
                        assertThat(one.timeMs()).isGreaterThanOrEqualTo(NOW + 90_000);
                    });
        }
    }

    @Test
    void row06ABanIsShownAndNothingIsSentBeforeItsEnd() throws Exception {
        try (TimedSimulator simulator = new TimedSimulator(NOW, 0);
                Binance binance = spot(simulator)) {
            Instrument market = bitcoin(binance);
            simulator.fault(
                    "\"match\": {\"path\": \"klines\"}, \"when\": {\"nth\": 1},"
                            + " \"action\": {\"type\": \"status\", \"status\": 418, \"retryAfter\": 600}");

            assertThatThrownBy(() -> minutes(binance, market, NOW - DAY, NOW))
                    .isInstanceOf(RateLimited.class);
            int sent = simulator.journal("/binance/").size();
            simulator.pass(400_000);
            assertThatThrownBy(() -> minutes(binance, market, NOW - DAY, NOW))
                    .isInstanceOf(RateLimited.class);

            assertThat(binance.state().limit().ban()).isTrue();
            assertThat(binance.state().limit().closedUntil())
                    .contains(Instant.ofEpochMilli(NOW + 600_000));
            assertThat(simulator.journal("/binance/")).hasSize(sent);

            simulator.pass(200_000);
            assertThat(minutes(binance, market, NOW - DAY, NOW).candles().isEmpty()).isFalse();
            assertThat(binance.state().limit().ban()).isFalse();
        }
    }

    /// Somebody else asks from the same address: only the venue's own count tells.
    @Test
    void row07NearTheLimitItSlowsDownBeforeItIsRefused() throws Exception {
        try (TimedSimulator simulator = new TimedSimulator(NOW, 0);
                Binance binance = spot(simulator)) {
            Instrument market = bitcoin(binance);
            String depth = simulator.url("binance") + "/api/v3/depth?symbol=BTCUSDT&limit=5000";
            for (int i = 0; i < 23; i++) {
                TimedSimulator.get(depth); // 250 of 6000
            }

            for (int i = 0; i < 40; i++) {
                minutes(binance, market, NOW - (i + 1) * DAY, NOW - i * DAY);
            }

            List<Seen> seen = simulator.journal("/binance/");
            assertThat(seen).noneMatch(one -> one.status() == 429);
            assertThat(seen).anyMatch(one -> one.usedWeight() > 5700);
            assertThat(seen.getLast().timeMs()).as("the next minute").isGreaterThan(NOW + 30_000);
        }
    }

    /// How far the client's clock is ahead, in milliseconds.
    @ParameterizedTest
    @ValueSource(longs = {-90_000, -1_272, 0, 1_500, 90_000, 3_600_000})
    void row08AWrongClockIsLearntAndNothingIsYoungerThanNow(long aheadMs) throws Exception {
        try (TimedSimulator simulator = new TimedSimulator(NOW, aheadMs);
                Binance binance = spot(simulator)) {
            Instrument market = bitcoin(binance);

            CandlePage page = minutes(binance, market, NOW - 10 * MINUTE, NOW + 3 * DAY);
            List<MarketTrade> trades =
                    binance.trades(
                                    market,
                                    new TimeRange(NOW - MINUTE, NOW + DAY),
                                    RequestPriority.LIVE)
                            .trades();

            assertThat(page.candles().lastOpenMs())
                    .as("the last finished one by the venue's clock")
                    .isEqualTo(NOW - NOW % MINUTE - MINUTE);
            assertThat(binance.clock().offsetMs()).isEqualTo(-aheadMs);
            assertThat(binance.state().latency().orElseThrow().isNegative()).isFalse();
            assertThat(trades)
                    .isNotEmpty()
                    .allSatisfy(trade -> {
                        assertThat(trade.timeMs()).isLessThanOrEqualTo(NOW);
                        assertThat(binance.clock().ageMs(trade.timeMs())).isNotNegative();
                    });
        }
    }

    @Test
    void row11ALongHistoryHasEveryRowAndEveryOutage(@TempDir Path home) throws Exception {
        long from = Instant.parse("2025-01-10T00:00:00Z").toEpochMilli();
        TimeRange range = new TimeRange(from, from + 90 * DAY);
        try (TimedSimulator simulator = new TimedSimulator(NOW, 0);
                Binance binance = spot(simulator);
                OpenHome open = OpenHome.open(new Home(home), InstantSource.system())) {
            Instrument market = bitcoin(binance);
            CandleDownload.Outcome outcome = download(binance, market, open).run(range);
            int asked = simulator.journal("/klines").size();
            CandleDownload.Outcome again = download(binance, market, open).run(range);
            int askedAgain = simulator.journal("/klines").size() - asked;

            CandleSeries stored =
                    open.candles().load(new SeriesKey(market.id(), Timeframe.M1), range);
            List<Candle> there = there(simulator, range);
            assertThat(stored.fingerprint()).isEqualTo(CandleSeries.of(there).fingerprint());
            assertThat(outcome.outages()).isEqualTo(holes(there, range)).isNotEmpty();
            assertThat(outcome.unsure()).isZero();
            assertThat(asked)
                    .as("a page for each thousand, and once more for each outage")
                    .isBetween(
                            there.size() / 1000,
                            there.size() / 1000 + 2 + 3 * outcome.outages().size());
            assertThat(again.stored().inserted()).isZero();
            assertThat(askedAgain).isZero();
        }
    }

    private static CandleDownload download(Exchange exchange, Instrument market, OpenHome open) {
        return new CandleDownload(
                new VenueSeries(exchange, market, Timeframe.M1),
                new CandleDownload.Ends(
                        open.candles(), "test", (done, all, candles) -> {}, () -> false));
    }

    private static List<Candle> there(TimedSimulator simulator, TimeRange range)
            throws IOException {
        List<Candle> all = new ArrayList<>();
        long at = range.fromMs();
        while (at < range.toMs()) {
            String address =
                    simulator.url("binance")
                            + "/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=1000&startTime="
                            + at
                            + "&endTime="
                            + (range.toMs() - 1);
            List<Candle> page = TimedSimulator.rows(address, 1, 1, 2, 3, 4, 5);
            all.addAll(page);
            at = page.size() < 1000 ? range.toMs() : page.getLast().openTimeMs() + MINUTE;
        }
        return all;
    }

    private static List<TimeRange> holes(List<Candle> candles, TimeRange range) {
        List<TimeRange> holes = new ArrayList<>();
        long next = range.fromMs();
        for (Candle candle : candles) {
            if (candle.openTimeMs() > next) {
                holes.add(new TimeRange(next, candle.openTimeMs()));
            }
            next = candle.openTimeMs() + MINUTE;
        }
        return holes;
    }

    @Test
    void row12NothingIsAskedForThatSpotNoLongerHas() throws Exception {
        try (TimedSimulator simulator = new TimedSimulator(NOW, 0);
                Binance binance = spot(simulator)) {
            Instrument market = bitcoin(binance);
            minutes(binance, market, NOW - DAY, NOW);
            binance.trades(market, new TimeRange(NOW - MINUTE, NOW), RequestPriority.LIVE);
            binance.book(market, 20, RequestPriority.LIVE);

            assertThat(simulator.journal("/"))
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(one -> {
                        assertThat(one.status()).isEqualTo(200);
                        assertThat(one.target().toLowerCase(Locale.ROOT))
                                .doesNotContain("listenkey", "userdatastream", "wapi");
                    });
        }
    }

    /// The example of Binance's documentation; more vectors are in `SignedRequestTest`.
    @Test
    void row13ARequestIsSignedAsTheVenueWantsIt() {
        String secret = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
        LinkedHashMap<String, String> order = new LinkedHashMap<>();
        order.put("symbol", "LTCBTC");
        order.put("side", "BUY");
        order.put("type", "LIMIT");
        order.put("timeInForce", "GTC");
        order.put("quantity", "1");
        order.put("price", "0.1");
        order.put("recvWindow", "5000");
        order.put("timestamp", "1499827319559");

        SignedRequest signed =
                SignedRequest.http(
                        order,
                        new LinkedHashMap<>(),
                        new HmacSigner(secret.getBytes(StandardCharsets.UTF_8)));

        assertThat(signed.query())
                .endsWith(
                        "&timestamp=1499827319559&signature=c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71");
    }

    /// Each deployment has numbers of its own; HYPE-PERP is 59 at one and 3 at the other.
    @Test
    void row15VelocityHasItsOwnCollateralAndMarketsAreKnownByTheirSymbols() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerAll(server));
            String url = "http://127.0.0.1:" + server.getLocalPort();
            ConfigLoader loader = new ConfigLoader();
            loader.environment(
                    Map.of(
                            "PLUMBLINE_EXCHANGES_VELOCITY_URL",
                            url + "/velocity",
                            "PLUMBLINE_EXCHANGES_DRIFT_URL",
                            url + "/drift"));
            try (Exchanges exchanges =
                    new Exchanges(loader.configuration(), InstantSource.system(), event -> {})) {
                Listing velocity = exchanges.of("velocity").listing();
                Listing drift = exchanges.of("drift").listing();

                assertThat(velocity.instruments().stream().map(one -> one.id().toString()))
                        .containsExactly("velocity:SOL/USDT:USDT", "velocity:HYPE/USDT:USDT");
                assertThat(drift.instruments().stream().map(one -> one.id().toString()))
                        .containsExactly("drift:SOL/USDC:USDC", "drift:HYPE/USDC:USDC");
                assertThat(velocity.instruments().stream().map(Instrument::symbol))
                        .isEqualTo(drift.instruments().stream().map(Instrument::symbol).toList());
            }
        }
    }

    /// One answer for each connection, by the address that was asked.
    private static void answerAll(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                byte[] head = new byte[8192];
                int read = socket.getInputStream().read(head);
                boolean velocity =
                        new String(head, 0, Math.max(0, read), StandardCharsets.US_ASCII)
                                .startsWith("GET /velocity/stats/markets ");
                String body =
                        "{\"success\":true,\"markets\":["
                                + perpetual("SOL", 0, velocity)
                                + ","
                                + perpetual("HYPE", velocity ? 3 : 59, velocity)
                                + "]}";
                String answer =
                        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                                + body.length()
                                + "\r\n\r\n"
                                + body;
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return; // the test is over
            }
        }
    }

    private static String perpetual(String base, int index, boolean velocity) {
        return "{\"symbol\":\"%s-PERP\",\"marketIndex\":%d,\"marketType\":\"perp\",\"baseAsset\":\"%s\",\"quoteAsset\":\"%s\",\"status\":\"active\",\"precision\":9}"
                .formatted(base, index, base, velocity ? "USDT" : "USDC");
    }
}
