package plumbline.engine.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Timeframe;
import plumbline.engine.portfolio.EquityCurve;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.PositionSide;

/// Expected values by hand, or by commons-math.
class MetricsTest {
    private static final long DAY = Timeframe.D1.millis();
    private static final Offset<Double> EXACT = within(1e-12);

    private static CandleSeries candles(Timeframe timeframe, double... closes) {
        CandleSeries.Builder builder = CandleSeries.builder(closes.length);
        for (int i = 0; i < closes.length; i++) {
            builder.add(i * timeframe.millis(), closes[i], closes[i], closes[i], closes[i], 1);
        }
        return builder.build();
    }

    /// Metrics of an account that is worth `equity` at daily closes.
    private static Metrics daily(double... equity) {
        CandleSeries candles = candles(Timeframe.D1, equity);
        EquityCurve curve = new EquityCurve(candles.openTime(), equity, 100);
        return Metrics.of(curve, List.of(), candles, Timeframe.D1, 365);
    }

    private static Trade trade(double profit, double returned, int entry, int exit) {
        return new Trade(
                MarketId.parse("test:A/USD"),
                PositionSide.LONG,
                1,
                entry * DAY,
                10,
                exit * DAY,
                11,
                profit,
                returned,
                0.5,
                "in",
                "out",
                0,
                0,
                entry,
                exit);
    }

    /// High 120, then 90: 90/120 - 1 = -25 %; later 150 and 120: -20 %.
    @Test
    void drawdownIsTheDeepestFallFromAHigh() {
        Metrics metrics = daily(110, 120, 90, 130, 150, 120, 160);

        assertThat(metrics.maxDrawdown()).isCloseTo(-0.25, EXACT);
        assertThat(metrics.totalReturn()).isCloseTo(0.6, EXACT);
        assertThat(metrics.finalEquity()).isEqualTo(160);
    }

    /// A loss from the start is a drawdown from the starting cash of 100.
    @Test
    void startingCashIsTheFirstHigh() {
        assertThat(daily(80, 90).maxDrawdown()).isCloseTo(-0.2, EXACT);
    }

    /// Below 120 (day 1) until day 4 reaches 121: three days. Below 121 to the end: days 4 to 6,
    /// two.
    @Test
    void longestDrawdownRunsToTheCloseThatReachesTheHighAgain() {
        Metrics metrics = daily(110, 120, 90, 119, 121, 120, 100);

        assertThat(metrics.maxDrawdownDays()).isEqualTo(3);
        assertThat(metrics.maxDrawdownOpen()).isFalse();
    }

    @Test
    void aDrawdownThatIsNotOverCountsToTheEnd() {
        Metrics metrics = daily(110, 100, 100, 100, 100);

        assertThat(metrics.maxDrawdownDays()).isEqualTo(4);
        assertThat(metrics.maxDrawdownOpen()).isTrue();
    }

    @Test
    void ratiosAgreeWithCommonsMath() {
        Random random = new Random(5);
        double[] equity = new double[400];
        double worth = 100;
        DescriptiveStatistics returns = new DescriptiveStatistics();
        double squares = 0;
        for (int i = 0; i < equity.length; i++) {
            double next = worth * (1 + 0.001 + random.nextGaussian() * 0.02);
            returns.addValue(next / worth - 1);
            squares += Math.pow(Math.min(next / worth - 1, 0), 2);
            equity[i] = worth = next;
        }

        Metrics metrics = daily(equity);

        double root = Math.sqrt(365);
        double deviation = returns.getStandardDeviation();
        assertThat(metrics.volatility()).isCloseTo(deviation * root, EXACT);
        assertThat(metrics.sharpe()).isCloseTo(returns.getMean() / deviation * root, within(1e-9));
        assertThat(metrics.sortino())
                .isCloseTo(returns.getMean() / Math.sqrt(squares / 400) * root, within(1e-9));
        assertThat(metrics.cagr()).isCloseTo(Math.pow(worth / 100, 365 / 400.0) - 1, within(1e-9));
        assertThat(metrics.calmar()).isCloseTo(metrics.cagr() / -metrics.maxDrawdown(), EXACT);
    }

    /// Hours of three days with worth 110, 121 and 133.1 at each day's end: 10 % a day.
    @Test
    void ratiosAreOfDailyReturnsWhateverTheCandles() {
        double[] equity = new double[72];
        for (int i = 0; i < 72; i++) {
            equity[i] = i % 24 == 23 ? 100 * Math.pow(1.1, i / 24 + 1) : 105 + i % 7;
        }
        CandleSeries candles = candles(Timeframe.H1, equity);

        DailyReturns returns =
                DailyReturns.of(
                        new EquityCurve(candles.openTime(), equity, 100), Timeframe.H1, 365);

        assertThat(returns.values()).hasSize(3);
        assertThat(Arrays.stream(returns.values()))
                .allSatisfy(r -> assertThat(r).isCloseTo(0.1, EXACT));
    }

