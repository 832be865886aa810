package plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.engine.exchange.CandlePage;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.Exchange.From;
import plumbline.engine.exchange.coinbase.Coinbase;
import plumbline.engine.exchange.kraken.Kraken;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Candles of Coinbase and Kraken are what these have, from either end, whatever happens on the
/// way.
class ExchangeTruthTest {
    private static final long MINUTE = 60_000;
    private static final long NOW = Instant.parse("2025-06-01T12:34:20Z").toEpochMilli();

    private static Exchange open(String venue, TimedSimulator simulator) {
        return venue.equals("coinbase")
                ? new Coinbase(
                        simulator.url(venue),
                        simulator.transport,
                        simulator.timing(),
                        simulator.events)
                : new Kraken(
                        simulator.url(venue),
                        simulator.transport,
                        simulator.timing(),
                        simulator.events);
    }

    private static CandleSeries download(
            Exchange exchange, Instrument market, TimeRange range, From from)
            throws InterruptedException {
        List<CandleSeries> parts = new ArrayList<>();
        TimeRange left = range;
        while (!left.isEmpty()) {
            CandlePage page =
                    exchange.candles(market, Timeframe.M1, left, from, RequestPriority.HISTORY);
            TimeRange done = page.complete();
            assertThat(done.isEmpty()).isFalse();
            if (from == From.OLDEST) {
                parts.add(page.candles());
                left = new TimeRange(done.toMs(), left.toMs());
            } else {
                parts.addFirst(page.candles());
                left = new TimeRange(left.fromMs(), done.fromMs());
            }
        }
        return CandleSeries.joined(parts);
    }

    private static CandleSeries there(String venue, TimedSimulator simulator, TimeRange range)
            throws IOException {
        List<Candle> all = new ArrayList<>();
        if (venue.equals("kraken")) {
            String address = simulator.url(venue) + "/0/public/OHLC?pair=XXBTZUSD&interval=1";
            all.addAll(TimedSimulator.rows(address, 1000, 1, 2, 3, 4, 6));
        } else {
            for (long at = range.fromMs(); at < range.toMs(); at += 300 * MINUTE) {
                String address =
                        simulator.url(venue)
                                + "/products/BTC-USD/candles?granularity=60&start="
                                + Instant.ofEpochMilli(at)
                                + "&end="
                                + Instant.ofEpochMilli(at + 299 * MINUTE);
                all.addAll(TimedSimulator.rows(address, 1000, 3, 2, 1, 4, 5));
                simulator.pass(1000);
            }
        }
        all.removeIf(candle -> !range.contains(candle.openTimeMs()));
        all.sort(Comparator.comparingLong(Candle::openTimeMs));
        return CandleSeries.of(all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "coinbase | none | ",
                "coinbase | status | , \"status\": 429, \"retryAfter\": 5",
                "coinbase | status | , \"status\": 503",
                "coinbase | reset | , \"stage\": \"reply\"",
                "coinbase | truncated-body | ",
                "coinbase | malformed-json | ",
                "coinbase | rows-duplicated | ",
                "coinbase | rows-unsorted | ",
                "kraken | none | ",
                "kraken | status | , \"status\": 429",
                "kraken | status | , \"status\": 503",
                "kraken | reset | , \"stage\": \"reply\"",
                "kraken | truncated-body | ",
                "kraken | malformed-json | ",
                "kraken | rows-duplicated | ",
                "kraken | rows-unsorted | ",
            })
    void candlesAreThoseOfTheVenue(String venue, String type, String fields) throws Exception {
        try (TimedSimulator simulator = new TimedSimulator(NOW, 0);
                Exchange exchange = open(venue, simulator)) {
            long end = NOW - NOW % MINUTE;
            // Kraken has the last 720 and no others
            long minutes = venue.equals("kraken") ? 600 : 2000;
            TimeRange range = new TimeRange(end - minutes * MINUTE, end);
            Instrument market =
                    exchange.listing().instruments().stream()
                            .filter(one -> one.id().pair().equals("BTC/USD"))
                            .findFirst()
                            .orElseThrow();
            CandleSeries there = there(venue, simulator, range);

            for (From from : From.values()) {
                simulator.pass(10_000);
                if (!type.equals("none")) {
                    simulator.fault(
                            "\"match\": {\"path\": \"candles|OHLC\"}, \"when\": {\"max\": 2},"
                                    + (" \"action\": {\"type\": \"" + type + "\"")
                                    + (fields == null ? "" : fields)
                                    + "}");
                }
                assertThat(download(exchange, market, range, from).fingerprint())
                        .as(from.name())
                        .isEqualTo(there.fingerprint());
            }

            // two for each direction, but for rows of Kraken that can be put in order: it answers
            // once
            boolean once = venue.equals("kraken") && type.startsWith("rows-");
            assertThat(simulator.faults()).isEqualTo(type.equals("none") ? 0 : once ? 2 : 4);
            assertThat(there.size()).isGreaterThan(500);
        }
    }

    /// It says so with status 200.
    @Test
    void krakensOwnRefusalIsWaitedFor() throws Exception {
        try (TimedSimulator simulator = new TimedSimulator(NOW, 0);
                Exchange exchange = open("kraken", simulator)) {
            Instrument market = exchange.listing().instruments().getFirst();
            simulator.pass(60_000);
            String time = simulator.url("kraken") + "/0/public/Time";
            String said = "";
            for (int i = 0; i < 20; i++) {
                said = TimedSimulator.get(time);
            }
            long before = simulator.nowMs();

            CandlePage page =
                    exchange.candles(
                            market,
                            Timeframe.M1,
                            new TimeRange(NOW - 100 * MINUTE, NOW),
                            From.OLDEST,
                            RequestPriority.HISTORY);

            assertThat(said).contains("EAPI:Rate limit exceeded");
            assertThat(page.candles().size()).isEqualTo(100);
            assertThat(simulator.nowMs() - before).isGreaterThanOrEqualTo(10_000);
            assertThat(simulator.journal("OHLC")).hasSizeBetween(1, 2);
        }
    }
}
