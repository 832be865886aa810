package plumbline.engine.strategy.library;

import java.util.List;
import plumbline.engine.indicator.Sma;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.strategy.AllowedSides;
import plumbline.engine.strategy.Brackets;
import plumbline.engine.strategy.CandleRules;
import plumbline.engine.strategy.CandleRules.Reasons;
import plumbline.engine.strategy.Decisions;
import plumbline.engine.strategy.Strategy;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.Study;

/// Long when the fast simple moving average of closes crosses above the slow one, out (or short)
/// when it crosses below.
record SmaCross(int fast, int slow, AllowedSides sides, Brackets brackets) implements Strategy {
    static final StrategyDefinition DEFINITION =
            new StrategyDefinition(
                    "sma-cross",
                    "SMA cross",
                    1,
                    "Enters long when the fast simple moving average of closes crosses above the slow"
                            + " one and leaves when it crosses below; short the other way round.",
                    List.of(
                            CommonParameters.period("fast", "candles of the fast average", 10),
                            CommonParameters.period("slow", "candles of the slow average", 30),
                            CommonParameters.side(),
                            CommonParameters.stop(),
                            CommonParameters.take()),
                    values -> CommonParameters.ordered(values, "fast", "slow"),
                    values ->
                            new SmaCross(
                                    values.whole("fast"),
                                    values.whole("slow"),
                                    values.sides(),
                                    CommonParameters.brackets(values)));

    @Override
    public int warmupCandles() {
        return slow;
    }

    @Override
    public Decisions over(CandleSeries candles) {
        return new CandleRules(
                Crossing.ofAverages(candles, fast, slow).only(sides, candles.size()),
                reasons("SMA " + fast, "SMA " + slow),
                _ -> brackets);
    }

    @Override
    public List<Study> studies(CandleSeries candles) {
        return List.of(average(candles, fast), average(candles, slow));
    }

    private static Study average(CandleSeries candles, int period) {
        double[] line = new double[candles.size()];
        Sma.compute(candles.close(), period, line);
        return Study.ofPrices("SMA " + period, line);
    }

    /// Phrases for a cross of two named lines.
    static Reasons reasons(String fast, String slow) {
        String above = fast + " above " + slow;
        String below = fast + " below " + slow;
        return new Reasons(above, below, below, above);
    }
}
