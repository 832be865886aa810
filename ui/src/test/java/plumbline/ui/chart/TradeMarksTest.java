package plumbline.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Timeframe;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.PositionSide;

class TradeMarksTest {
    private static final MarketId MARKET = Walk.KEY.market();
    private static final TimeAxis HOURS = new TimeAxis(Walk.hours(1_000), Timeframe.H1);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void standsAtTheCandleThatWasOpenAtTheTime() {
        long quarter = Walk.HOUR / 4;
        Trade trade =
                Walk.trade(
                        PositionSide.LONG, Walk.time(10) + quarter, Walk.time(20) - quarter, 0.1);

        TradeMarks marks = TradeMarks.of(List.of(trade), MARKET, HOURS);

        assertThat(marks.entry(0)).isEqualTo(10);
        assertThat(marks.exit(0)).isEqualTo(19);
    }

    @Test
    void leavesOutWhatIsBeyondTheSeriesAndCutsWhatReachesBeyondIt() {
        Trade before = Walk.longTrade(-20, -10, 0.1);
        Trade into = Walk.longTrade(-5, 7, 0.1);
        Trade after = Walk.longTrade(1_000, 1_005, 0.1);

        TradeMarks marks = TradeMarks.of(List.of(after, into, before), MARKET, HOURS);

        assertThat(marks.size()).isEqualTo(1);
        assertThat(marks.trade(0)).isEqualTo(into);
        assertThat(marks.entry(0)).isZero();
        assertThat(marks.exit(0)).isEqualTo(7);
        assertThat(marks.number(0)).isEqualTo(2);
        assertThat(marks.total()).isEqualTo(3);
    }

    @Test
    void leavesOutTradesOfAnotherMarket() {
        List<Trade> trades = List.of(Walk.longTrade(1, 5, 0.1));

        assertThat(TradeMarks.of(trades, MarketId.parse("test:B/USD"), HOURS).size()).isZero();
    }

    @Test
    void pointsUpWhereSomethingWasBought() {
        TradeMarks marks =
                TradeMarks.of(
                        List.of(
                                Walk.longTrade(1, 5, 0.1),
                                Walk.trade(PositionSide.SHORT, Walk.time(6), Walk.time(9), 0.1)),
                        MARKET,
                        HOURS);

        assertThat(marks.isBelow(0, true)).isTrue();
        assertThat(marks.isBelow(0, false)).isFalse();
        assertThat(marks.isBelow(1, true)).isFalse();
        assertThat(marks.isBelow(1, false)).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheFirstTradeThatWasStillOpen(long seed) {
        Random random = new Random(seed);
        TradeMarks marks = TradeMarks.of(trades(random), MARKET, HOURS);
        int index = random.nextInt(1_000);

        int naive =
                IntStream.range(0, marks.size())
                        .filter(i -> marks.exit(i) >= index)
                        .findFirst()
                        .orElse(marks.size());

        assertThat(marks.firstOpenAt(index)).isEqualTo(naive);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void markersOfOneSideKeepTheirDistanceAtAnyZoom(long seed) {
        Random random = new Random(seed);
        TradeMarks marks = TradeMarks.of(trades(random), MARKET, HOURS);
        double step = random.nextDouble(0.01, 60);
        List<Double> shown = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            if (marks.showsMarker(i, true, step)) {
                shown.add(marks.entry(i) * step);
            }
        }

        for (int i = 1; i < shown.size(); i++) {
            assertThat(shown.get(i) - shown.get(i - 1)).isGreaterThanOrEqualTo(12);
        }
        assertThat(shown).isNotEmpty();
    }

    /// Long trades one after the other.
    private static List<Trade> trades(Random random) {
        List<Trade> trades = new ArrayList<>();
        for (int at = random.nextInt(10); at < 980; ) {
            int exit = at + 1 + random.nextInt(15);
            trades.add(Walk.longTrade(at, exit, random.nextGaussian() / 10));
            at = exit + random.nextInt(10) + 1;
        }
        return trades;
    }
}
