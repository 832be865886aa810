package plumbline.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.RunWarning;
import plumbline.engine.backtest.RunWarning.Code;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;

/// What a run says about its figures. Numbers by hand.
class RunFactsTest {
    private static final long DAY = Timeframe.D1.millis();

    private static CandleSeries days(double... closes) {
        CandleSeries.Builder out = CandleSeries.builder(closes.length);
        for (int i = 0; i < closes.length; i++) {
            out.add(i * DAY, closes[i], closes[i], closes[i], closes[i], 1);
        }
        return out.build();
    }

    private static BacktestRun held(CandleSeries candles, Assumptions assumptions) {
        return SampleRuns.run("buy-and-hold", Map.of(), candles, Timeframe.D1, assumptions);
    }

    private static List<Code> codes(BacktestRun run) {
        return run.warnings().stream().map(RunWarning::code).toList();
    }

    @Test
    void aLongRunOfManyTradesOnWholeCandlesHasNothingToWarnOf() {
        assertThat(codes(SampleRuns.ordinary())).isEmpty();
    }

    /// Three days, the third of which comes a day late.
    @Test
    void gapsAreCounted() {
        CandleSeries candles =
                CandleSeries.builder(3)
                        .add(0, 1, 1, 1, 1, 1)
                        .add(DAY, 1, 1, 1, 1, 1)
                        .add(3 * DAY, 1, 1, 1, 1, 1)
                        .build();

        BacktestRun run = held(candles, Assumptions.DEFAULT);

        assertThat(codes(run)).containsExactly(Code.FEW_TRADES, Code.SHORT_HISTORY, Code.GAPS);
        assertThat(run.warnings())
                .extracting(RunWarning::text)
                .containsExactly(
                        "1 trade: too few to say anything (under 30).",
                        "4.0 days of candles: figures a year are extrapolated (under 365).",
                        "1 gap in the candles, 1 missing: what happened there is not in the figures.");
    }

    /// 1000 at 100 tenfold are 100 units; opened at 85 they lose 1500.
    @Test
    void ruinComesFirstAndSaysWhatWasWrittenOff() {
        BacktestRun run =
                held(days(100, 100, 85, 85), Assumptions.DEFAULT.withCash(1000).withLeverage(10));

        assertThat(run.warnings().getFirst().code()).isEqualTo(Code.RUIN);
        assertThat(run.warnings().getFirst().text())
                .isEqualTo(
                        "Ruined: all equity was lost and the run ended there; 500.00 USD owed beyond"
                                + " zero were written off.");
    }

    @Test
    void aYearOfDaysIsNoShortHistory() {
        assertThat(codes(held(days(new double[] {1, 2}), Assumptions.DEFAULT)))
                .contains(Code.SHORT_HISTORY);
        assertThat(codes(held(SampleRuns.walk(Timeframe.D1, 365, 100), Assumptions.DEFAULT)))
                .containsExactly(Code.FEW_TRADES);
        assertThat(codes(held(SampleRuns.walk(Timeframe.D1, 364, 100), Assumptions.DEFAULT)))
                .containsExactly(Code.FEW_TRADES, Code.SHORT_HISTORY);
    }

    /// With a fee of 1 %, 10,000 / 10.1 = 990.099 units at 10 cost 99.0099; at 20 it is twice that.
    /// Together 297.03 of 9,900.99 before fees are 3 %.
    @Test
    void theShareOfFeesIsOfTheProfitBeforeThem() {
        Assumptions fee = Assumptions.DEFAULT.withFee(0.01);

        assertThat(held(days(10, 10, 20), fee).feeShare()).isCloseTo(0.03, within(1e-12));
        assertThat(held(days(10, 10, 9), fee).feeShare()).isNaN();
    }

    @Test
    void theDaysOfAYearSayWhyTheyAreSoMany() {
        Assumptions shares = Assumptions.TYPICAL.withPeriodsPerYear(252);

        assertThat(new AssumptionText(shares, true).days())
                .isEqualTo("252 days a year, as the market rests at weekends");
        assertThat(new AssumptionText(shares, false).days())
                .isEqualTo("252 days a year, though the market trades every day");
        assertThat(new AssumptionText(shares.withPeriodsPerYear(365), true).days())
                .isEqualTo("365 days a year, though the market rests at weekends");
    }

    @Test
    void assumptionsAreWordsOnOneLine() {
        Assumptions assumed =
                Assumptions.TYPICAL.withFill(Assumptions.Fill.CLOSE).withLeverage(2.5);

        assertThat(new AssumptionText(assumed.withPeriodsPerYear(365), false).line())
                .isEqualTo(
                        "fee 0.1%, slippage 0% a fill; fills at same close, stops first; quantities"
                                + " fractional, leverage 2.5; ratios over 365 days a year");
    }
}
