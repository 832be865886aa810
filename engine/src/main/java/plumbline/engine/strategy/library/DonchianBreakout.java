package plumbline.engine.strategy.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plumbline.engine.indicator.RollingExtreme;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.strategy.AllowedSides;
import plumbline.engine.strategy.Brackets;
import plumbline.engine.strategy.CandleMask;
import plumbline.engine.strategy.CandleRules;
import plumbline.engine.strategy.CandleRules.Reasons;
import plumbline.engine.strategy.CandleRules.Rules;
import plumbline.engine.strategy.Decisions;
import plumbline.engine.strategy.Strategy;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.Study;

/// Long when a close breaks the highest high of the candles before it, out when one breaks the
/// lowest low of a shorter span; short the other way round.
record DonchianBreakout(int entry, int exit, AllowedSides sides, Brackets brackets)
        implements Strategy {
    static final StrategyDefinition DEFINITION =
            new StrategyDefinition(
                    "donchian-breakout",
                    "Donchian breakout",
                    1,
                    "Enters long when a candle closes above the highest high of the candles before it"
                            + " and leaves when one closes below the lowest low of a shorter span; short"
                            + " the other way round.",
                    List.of(
                            CommonParameters.period("entry", "candles of the entry channel", 20),
                            CommonParameters.period("exit", "candles of the exit channel", 10),
                            CommonParameters.side(),
                            CommonParameters.stop(),
                            CommonParameters.take()),
                    _ -> null,
                    values ->
                            new DonchianBreakout(
                                    values.whole("entry"),
                                    values.whole("exit"),
                                    values.sides(),
                                    CommonParameters.brackets(values)));

    @Override
    public int warmupCandles() {
        return Math.max(entry, exit) + 1;
    }

    @Override
    public Decisions over(CandleSeries candles) {
        double[] close = candles.close();
        double[] channel = new double[close.length];
        Rules rules =
                new Rules(
                        above(close, highest(candles, entry, channel)),
                        below(close, lowest(candles, exit, channel)),
                        below(close, lowest(candles, entry, channel)),
                        above(close, highest(candles, exit, channel)));
        Reasons reasons =
                new Reasons(
                        "close above high of " + entry,
                        "close below low of " + exit,
                        "close below low of " + entry,
                        "close above high of " + exit);
        return new CandleRules(rules.only(sides, close.length), reasons, _ -> brackets);
    }

    /// The lines that a close has to break: those as of the candle before.
    @Override
    public List<Study> studies(CandleSeries candles) {
        List<Study> lines = new ArrayList<>();
        int n = candles.size();
        if (sides.allowsLong()) {
            lines.add(before("High " + entry, highest(candles, entry, new double[n])));
            lines.add(before("Low " + exit, lowest(candles, exit, new double[n])));
        }
        if (sides.allowsShort() && !(sides.allowsLong() && entry == exit)) {
            lines.add(before("Low " + entry, lowest(candles, entry, new double[n])));
            lines.add(before("High " + exit, highest(candles, exit, new double[n])));
        }
        return lines;
    }

    private static Study before(String name, double[] channel) {
        double[] line = new double[channel.length];
        Arrays.fill(line, 0, Math.min(1, line.length), Double.NaN);
        System.arraycopy(channel, 0, line, 1, Math.max(0, line.length - 1));
        return Study.ofPrices(name, line);
    }

    private static double[] highest(CandleSeries candles, int period, double[] out) {
        RollingExtreme.highest(candles.high(), period, out);
        return out;
    }

    private static double[] lowest(CandleSeries candles, int period, double[] out) {
        RollingExtreme.lowest(candles.low(), period, out);
        return out;
    }

    /// The channel as of the candle before: the one that closes now is not part of what it breaks.
    private static CandleMask above(double[] close, double[] channel) {
        CandleMask mask = new CandleMask(close.length);
        for (int i = 1; i < close.length; i++) {
            mask.addIf(i, close[i] > channel[i - 1]);
        }
        return mask;
    }

    private static CandleMask below(double[] close, double[] channel) {
        CandleMask mask = new CandleMask(close.length);
        for (int i = 1; i < close.length; i++) {
            mask.addIf(i, close[i] < channel[i - 1]);
        }
        return mask;
    }
}
