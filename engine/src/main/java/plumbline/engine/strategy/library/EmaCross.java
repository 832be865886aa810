package plumbline.engine.strategy.library;

import java.util.List;
import plumbline.engine.indicator.Ema;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.strategy.AllowedSides;
import plumbline.engine.strategy.Brackets;
import plumbline.engine.strategy.CandleRules;
import plumbline.engine.strategy.Decisions;
import plumbline.engine.strategy.Strategy;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.Study;

/// Long when the fast exponential moving average of closes crosses above the slow one, out (or
/// short) when it crosses below.
record EmaCross(int fast, int slow, AllowedSides sides, Brackets brackets) implements Strategy {
    static final StrategyDefinition DEFINITION =
            new StrategyDefinition(
                    "ema-cross",
                    "EMA cross",
                    1,
                    "Enters long when the fast exponential moving average of closes crosses above the"
                            + " slow one and leaves when it crosses below; short the other way round.",
                    List.of(
                            CommonParameters.period("fast", "candles of the fast average", 20),
                            CommonParameters.period("slow", "candles of the slow average", 50),
                            CommonParameters.side(),
                            CommonParameters.stop(),
                            CommonParameters.take()),
                    values -> CommonParameters.ordered(values, "fast", "slow"),
                    values ->
                            new EmaCross(
                                    values.whole("fast"),
                                    values.whole("slow"),
                                    values.sides(),
                                    CommonParameters.brackets(values)));

    @Override
    public int warmupCandles() {
        return Ema.settledAfter(slow);
    }

    @Override
    public Decisions over(CandleSeries candles) {
        return new CandleRules(
                Crossing.rules(average(candles, fast), average(candles, slow))
                        .only(sides, candles.size()),
                SmaCross.reasons("EMA " + fast, "EMA " + slow),
                _ -> brackets);
    }

    @Override
    public List<Study> studies(CandleSeries candles) {
        return List.of(
                Study.ofPrices("EMA " + fast, average(candles, fast)),
                Study.ofPrices("EMA " + slow, average(candles, slow)));
    }

    private static double[] average(CandleSeries candles, int period) {
        double[] line = new double[candles.size()];
        Ema.compute(candles.close(), period, line);
        return line;
    }
}
