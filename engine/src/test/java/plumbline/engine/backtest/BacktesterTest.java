package plumbline.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static plumbline.engine.backtest.Scripted.bracketed;
import static plumbline.engine.backtest.Scripted.candles;
import static plumbline.engine.backtest.Scripted.closes;
import static plumbline.engine.backtest.Scripted.goFlat;
import static plumbline.engine.backtest.Scripted.goLong;
import static plumbline.engine.backtest.Scripted.goShort;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import plumbline.engine.backtest.Assumptions.Fill;
import plumbline.engine.backtest.Assumptions.Units;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.PositionSide;
import plumbline.engine.strategy.Signal.Target;

/// Every number here is worked out by hand in the comment above it.
class BacktesterTest {
    private static final Assumptions PLAIN = Assumptions.DEFAULT.withCash(1000);
    private static final Offset<Double> EXACT = within(1e-9);

    private static Scripted script(Object... candleAndTarget) {
        Map<Integer, Target> script = new HashMap<>();
        for (int i = 0; i < candleAndTarget.length; i += 2) {
            script.put((Integer) candleAndTarget[i], (Target) candleAndTarget[i + 1]);
        }
        return new Scripted(script);
    }

    /// Decided at 10, filled at the next open of 20: 1000 / 20 = 50. Out decided at 30, filled at
    /// 40: 50 (40 - 20) = 1000. Equity at the closes: 1000, 50·30 = 1500, then 2000.
    @Test
    void fillsAtTheNextOpen() {
        CandleSeries candles =
                candles(
                        new double[] {10, 10, 10, 10},
                        new double[] {20, 30, 20, 30},
                        new double[] {40, 50, 40, 50});

        BacktestResult result = script(0, goLong(), 1, goFlat()).run(candles, PLAIN);

        Trade trade = result.trades().getFirst();
        assertThat(trade.entryPrice()).isEqualTo(20);
        assertThat(trade.exitPrice()).isEqualTo(40);
        assertThat(trade.entryTimeMs()).isEqualTo(60_000);
        assertThat(trade.exitTimeMs()).isEqualTo(120_000);
        assertThat(trade.candles()).isEqualTo(1);
        assertThat(trade.quantity()).isEqualTo(50);
        assertThat(trade.profit()).isEqualTo(1000);
        assertThat(trade.returnFraction()).isEqualTo(1);
        assertThat(trade.entryReason()).isEqualTo("up");
        assertThat(trade.exitReason()).isEqualTo("out");
        assertThat(result.equity().equity()).containsExactly(1000, 1500, 2000);
    }

    /// Decided and filled at 10: 100 units. Out decided and filled at 30: 100 (30 - 10) = 2000.
    @Test
    void fillsAtTheCloseWhenToldTo() {
        BacktestResult result =
                script(0, goLong(), 1, goFlat())
                        .run(closes(10, 30, 50), PLAIN.withFill(Fill.CLOSE));

        Trade trade = result.trades().getFirst();
        assertThat(trade.entryPrice()).isEqualTo(10);
        assertThat(trade.exitPrice()).isEqualTo(30);
        assertThat(trade.entryTimeMs()).isZero();
        assertThat(result.equity().equity()).containsExactly(1000, 3000, 3000);
    }

    /// All in at 10 with 1 %: 1000 / 10.1 = 99.0099 units cost 990.099 and a fee of 9.901. Out at
    /// 20: 1980.198 less 19.802 fee = 1960.396.
    @Test
    void paysAFeeOnEachFillOutOfTheEquity() {
        BacktestResult result =
                script(0, goLong(), 1, goFlat()).run(closes(10, 20, 20), PLAIN.withFee(0.01));

        Trade trade = result.trades().getFirst();
        assertThat(trade.quantity()).isCloseTo(1000 / 10.1, EXACT);
        assertThat(trade.fees()).isCloseTo(1000 / 10.1 * 30 * 0.01, EXACT);
        assertThat(result.equity().last()).isCloseTo(1000 / 10.1 * 20 * 0.99, EXACT);
    }

    /// Bought at 10 + 1 % = 10.10, sold at 20 - 1 % = 19.80.
    @Test
    void slippageWorsensBothFills() {
        BacktestResult result =
                script(0, goLong(), 1, goFlat()).run(closes(10, 20, 20), PLAIN.withSlippage(0.01));

        Trade trade = result.trades().getFirst();
        assertThat(trade.entryPrice()).isCloseTo(10.1, EXACT);
        assertThat(trade.exitPrice()).isCloseTo(19.8, EXACT);
        assertThat(result.equity().last()).isCloseTo(1000 / 10.1 * 19.8, EXACT);
    }

