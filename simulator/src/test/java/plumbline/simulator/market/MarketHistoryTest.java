package plumbline.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.simulator.binance.SpotMarkets;

class MarketHistoryTest {
    private static final long MINUTE = 60_000;
    private static final long DAY = 1440 * MINUTE;
    private static final long NOW = 20_700 * DAY;

    static List<SimulatedMarket> markets() {
        return SpotMarkets.all();
    }

    private record Trade(long number, long timeMs, long price, long lots, boolean buyerMaker) {}

    private static List<Trade> trades(MarketHistory history, long fromMs, long toMs) {
        List<Trade> trades = new ArrayList<>();
        history.trades(
                history.firstTradeAt(fromMs),
                toMs - 1,
                (number, t) ->
                        trades.add(
                                new Trade(
                                        number,
                                        t.timeMs(),
                                        t.price(),
                                        t.lots(),
                                        t.isBuyerMaker())));
        return trades;
    }

    private static String text(CandleSum c) {
        return c.open()
                + " "
                + c.high()
                + " "
                + c.low()
                + " "
                + c.close()
                + " "
                + c.lots()
                + " "
                + c.worth()
                + " "
                + c.trades()
                + " "
                + c.takerBuyLots()
                + " "
                + c.takerBuyWorth();
    }

    private static String summed(MarketHistory history, List<Trade> trades) {
        long high = trades.stream().mapToLong(Trade::price).max().orElseThrow();
        long low = trades.stream().mapToLong(Trade::price).min().orElseThrow();
        long lots = trades.stream().mapToLong(Trade::lots).sum();
        long worth = trades.stream().mapToLong(t -> t.lots() * t.price()).sum();
        List<Trade> bought = trades.stream().filter(t -> !t.buyerMaker()).toList();
        long singles =
                history.firstSingleOf(trades.getLast().number() + 1)
                        - history.firstSingleOf(trades.getFirst().number());
        return trades.getFirst().price()
                + " "
                + high
                + " "
                + low
                + " "
                + trades.getLast().price()
                + " "
                + lots
                + " "
                + worth
                + " "
                + singles
                + " "
                + bought.stream().mapToLong(Trade::lots).sum()
                + " "
                + bought.stream().mapToLong(t -> t.lots() * t.price()).sum();
    }

    @ParameterizedTest
    @MethodSource("markets")
    void tradesOfEachMinuteSumUpToItsCandle(SimulatedMarket market) {
        MarketHistory history = new MarketHistory(3, 3, market);
        CandleSum candle = new CandleSum();
        int traded = 0;

        for (long at = market.listedMs(); at < market.listedMs() + 2 * DAY; at += MINUTE) {
            List<Trade> trades = trades(history, at, at + MINUTE);
            history.sum(at, at + MINUTE, NOW, candle);
            if (!trades.isEmpty()) {
                assertThat(text(candle)).isEqualTo(summed(history, trades));
                traded++;
            } else if (candle.isPresent()) {
                assertThat(candle.lots()).isZero();
                assertThat(candle.trades()).isZero();
            }
        }
        assertThat(traded).isGreaterThan(200);
    }

    @ParameterizedTest
    @MethodSource("markets")
    void tradesAreNumberedWithoutAGapAndInOrderOfTimeOverDays(SimulatedMarket market) {
        MarketHistory history = new MarketHistory(5, 5, market);

        List<Trade> trades = trades(history, market.listedMs(), market.listedMs() + 3 * DAY);

        assertThat(trades).hasSize(3 * market.tradesPerDay());
        for (int i = 0; i < trades.size(); i++) {
            assertThat(trades.get(i).number()).isEqualTo(i);
            assertThat(trades.get(i).timeMs())
                    .isGreaterThanOrEqualTo(trades.get(Math.max(0, i - 1)).timeMs());
        }
        for (int i = 0; i < trades.size(); i += 97) {
            long number = history.firstTradeAt(trades.get(i).timeMs());
            assertThat(trades.get((int) number).timeMs()).isEqualTo(trades.get(i).timeMs());
        }
    }

    @Test
    void theSameMomentIsTheSameWhateverWasAskedBefore() {
        SimulatedMarket market = markets().getFirst();
        MarketHistory forward = new MarketHistory(11, 11, market);
        MarketHistory backward = new MarketHistory(11, 11, market);
        List<String> one = new ArrayList<>();
        List<String> other = new ArrayList<>();
        CandleSum candle = new CandleSum();

        for (long day = 100; day < 160; day++) {
            forward.sum(
                    market.listedMs() + day * DAY,
                    market.listedMs() + (day + 1) * DAY,
                    NOW,
                    candle);
            one.add(text(candle));
        }
        for (long day = 159; day >= 100; day--) {
            backward.sum(
                    market.listedMs() + day * DAY,
                    market.listedMs() + (day + 1) * DAY,
                    NOW,
                    candle);
            other.addFirst(text(candle));
        }

        assertThat(one).isEqualTo(other).doesNotHaveDuplicates();
    }

    @Test
    void anotherSeedIsAnotherHistory() {
        SimulatedMarket market = markets().getFirst();
        CandleSum candle = new CandleSum();
        List<String> candles = new ArrayList<>();

        for (int seed = 0; seed < 5; seed++) {
            new MarketHistory(seed, seed, market)
                    .sum(market.listedMs() + DAY, market.listedMs() + 2 * DAY, NOW, candle);
            candles.add(text(candle));
        }

        assertThat(candles).doesNotHaveDuplicates();
    }

    /// 1000 days with an outage on one of forty: 25 expected, deviation about 5.
    @Test
    void theVenueStandsStillOnSomeDays() {
        Outages outages = new Outages(2);
        int with = 0;
        for (long day = 18_000; day < 19_000; day++) {
            int[] minutes = outages.minutes(day);
            assertThat(minutes[0]).isLessThanOrEqualTo(minutes[1]);
            assertThat(minutes[1]).isLessThan(1440);
            with += minutes[1] > minutes[0] ? 1 : 0;
        }

        assertThat(with).isBetween(8, 45);
    }

    @ParameterizedTest
    @MethodSource("markets")
    void aDayEndsWhereTheNextBegins(SimulatedMarket market) {
        PricePath path = new PricePath(4, 4, market);
        long[] one = new long[1441];
        long[] next = new long[1441];

        for (long day = 17_500; day < 17_520; day++) {
            path.fill(day, one);
            path.fill(day + 1, next);

            assertThat(one[1440]).isEqualTo(next[0]).isGreaterThan(1);
        }
    }

    @Test
    void anOpenCandleHoldsWhatWasTradedSoFar() {
        SimulatedMarket market = markets().getFirst();
        MarketHistory history = new MarketHistory(3, 3, market);
        long minute = market.listedMs() + 700 * MINUTE;
        CandleSum candle = new CandleSum();

        for (long now = minute; now < minute + MINUTE; now += 777) {
            List<Trade> trades = trades(history, minute, now + 1);
            history.sum(minute, minute + MINUTE, now, candle);

            assertThat(candle.isPresent()).isTrue();
            if (trades.isEmpty()) {
                assertThat(candle.lots()).isZero();
            } else {
                assertThat(text(candle)).isEqualTo(summed(history, trades));
            }
        }
    }
}
