package plumbline.engine.strategy.library;

import java.util.ArrayList;
import java.util.List;
import plumbline.engine.indicator.Atr;
import plumbline.engine.indicator.Rsi;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.strategy.AllowedSides;
import plumbline.engine.strategy.Brackets;
import plumbline.engine.strategy.CandleMask;
import plumbline.engine.strategy.CandleRules;
import plumbline.engine.strategy.CandleRules.Reasons;
import plumbline.engine.strategy.CandleRules.Rules;
import plumbline.engine.strategy.Decisions;
import plumbline.engine.strategy.Distance;
import plumbline.engine.strategy.Parameter;
import plumbline.engine.strategy.Strategy;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.Study;
import plumbline.engine.strategy.Study.Level;
import plumbline.engine.text.Fractions;

/// Long when the RSI falls below a low level, out when it rises above a middle one or at a stop of
/// a few average true ranges; short the other way round.
record RsiReversion(
        int period, double low, double high, double exit, int atr, double stop, AllowedSides sides)
        implements Strategy {
    static final StrategyDefinition DEFINITION =
            new StrategyDefinition(
                    "rsi-reversion",
                    "RSI reversion",
                    1,
                    "Enters long when the RSI crosses below the low level and leaves when it crosses"
                            + " above the exit level; enters short when it crosses above the high level and"
                            + " leaves when it crosses below the exit level. The stop lies a number of"
                            + " average true ranges, as of the decision, from the entry price.",
                    List.of(
                            CommonParameters.period("period", "candles of the RSI", 14),
                            level("low", "RSI below which it buys", 30),
                            level("high", "RSI above which it sells short", 70),
                            level("exit", "RSI at which it takes what it has", 50),
                            CommonParameters.period("atr", "candles of the average true range", 14),
                            new Parameter.Decimal(
                                    "stop",
                                    "stop-loss, in average true ranges from the entry; 0 for none",
                                    2.0,
                                    0,
                                    100),
                            CommonParameters.side()),
                    values ->
                            values.decimal("low") < values.decimal("high")
                                    ? null
                                    : "low must be below high",
                    values ->
                            new RsiReversion(
                                    values.whole("period"),
                                    values.decimal("low"),
                                    values.decimal("high"),
                                    values.decimal("exit"),
                                    values.whole("atr"),
                                    values.decimal("stop"),
                                    values.sides()));

    private static Parameter level(String name, String description, double defaultValue) {
        return new Parameter.Decimal(name, description, defaultValue, 0, 100);
    }

    @Override
    public int warmupCandles() {
        return Math.max(Rsi.settledAfter(period), stop > 0 ? Atr.settledAfter(atr) : 0);
    }

    @Override
    public Decisions over(CandleSeries candles) {
        double[] range = range(candles);
        double[] rsi = rsi(candles, range);
        Rules rules =
                new Rules(
                        CandleMask.crossesBelow(rsi, low),
                        CandleMask.crossesAbove(rsi, exit),
                        CandleMask.crossesAbove(rsi, high),
                        CandleMask.crossesBelow(rsi, exit));
        return new CandleRules(
                rules.only(sides, candles.size()), reasons(), i -> brackets(range[i]));
    }

    @Override
    public List<Study> studies(CandleSeries candles) {
        List<Level> levels = new ArrayList<>();
        if (sides.allowsLong()) {
            levels.add(new Level("long entry", low));
        }
        if (sides.allowsShort()) {
            levels.add(new Level("short entry", high));
        }
        levels.add(new Level("exit", exit));
        return List.of(Study.apart("RSI " + period, rsi(candles, range(candles)), levels));
    }

    private double[] range(CandleSeries candles) {
        double[] range = new double[candles.size()];
        if (stop > 0) {
            Atr.compute(candles.high(), candles.low(), candles.close(), atr, range);
        }
        return range;
    }

    /// Without a stop there is no entry: the RSI has no value until the average true range has one.
    private double[] rsi(CandleSeries candles, double[] range) {
        double[] rsi = new double[candles.size()];
        Rsi.compute(candles.close(), period, rsi);
        for (int i = 0; i < rsi.length && Double.isNaN(range[i]); i++) {
            rsi[i] = Double.NaN;
        }
        return rsi;
    }

    private Brackets brackets(double range) {
        return stop > 0 && range > 0
                ? new Brackets(Distance.ofPrice(stop * range), Distance.NONE)
                : Brackets.NONE;
    }

    private Reasons reasons() {
        String name = "RSI " + period;
        return new Reasons(
                name + " below " + Fractions.plain(low),
                name + " above " + Fractions.plain(exit),
                name + " above " + Fractions.plain(high),
                name + " below " + Fractions.plain(exit));
    }
}
