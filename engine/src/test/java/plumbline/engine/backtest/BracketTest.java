package plumbline.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static plumbline.engine.backtest.Scripted.bracketed;
import static plumbline.engine.backtest.Scripted.candles;

import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.engine.backtest.Assumptions.Fill;
import plumbline.engine.portfolio.Trade;

/// Stop and take-profit within a candle. Entered at the open of candle 1, at 100, with a stop 5 and
/// a take-profit 10 away.
class BracketTest {
    private static final double[] FIRST = {100, 100, 100, 100};
    private static final Assumptions PLAIN = Assumptions.DEFAULT;

    private static BacktestResult enteredLong(Assumptions assumptions, double[]... later) {
        return run(1, assumptions, later);
    }

    private static BacktestResult enteredShort(Assumptions assumptions, double[]... later) {
        return run(-1, assumptions, later);
    }

    private static BacktestResult run(double weight, Assumptions assumptions, double[]... later) {
        double[][] rows = new double[later.length + 1][];
        rows[0] = FIRST;
        System.arraycopy(later, 0, rows, 1, later.length);
        return new Scripted(Map.of(0, bracketed(weight, 5, 10))).run(candles(rows), assumptions);
    }

    private static void left(BacktestResult result, double price, String reason, int candle) {
        Trade trade = result.trades().getFirst();
        assertThat(trade.exitPrice()).isEqualTo(price);
        assertThat(trade.exitReason()).isEqualTo(reason);
        assertThat(trade.exitIndex()).isEqualTo(candle);
        assertThat(result.trades()).hasSize(1);
    }

    @Test
    void aStopThatIsTouchedFillsAtItsPrice() {
        left(
                enteredLong(PLAIN, new double[] {100, 102, 98, 99}, new double[] {99, 99, 95, 97}),
                95,
                "stop",
                2);
        left(
                enteredShort(
                        PLAIN, new double[] {100, 102, 98, 99}, new double[] {99, 105, 99, 100}),
                105,
                "stop",
                2);
    }

    @Test
    void aTakeProfitThatIsTouchedFillsAtItsPrice() {
        left(enteredLong(PLAIN, new double[] {100, 110, 99, 105}), 110, "take-profit", 1);
        left(enteredShort(PLAIN, new double[] {100, 101, 90, 95}), 90, "take-profit", 1);
    }

    @Test
    void inTheCandleOfTheEntryTheStopIsAlreadyThere() {
        left(enteredLong(PLAIN, new double[] {100, 101, 90, 100}), 95, "stop", 1);
    }

    @Test
    void theStopComesFirstWhenBothAreTouched() {
        BacktestResult result = enteredLong(PLAIN, new double[] {100, 111, 94, 100});

        left(result, 95, "stop", 1);
        assertThat(result.ambiguousCandles()).isEqualTo(1);
        left(enteredShort(PLAIN, new double[] {100, 111, 89, 100}), 105, "stop", 1);
    }

    @Test
    void anOpenBeyondTheStopFillsAtTheOpen() {
        double[] quiet = {100, 101, 99, 100};
        left(enteredLong(PLAIN, quiet, new double[] {90, 120, 80, 100}), 90, "stop", 2);
        left(enteredShort(PLAIN, quiet, new double[] {112, 120, 80, 100}), 112, "stop", 2);
        assertThat(enteredLong(PLAIN, quiet, new double[] {90, 120, 80, 100}).ambiguousCandles())
                .isZero();
    }

    @Test
    void anOpenBeyondTheTakeProfitFillsAtTheOpen() {
        double[] quiet = {100, 101, 99, 100};
        left(enteredLong(PLAIN, quiet, new double[] {115, 120, 80, 100}), 115, "take-profit", 2);
        left(enteredShort(PLAIN, quiet, new double[] {85, 120, 80, 100}), 85, "take-profit", 2);
    }

    /// Bought at 101 after 1 % slippage: the stop lies at 96 and sells at 96·0.99 = 95.04; the
    /// take-profit is a limit at 111.
    @Test
    void slippageWorsensAStopButNotATakeProfit() {
        Assumptions slipping = PLAIN.withSlippage(0.01);

        Trade stopped = enteredLong(slipping, new double[] {100, 100, 95, 100}).trades().getFirst();
        Trade taken = enteredLong(slipping, new double[] {100, 112, 100, 100}).trades().getFirst();

        assertThat(stopped.exitPrice()).isCloseTo(95.04, within(1e-9));
        assertThat(taken.exitPrice()).isCloseTo(111, within(1e-9));
    }

    /// Entered at the close of candle 0: what candle 0 did before is over, candle 1 counts from its
    /// open.
    @Test
    void anEntryAtTheCloseIsProtectedFromTheNextCandleOn() {
        BacktestResult result =
                new Scripted(Map.of(0, bracketed(1, 5, 10)))
                        .run(
                                candles(
                                        new double[] {100, 130, 70, 100},
                                        new double[] {93, 100, 93, 100}),
                                PLAIN.withFill(Fill.CLOSE));

        left(result, 93, "stop", 1);
    }

    /// After the stop the account is flat: 100 units less 5 each.
    @Test
    void equityGoesOnFlatAfterAStop() {
        BacktestResult result =
                enteredLong(
                        PLAIN, new double[] {100, 101, 90, 100}, new double[] {100, 200, 100, 200});

        assertThat(result.equity().equity()).containsExactly(10_000, 9_500, 9_500);
    }

    /// The candle that stops it out opens at 104, above all that was before: that counts.
    @Test
    void countsTheOpenOfTheExitsCandle() {
        Trade trade =
                enteredLong(
                                PLAIN,
                                new double[] {100, 103, 99, 100},
                                new double[] {104, 109, 50, 60})
                        .trades()
                        .getFirst();

        assertThat(trade.mfe()).isCloseTo(0.04, within(1e-9));
        assertThat(trade.mae()).isCloseTo(-0.05, within(1e-9));
    }

    /// The stop's candle counts with its open and the exit: a low below the stop was not suffered.
    @Test
    void doesNotCountWhatCameAfterTheStop() {
        Trade trade =
                enteredLong(
                                PLAIN,
                                new double[] {100, 103, 99, 100},
                                new double[] {100, 109, 50, 60})
                        .trades()
                        .getFirst();

        assertThat(trade.mae()).isCloseTo(-0.05, within(1e-9));
        assertThat(trade.mfe()).isCloseTo(0.03, within(1e-9));
    }
}