    /// Short 100 at 10; at 8 worth 1000 + 200; bought back there.
    @Test
    void aShortGainsWhenThePriceFalls() {
        BacktestResult result = script(0, goShort(), 1, goFlat()).run(closes(10, 8, 9), PLAIN);

        assertThat(result.trades().getFirst().side()).isEqualTo(PositionSide.SHORT);
        assertThat(result.trades().getFirst().profit()).isEqualTo(200);
        assertThat(result.equity().equity()).containsExactly(1000, 1200, 1200);
    }

    /// Long 100 at 10, turned at 12: worth 1200, so short 100 at 12; at 9 worth 1200 + 300.
    @Test
    void turnsFromLongToShortInOneFill() {
        BacktestResult result = script(0, goLong(), 1, goShort()).run(closes(10, 12, 9, 9), PLAIN);

        assertThat(result.trades()).hasSize(2);
        assertThat(result.trades().get(0).exitPrice()).isEqualTo(12);
        assertThat(result.trades().get(0).exitReason()).isEqualTo("down");
        assertThat(result.trades().get(1).entryPrice()).isEqualTo(12);
        assertThat(result.trades().get(1).quantity()).isEqualTo(100);
        assertThat(result.trades().get(1).exitReason()).isEqualTo("end-of-data");
        assertThat(result.equity().last()).isEqualTo(1500);
    }

    @Test
    void keepsAPositionWhenToldTheSameAgain() {
        BacktestResult result =
                script(0, goLong(), 1, goLong(), 2, goLong()).run(closes(10, 11, 12, 13), PLAIN);

        assertThat(result.trades()).hasSize(1);
        assertThat(result.trades().getFirst().entryPrice()).isEqualTo(10);
    }

    /// 1000 at 30 buys 33 whole units for 990; with 1 % fee 33 would cost 999.90, 34 would not fit.
    /// At 30.1 with 1 % it is 32: 33 would cost 1003.23.
    @Test
    void buysTheLargestWholeNumberThatTheEquityCovers() {
        Assumptions whole = PLAIN.withUnits(Units.WHOLE).withFee(0.01);

        assertThat(script(0, goLong()).run(closes(30, 30), whole).trades().getFirst().quantity())
                .isEqualTo(33);
        assertThat(
                        script(0, goLong())
                                .run(closes(30.1, 30.1), whole)
                                .trades()
                                .getFirst()
                                .quantity())
                .isEqualTo(32);
    }

    /// 1000 / 0.1 is covered to the last unit though 0.1 is no binary number.
    @Test
    void coversExactlyWhatItCovers() {
        Assumptions whole = PLAIN.withUnits(Units.WHOLE);

        assertThat(script(0, goLong()).run(closes(0.1, 0.1), whole).trades().getFirst().quantity())
                .isEqualTo(10_000);
    }

    /// Three at 0.1 cost 0.3, all there is, though 3 · 0.1 in doubles is above 0.3; seven lots of
    /// 0.1 at 0.7 cost 0.49.
    @Test
    void buysWhatCostsExactlyTheCash() {
        Assumptions whole = Assumptions.DEFAULT.withCash(0.3).withUnits(Units.WHOLE);
        Assumptions lots = new Assumptions(0.49, 0, 0, Fill.NEXT_OPEN, Units.LOT, 0.1, 1, 365);

        assertThat(script(0, goLong()).run(closes(0.1, 0.1), whole).trades().getFirst().quantity())
                .isEqualTo(3);
        assertThat(script(0, goLong()).run(closes(0.7, 0.7), lots).trades().getFirst().quantity())
                .isEqualTo(0.7);
    }

    /// 1000 / 7 = 142.857…: 142.8 in lots of 0.1.
    @Test
    void buysInLots() {
        Assumptions lots = new Assumptions(1000, 0, 0, Fill.NEXT_OPEN, Units.LOT, 0.1, 1, 365);

        assertThat(script(0, goLong()).run(closes(7, 7), lots).trades().getFirst().quantity())
                .isEqualTo(142.8);
    }

    @Test
    void opensNothingThatTheEquityDoesNotCoverAndCountsIt() {
        BacktestResult result =
                script(0, goLong()).run(closes(3000, 3000), PLAIN.withUnits(Units.WHOLE));

        assertThat(result.trades()).isEmpty();
        assertThat(result.unfilledEntries()).isEqualTo(1);
        assertThat(result.equity().last()).isEqualTo(1000);
    }

