package plumbline.engine.exchange.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plumbline.engine.exchange.drift.PlayedDrift.SOL;
import static plumbline.engine.exchange.http.ScriptedServer.ok;
import static plumbline.engine.exchange.http.ScriptedServer.status;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.engine.exchange.CandlePage;
import plumbline.engine.exchange.Exchange.From;
import plumbline.engine.exchange.FundingRate;
import plumbline.engine.exchange.MarkPrice;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.exchange.TradePage;
import plumbline.engine.exchange.http.ExchangeException.Malformed;
import plumbline.engine.exchange.http.ExchangeException.Refused;
import plumbline.engine.exchange.http.MadeTime;
import plumbline.engine.exchange.http.VenueState;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Over real sockets.
class DriftTest {
    private static final long MINUTE = 60_000;
    private static final long DAY = 86_400_000;
    private static final long NOW = MadeTime.START;

    private PlayedDrift played;

    @BeforeEach
    void start() throws IOException {
        played = new PlayedDrift();
    }

    @AfterEach
    void stop() throws IOException {
        played.close();
    }

    private CandlePage page(Timeframe timeframe, long fromMs, long toMs, From from)
            throws InterruptedException {
        return played.drift.candles(
                SOL, timeframe, new TimeRange(fromMs, toMs), from, RequestPriority.HISTORY);
    }

