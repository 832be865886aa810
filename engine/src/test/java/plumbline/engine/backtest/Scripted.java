package plumbline.engine.backtest;

import java.util.Map;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.strategy.Brackets;
import plumbline.engine.strategy.Decisions;
import plumbline.engine.strategy.Distance;
import plumbline.engine.strategy.Signal;
import plumbline.engine.strategy.Signal.Target;
import plumbline.engine.strategy.Strategy;

/// A strategy that says at given candles what a test wants it to say.
record Scripted(Map<Integer, Target> script) implements Strategy {
    static final MarketId MARKET = MarketId.parse("test:A/USD");

    @Override
    public int warmupCandles() {
        return 0;
    }

    @Override
    public Decisions over(CandleSeries candles) {
        return (i, exposure) -> {
            Target target = script.get(i);
            return target == null ? Signal.HOLD : target;
        };
    }

    static Target goLong() {
        return new Target(1, Brackets.NONE, "up");
    }

    static Target goShort() {
        return new Target(-1, Brackets.NONE, "down");
    }

    static Target goFlat() {
        return new Target(0, Brackets.NONE, "out");
    }

    static Target bracketed(double weight, double stop, double take) {
        return new Target(weight, new Brackets(distance(stop), distance(take)), "in");
    }

    private static Distance distance(double price) {
        return price == 0 ? Distance.NONE : Distance.ofPrice(price);
    }

    /// Minute candles `{open, high, low, close}`.
    static CandleSeries candles(double[]... rows) {
        CandleSeries.Builder builder = CandleSeries.builder(rows.length);
        for (int i = 0; i < rows.length; i++) {
            builder.add(i * 60_000L, rows[i][0], rows[i][1], rows[i][2], rows[i][3], 1);
        }
        return builder.build();
    }

    /// Minute candles that open at the close before and touch nothing beyond.
    static CandleSeries closes(double... closes) {
        double[][] rows = new double[closes.length][];
        for (int i = 0; i < closes.length; i++) {
            double open = i == 0 ? closes[0] : closes[i - 1];
            rows[i] =
                    new double[] {
                        open, Math.max(open, closes[i]), Math.min(open, closes[i]), closes[i]
                    };
        }
        return candles(rows);
    }

    BacktestResult run(CandleSeries candles, Assumptions assumptions) {
        return Backtester.run(this, MARKET, candles, assumptions, JobControl.NONE);
    }
}