    /// Three times 1000 at 10 is 300 units; at 11 the gain is 300.
    @Test
    void leverageMultipliesTheSize() {
        BacktestResult result = script(0, goLong()).run(closes(10, 11), PLAIN.withLeverage(3));

        assertThat(result.trades().getFirst().quantity()).isCloseTo(300, EXACT);
        assertThat(result.equity().last()).isCloseTo(1300, EXACT);
    }

    /// Half the equity at 10 is 50 units; at 20 worth 500 + 1000.
    @Test
    void putsAtWorkTheWeightThatIsAsked() {
        Scripted half = script(0, bracketed(0.5, 0, 0));

        assertThat(half.run(closes(10, 20), PLAIN).equity().last()).isEqualTo(1500);
    }

    /// Ten times leverage at 10 is 1000 units; at 9 all 1000 are gone, on the way to 8.5.
    @Test
    void endsWhenAllIsLost() {
        BacktestResult result =
                script(0, goLong()).run(closes(10, 10, 8.5, 20, 30), PLAIN.withLeverage(10));

        assertThat(result.ruined()).isTrue();
        assertThat(result.equity().equity()).containsExactly(1000, 1000, 0);
        assertThat(result.trades()).hasSize(1);
        assertThat(result.trades().getFirst().exitReason()).isEqualTo("ruin");
        assertThat(result.trades().getFirst().exitPrice()).isEqualTo(9);
        assertThat(result.trades().getFirst().profit()).isEqualTo(-1000);
        assertThat(result.writtenOff()).isZero();
    }

    /// Ten times leverage at 100 is 100 units; a low of 85, 15 % under the entry, passes 90, where
    /// nothing is left. The close of 95 comes too late.
    @Test
    void aLowWithinACandleRuins() {
        CandleSeries candles =
                candles(
                        new double[] {100, 100, 100, 100},
                        new double[] {100, 100, 100, 100},
                        new double[] {100, 100, 85, 95},
                        new double[] {95, 120, 95, 120});

        BacktestResult result = script(0, goLong()).run(candles, PLAIN.withLeverage(10));

        assertThat(result.ruined()).isTrue();
        assertThat(result.trades().getFirst().exitPrice()).isEqualTo(90);
        assertThat(result.trades().getFirst().exitReason()).isEqualTo("ruin");
        assertThat(result.equity().equity()).containsExactly(1000, 1000, 0);
    }

    /// Short 100 at 10 with 1000: at 20 nothing is left, which the high passes and the close does
    /// not.
    @Test
    void aHighWithinACandleRuinsAShort() {
        CandleSeries candles =
                candles(
                        new double[] {10, 10, 10, 10},
                        new double[] {10, 21, 10, 11},
                        new double[] {11, 11, 11, 11});

        BacktestResult result = script(0, goShort()).run(candles, PLAIN);

        assertThat(result.ruined()).isTrue();
        assertThat(result.trades().getFirst().exitPrice()).isEqualTo(20);
        assertThat(result.equity().equity()).containsExactly(1000, 0);
    }

    /// As above, but the candle opens at 8.5: 1000 units lose 1500 there, 500 more than there was.
    @Test
    void whatIsOwedBeyondZeroIsWrittenOff() {
        CandleSeries candles =
                candles(
                        new double[] {10, 10, 10, 10},
                        new double[] {10, 10, 10, 10},
                        new double[] {8.5, 9, 8, 9});

        BacktestResult result = script(0, goLong()).run(candles, PLAIN.withLeverage(10));

        assertThat(result.trades().getFirst().exitPrice()).isEqualTo(8.5);
        assertThat(result.trades().getFirst().profit()).isEqualTo(-1500);
        assertThat(result.writtenOff()).isEqualTo(500);
        assertThat(result.equity().last()).isZero();
    }

    /// With a fee of 1 %, 1000 / (10 (1/10 + 1/100)) = 909.09 units and 90.91 paid: nothing is left
    /// at 9. The fee of leaving there, 909.09·9 % = 81.82, is owed.
    @Test
    void theCostsOfTheLastFillAreWrittenOff() {
        BacktestResult result =
                script(0, goLong()).run(closes(10, 10, 8.5), PLAIN.withLeverage(10).withFee(0.01));

        assertThat(result.trades().getFirst().exitPrice()).isCloseTo(9, EXACT);
        assertThat(result.writtenOff()).isCloseTo(900 / 11.0, EXACT);
    }

    /// A thousand times 1000 with 0.2 % of slippage: 2000 are lost by the entry itself.
    @Test
    void anEntryThatCostsMoreThanAllIsTheEnd() {
        Assumptions close = PLAIN.withLeverage(1000).withSlippage(0.002).withFill(Fill.CLOSE);

        BacktestResult result = script(0, goLong()).run(closes(10, 11, 12), close);

        assertThat(result.ruined()).isTrue();
        assertThat(result.equity().equity()).containsExactly(0);
        assertThat(result.writtenOff()).isPositive();
    }