    /// A week holds seven days, so 365 days hold 52.142857 weekly returns.
    @Test
    void candlesLongerThanADayGiveOneReturnEach() {
        CandleSeries candles = candles(Timeframe.W1, 100, 110, 99);

        DailyReturns returns =
                DailyReturns.of(
                        new EquityCurve(candles.openTime(), candles.close(), 100),
                        Timeframe.W1,
                        365);

        assertThat(returns.values()).hasSize(3);
        assertThat(returns.perYear()).isCloseTo(365 / 7.0, EXACT);
    }

    /// Winners 30 and 10, losers -10 and 0: factor 40/10; two of four won; mean return
    /// (0.3+0.1-0.1+0)/4.
    @Test
    void tradesGiveWinRateFactorAndExpectancy() {
        CandleSeries candles = candles(Timeframe.D1, new double[20]);
        EquityCurve curve = new EquityCurve(candles.openTime(), new double[20], 100);
        List<Trade> trades =
                List.of(
                        trade(30, 0.3, 0, 4),
                        trade(-10, -0.1, 4, 6),
                        trade(0, 0, 7, 8),
                        trade(10, 0.1, 10, 13));

        Metrics metrics = Metrics.of(curve, trades, candles, Timeframe.D1, 365);

        assertThat(metrics.trades()).isEqualTo(4);
        assertThat(metrics.winRate()).isEqualTo(0.5);
        assertThat(metrics.profitFactor()).isEqualTo(4);
        assertThat(metrics.expectancy()).isCloseTo(0.075, EXACT);
        assertThat(metrics.exposure()).isCloseTo(10 / 20.0, EXACT);
        assertThat(metrics.fees()).isEqualTo(2);
    }

    @Test
    void whatDoesNotExistIsNoNumber() {
        Metrics metrics = daily(100, 100, 100);

        assertThat(metrics.sharpe()).isNaN();
        assertThat(metrics.sortino()).isNaN();
        assertThat(metrics.calmar()).isNaN();
        assertThat(metrics.cagr()).as("of three days").isNaN();
        assertThat(metrics.winRate()).isNaN();
        assertThat(metrics.profitFactor()).isNaN();
        assertThat(metrics.expectancy()).isNaN();
        assertThat(metrics.maxDrawdown()).isZero();
    }

    /// One day's loss of 10 %: a return, but no deviation, upwards or downwards.
    @Test
    void oneDailyReturnMakesNoRatio() {
        Metrics metrics = daily(90);

        assertThat(metrics.totalReturn()).isCloseTo(-0.1, EXACT);
        assertThat(metrics.volatility()).isNaN();
        assertThat(metrics.sharpe()).isNaN();
        assertThat(metrics.sortino()).isNaN();
    }

    @Test
    void holdingIsBoughtAtTheFirstClose() {
        CandleSeries candles = candles(Timeframe.D1, 50, 100, 75);

        assertThat(Metrics.holding(candles, 1000).equity()).containsExactly(1000, 2000, 1500);
        assertThat(Metrics.ofHolding(candles, Timeframe.D1, 1000, 365).buyAndHoldReturn())
                .isEqualTo(0.5);
    }

    @Test
    void statisticsTellLongsFromShortsAndTheBestFromTheRest() {
        List<Trade> trades = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            trades.add(trade(i + 1, 0.1, i, i + 2));
        }
        trades.add(trade(-5, -0.2, 20, 30));
        trades.add(trade(-6, -0.4, 30, 31));

        TradeStatistics statistics = TradeStatistics.of(trades);

        // 1 + … + 12 = 78, less 11; without the ten best 1 + 2 - 11
        assertThat(statistics.netProfit()).isEqualTo(67);
        assertThat(statistics.netProfitLongs()).isEqualTo(67);
        assertThat(statistics.shorts()).isZero();
        assertThat(statistics.netProfitWithoutBest()).isEqualTo(-8);
        assertThat(statistics.meanWin()).isCloseTo(0.1, EXACT);
        assertThat(statistics.meanLoss()).isCloseTo(-0.3, EXACT);
        assertThat(statistics.medianHeldMs()).isEqualTo(2 * DAY);
        assertThat(statistics.longestLosingStreak()).isEqualTo(2);
    }

    /// January ends at 110, February at 99 (-10 %), December (the next with candles) at 198.
    @Test
    void monthsEndAtTheirLastClose() {
        long january = 1_704_067_200_000L; // 2024-01-01
        long[] times = {january, january + 30 * DAY, january + 45 * DAY, january + 340 * DAY};
        EquityCurve curve = new EquityCurve(times, new double[] {105, 110, 99, 198}, 100);

        MonthlyReturns returns = MonthlyReturns.of(curve, times[3] + DAY);

        assertThat(returns.months().keySet().toString()).isEqualTo("[2024-01, 2024-02, 2024-12]");
        assertThat(returns.months().values().stream().map(r -> Math.rint(r * 1e9) / 1e9))
                .containsExactly(0.1, -0.1, 1.0);
        assertThat(returns.years().get(2024)).isCloseTo(0.98, EXACT);
        assertThat(returns.lastIsPartial()).isTrue();
    }
}