    private List<Long> download(Timeframe timeframe, long fromMs, long toMs, From from)
            throws InterruptedException {
        List<Long> all = new ArrayList<>();
        TimeRange left = new TimeRange(fromMs, toMs);
        while (!left.isEmpty()) {
            CandlePage page = page(timeframe, left.fromMs(), left.toMs(), from);
            TimeRange done = page.complete();
            assertThat(done.isEmpty()).isFalse();
            List<Long> opens = LongStream.of(page.candles().openTime()).boxed().toList();
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
        played.everyMinute(NOW - 5 * DAY);

        List<Long> opens = download(Timeframe.M1, NOW - 3 * DAY + 30_000, NOW, from);

        assertThat(opens)
                .isEqualTo(
                        LongStream.range(1, 3 * 1440)
                                .mapToObj(i -> NOW - 3 * DAY + i * MINUTE)
                                .toList());
        assertThat(played.venue.server.targets()).hasSizeBetween(5, 6);
    }

    /// Ours is the only clock.
    @ParameterizedTest
    @EnumSource(From.class)
    void theCandleThatFormsIsLeftOut(From from) throws Exception {
        played.everyMinute(NOW - DAY);

        CandlePage page = page(Timeframe.M1, NOW - 10 * MINUTE, NOW + 10 * MINUTE, from);

        assertThat(page.candles().size()).isEqualTo(10);
        assertThat(page.complete()).isEqualTo(new TimeRange(NOW - 10 * MINUTE, NOW));
        assertThat(page(Timeframe.M1, NOW, NOW + MINUTE, from).complete().isEmpty()).isTrue();
        assertThat(played.drift.clock().millis()).isGreaterThanOrEqualTo(NOW);
    }

    /// Holes of all sizes, some larger than an answer.
    @ParameterizedTest
    @EnumSource(From.class)
    void gapsStayGaps(From from) throws Exception {
        Random random = new Random(7);
        for (long at = NOW - 8 * DAY; at < NOW; ) {
            for (int n = random.nextInt(700); n >= 0 && at < NOW; n--) {
                played.minutes.add(at);
                at += MINUTE;
            }
            at += MINUTE * (random.nextInt(4) == 0 ? 2500 : random.nextInt(200));
        }

        List<Long> opens = download(Timeframe.M1, NOW - 9 * DAY, NOW, from);

        assertThat(opens).isEqualTo(List.copyOf(played.minutes.headSet(NOW)));
    }

    @ParameterizedTest
    @EnumSource(From.class)
    void anAnswerThatStopsShortLosesNothing(From from) throws Exception {
        played.everyMinute(NOW - 2 * DAY);
        played.mostRows = 250;

        assertThat(download(Timeframe.M1, NOW - DAY, NOW, from)).hasSize(1440);
    }

    @Test
    void theTimeBeforeTheListingIsPassedOverByDays() throws Exception {
        played.everyMinute(NOW - 2 * DAY);

        List<Long> opens = download(Timeframe.M1, NOW - 900 * DAY, NOW, From.OLDEST);

        assertThat(opens).hasSize(2880);
        assertThat(played.venue.server.targets()).hasSizeLessThan(12);
        assertThat(played.venue.asked("/data/market/SOL-PERP/candles/D"))
                .as("those there are, and twice whether there are older ones")
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(From.class)
    void beforeTheBeginningNothingIsAskedFor(From from) throws Exception {
        long begin = 1_668_470_400_000L; // 2022-11-15

        CandlePage page = page(Timeframe.H1, begin - 10 * DAY, begin, from);

        assertThat(page.candles().isEmpty()).isTrue();
        assertThat(page.complete()).isEqualTo(new TimeRange(begin - 10 * DAY, begin));
        assertThat(played.venue.server.targets()).isEmpty();
    }

    @Test
    void newerCandlesThanAskedForAreNoAnswer() {
        String newer =
                "{\"success\":true,\"records\":[{\"ts\":%d,\"fillOpen\":1,\"fillHigh\":1,\"fillLow\":1,\"fillClose\":1,\"baseVolume\":0}]}"
                        .formatted(NOW / 1000);
        played.answers.add(Map.entry("/data/market/SOL-PERP/candles/1", newer));

        assertThatThrownBy(() -> page(Timeframe.M1, NOW - DAY, NOW, From.NEWEST))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("were asked for");
    }

    private List<MarketTrade> allTrades(long fromMs, long toMs) throws InterruptedException {
        List<MarketTrade> all = new ArrayList<>();
        for (TimeRange left = new TimeRange(fromMs, toMs); !left.isEmpty(); ) {
            TradePage page = played.drift.trades(SOL, left, RequestPriority.HISTORY);
            assertThat(page.complete().isEmpty()).isFalse();
            assertThat(page.complete().toMs()).isEqualTo(left.toMs());
            all.addAll(0, page.trades());
            left = new TimeRange(left.fromMs(), page.complete().fromMs());
        }
        return all;
    }

    /// Some seconds have more trades than an answer.
    @Test
    void everyTradeOnceFromTheEndBackwards() throws Exception {
        Random random = new Random(5);
        for (long at = NOW / 1000 - 86_400; at < NOW / 1000; at += random.nextInt(60)) {
            int count = random.nextInt(40) == 0 ? 130 : 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                played.trades.add(at);
            }
        }
        long from = NOW - DAY / 2;
        long to = NOW - DAY / 4;

        List<MarketTrade> all = allTrades(from, to);

        assertThat(all.stream().map(trade -> trade.timeMs() / 1000))
                .isEqualTo(
                        played.trades.stream()
                                .filter(s -> s * 1000 >= from && s * 1000 < to)
                                .toList());
        assertThat(all.stream().map(MarketTrade::id)).doesNotHaveDuplicates();
        assertThat(all.getFirst().price()).isEqualByComparingTo("80");
        assertThat(played.venue.server.targets().size())
                .as("no page is asked for more than twice")
                .isLessThan(played.trades.size() / 50 * 2);
    }

    @Test
    void tradesThatAreNoLongerKeptAreSaidToBe() throws Exception {
        played.trades.add(NOW / 1000 - 40);

        TradePage page =
                played.drift.trades(
                        SOL, new TimeRange(NOW - 60 * DAY, NOW), RequestPriority.HISTORY);

        assertThat(page.trades()).hasSize(1);
        assertThat(page.complete()).isEqualTo(new TimeRange(NOW - 30 * DAY, NOW));
        assertThatThrownBy(() ->
                        played.drift.trades(
                                SOL,
                                new TimeRange(NOW - 60 * DAY, NOW - 30 * DAY),
                                RequestPriority.HISTORY))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("velocity has no trades but those of the last 30 days");
    }

    @Test
    void fundingIsOfEitherPath() throws Exception {
        String path = "/data/market/SOL-PERP/fundingRates";
        long hour = NOW / 3_600_000 * 3600;
        String row = "{\"ts\":%s,\"fundingRate\":\"%s\",\"oraclePriceTwap\":\"%s\"}";
        String newer = row.formatted(hour + 9, "0.008", "80.0");
        String older = row.formatted("\"" + (hour - 3600) + "\"", "-0.004", "80.0");
        TimeRange range = new TimeRange(NOW - DAY, NOW);
        played.answers.add(
                Map.entry(
                        path,
                        "{\"success\":true,\"records\":[%s,%s],\"meta\":{\"nextPage\":null}}"
                                .formatted(newer, older)));

        List<FundingRate> rates = played.drift.funding(SOL, range, RequestPriority.HISTORY);
        played.venue.server.next(
                status(404, "{\"message\":\"Cannot GET\"}"),
                ok(
                        "{\"fundingRates\":[%s]}"
                                .formatted(
                                        row.formatted("\"" + hour + "\"", "8000000", "80000000"))));
        List<FundingRate> counted = played.drift.funding(SOL, range, RequestPriority.HISTORY);

        assertThat(rates).hasSize(2);
        assertThat(rates.getFirst().timeMs()).isEqualTo((hour - 3600) * 1000);
        assertThat(rates.getFirst().rate()).isEqualByComparingTo("-0.00005");
        assertThat(rates.getLast().timeMs()).as("on the minute").isEqualTo(hour * 1000);
        assertThat(counted.getFirst().rate()).isEqualByComparingTo(rates.getLast().rate());
        assertThat(played.venue.server.targets().getLast())
                .isEqualTo("/data/fundingRates?marketName=SOL-PERP");
    }

    @Test
    void theBookIsAtTheOtherAddress() throws Exception {
        String book =
                "{\"bids\":[{\"price\":\"81114210\",\"size\":\"1000000000\"}],\"asks\":[{\"price\":\"81130450\",\"size\":\"500000000\"}],"
                        + "\"marketName\":\"%s\",\"ts\":1783268433645,\"slot\":474184487,\"markPrice\":\"81122330\",\"oracle\":81122331}";
        played.answers.add(Map.entry("/dlob/l2", book.formatted("SOL-PERP")));

        MarkPrice mark = played.drift.markPrice(SOL, RequestPriority.LIVE);

        assertThat(played.drift.book(SOL, 500, RequestPriority.LIVE).bids().getFirst().price())
                .isEqualTo(new BigDecimal("81.11421"));
        assertThat(played.venue.asked("/dlob/l2?marketName=SOL-PERP&depth=100")).hasSize(1);
        assertThat(mark.mark()).isEqualByComparingTo("81.12233");
        assertThat(mark.index()).isEqualByComparingTo("81.122331");
        assertThat(mark.timeMs()).isEqualTo(1_783_268_433_645L);
        assertThat(played.drift.state().breakers())
                .containsEntry("book", VenueState.Breaker.CLOSED);

        played.answers.set(0, Map.entry("/dlob/l2", book.formatted("HYPE-PERP")));
        assertThatThrownBy(() -> played.drift.book(SOL, 5, RequestPriority.LIVE))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("it is of HYPE-PERP, not of SOL-PERP");
        assertThat(played.drift.state().error()).isPresent();
    }

    @Test
    void refusalsSayWhy() {
        played.venue.server.next(
                status(403, "{\"message\":\"Forbidden\"}"),
                ok(
                        "{\"success\":false,\"error\":\"ValidationError\",\"message\":\"no such market\"}"));

        assertThatThrownBy(() -> played.drift.listing())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("403")
                .hasMessageContaining("Forbidden");
        assertThatThrownBy(() -> played.drift.listing())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ValidationError")
                .hasMessageContaining("no such market");
    }

    @Test
    void tooMuchIsWaitedFor() throws Exception {
        played.everyMinute(NOW - DAY);
        played.venue.server.next(status(429, "{}", "Retry-After: 90"));

        assertThat(page(Timeframe.M1, NOW - DAY, NOW, From.NEWEST).candles().size())
                .isEqualTo(1000);
        assertThat(played.venue.server.times().getLast()).isGreaterThanOrEqualTo(90_000);
    }

    @Test
    void weeksAreNotOffered() {
        assertThatThrownBy(() -> page(Timeframe.W1, NOW - 90 * DAY, NOW, From.OLDEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("velocity has no candles of 1w");
    }
}
