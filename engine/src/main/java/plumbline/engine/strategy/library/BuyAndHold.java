package plumbline.engine.strategy.library;

import java.util.List;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.strategy.Brackets;
import plumbline.engine.strategy.CandleMask;
import plumbline.engine.strategy.CandleRules;
import plumbline.engine.strategy.CandleRules.Reasons;
import plumbline.engine.strategy.CandleRules.Rules;
import plumbline.engine.strategy.Decisions;
import plumbline.engine.strategy.Strategy;
import plumbline.engine.strategy.StrategyDefinition;

/// Buys at the first candle and keeps.
record BuyAndHold() implements Strategy {
    static final StrategyDefinition DEFINITION =
            new StrategyDefinition(
                    "buy-and-hold",
                    "Buy and hold",
                    1,
                    "Buys at the first candle and keeps it to the end.",
                    List.of(),
                    _ -> null,
                    _ -> new BuyAndHold());

    @Override
    public int warmupCandles() {
        return 0;
    }

    @Override
    public Decisions over(CandleSeries candles) {
        CandleMask first = new CandleMask(candles.size());
        if (!candles.isEmpty()) {
            first.addIf(0, true);
        }
        CandleMask never = new CandleMask(candles.size());
        return new CandleRules(
                new Rules(first, never, never, never),
                new Reasons("first candle", "", "", ""),
                _ -> Brackets.NONE);
    }
}