    /// A stop at 95 lies before 90, where the equity is gone; one at 85 lies behind it.
    @Test
    void aStopBeforeTheRuinIsTakenFirst() {
        CandleSeries candles =
                candles(
                        new double[] {100, 100, 100, 100},
                        new double[] {100, 100, 80, 80},
                        new double[] {80, 80, 80, 80});
        Assumptions tenfold = PLAIN.withLeverage(10);

        BacktestResult saved = script(0, bracketed(1, 5, 0)).run(candles, tenfold);
        BacktestResult lost = script(0, bracketed(1, 15, 0)).run(candles, tenfold);

        assertThat(saved.trades().getFirst().exitReason()).isEqualTo("stop");
        assertThat(saved.equity().last()).isCloseTo(500, EXACT);
        assertThat(lost.trades().getFirst().exitReason()).isEqualTo("ruin");
        assertThat(lost.trades().getFirst().exitPrice()).isEqualTo(90);
    }

    /// Short 100 at 10: at 20 everything is gone.
    @Test
    void aShortCanBeRuinedWithoutLeverage() {
        BacktestResult result = script(0, goShort()).run(closes(10, 10, 20, 5), PLAIN);

        assertThat(result.ruined()).isTrue();
        assertThat(result.equity().last()).isZero();
        assertThat(result.equity().size()).isEqualTo(3);
    }

    @Test
    void opensNothingAtTheLastCloseButLeavesThere() {
        assertThat(script(2, goLong()).run(closes(10, 11, 12), PLAIN.withFill(Fill.CLOSE)).trades())
                .isEmpty();
        Trade left =
                script(0, goLong(), 2, goShort())
                        .run(closes(10, 11, 12), PLAIN.withFill(Fill.CLOSE))
                        .trades()
                        .getFirst();
        assertThat(left.exitReason()).isEqualTo("down");
        assertThat(left.exitPrice()).isEqualTo(12);
    }

    /// What is open is closed at the last close, 30, with a fee of 1 % of 1000/10.1·30.
    @Test
    void closesAtTheLastCloseWhatIsOpenAtTheEnd() {
        BacktestResult result = script(0, goLong()).run(closes(10, 20, 30), PLAIN.withFee(0.01));

        assertThat(result.trades().getFirst().exitReason()).isEqualTo("end-of-data");
        assertThat(result.equity().last()).isCloseTo(1000 / 10.1 * 30 * 0.99, EXACT);
    }

    @Test
    void theSameRunGivesTheSameBits() {
        CandleSeries candles = closes(10, 11.3, 9.7, 12.1, 8.8, 13.2);
        Scripted strategy = script(0, goLong(), 1, goShort(), 2, goLong(), 3, goShort());

        BacktestResult first = strategy.run(candles, PLAIN.withFee(0.001));
        BacktestResult second = strategy.run(candles, PLAIN.withFee(0.001));

        assertThat(second.trades()).isEqualTo(first.trades());
        assertThat(second.equity().equity()).isEqualTo(first.equity().equity());
    }

    @Test
    void stopsWhenNobodyWaitsAnyMore() {
        CandleSeries candles = closes(new double[20_000]);
        AtomicInteger asked = new AtomicInteger();
        JobControl control = JobControl.cancelledBy(() -> asked.incrementAndGet() == 3);

        assertThatThrownBy(() -> Backtester.run(script(), Scripted.MARKET, candles, PLAIN, control))
                .isInstanceOf(CancellationException.class)
                .hasMessage("cancelled at candle 8192 of 20000");
    }

    @Test
    void refusesToRunOnNothing() {
        assertThatThrownBy(() -> script().run(CandleSeries.empty(), PLAIN))
                .hasMessage("there are no candles of test:A/USD to run on");
    }

    /// Held from the open of candle 1 (10) to the open of candle 3 (12): between are lows of 9 and
    /// 8 and highs of 13 and 12; of candle 3 only the open counts.
    @Test
    void measuresTheLargestMovesWhileItHeld() {
        CandleSeries candles =
                candles(
                        new double[] {10, 10, 10, 10},
                        new double[] {10, 13, 9, 11},
                        new double[] {11, 12, 8, 11},
                        new double[] {12, 99, 1, 50});

        Trade trade = script(0, goLong(), 2, goFlat()).run(candles, PLAIN).trades().getFirst();

        assertThat(trade.mae()).isCloseTo(-0.2, EXACT);
        assertThat(trade.mfe()).isCloseTo(0.3, EXACT);
    }
}
