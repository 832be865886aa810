package plumbline.engine.strategy;

import java.util.function.IntFunction;

/// Decisions of rules that look at candles only: four conditions as masks, so that the engine hops
/// from one candle where something can happen to the next.
///
/// An entry on the other side beats an exit: it closes the position and opens the opposite one.
public final class CandleRules implements Decisions {
    private final CandleMask enterLong;
    private final CandleMask enterShort;
    private final CandleMask whileFlat;
    private final CandleMask whileLong;
    private final CandleMask whileShort;
    private final Reasons reasons;
    private final IntFunction<Brackets> brackets;

    /// @param rules where to enter and leave on each side
    /// @param brackets stop and take-profit of an entry decided at a candle
    public CandleRules(Rules rules, Reasons reasons, IntFunction<Brackets> brackets) {
        this.enterLong = rules.enterLong;
        this.enterShort = rules.enterShort;
        this.whileFlat = rules.enterLong.or(rules.enterShort);
        this.whileLong = rules.exitLong.or(rules.enterShort);
        this.whileShort = rules.exitShort.or(rules.enterLong);
        this.reasons = reasons;
        this.brackets = brackets;
    }

    /// Where each condition holds; all over the same candles.
    public record Rules(
            CandleMask enterLong,
            CandleMask exitLong,
            CandleMask enterShort,
            CandleMask exitShort) {

        /// The same without the entries that `sides` does not allow.
        public Rules only(AllowedSides sides, int candles) {
            CandleMask none = new CandleMask(candles);
            return new Rules(
                    sides.allowsLong() ? enterLong : none,
                    exitLong,
                    sides.allowsShort() ? enterShort : none,
                    exitShort);
        }
    }

    /// One phrase for the trade log for each condition.
    public record Reasons(String enterLong, String exitLong, String enterShort, String exitShort) {}

    @Override
    public int next(int from, PositionSide exposure) {
        return mask(exposure).next(from);
    }

    @Override
    public Signal at(int i, PositionSide exposure) {
        if (!mask(exposure).has(i)) {
            return Signal.HOLD;
        }
        if (exposure != PositionSide.LONG && enterLong.has(i)) {
            return new Signal.Target(1, brackets.apply(i), reasons.enterLong);
        }
        if (exposure != PositionSide.SHORT && enterShort.has(i)) {
            return new Signal.Target(-1, brackets.apply(i), reasons.enterShort);
        }
        return Signal.flat(exposure == PositionSide.LONG ? reasons.exitLong : reasons.exitShort);
    }

    private CandleMask mask(PositionSide exposure) {
        return switch (exposure) {
            case FLAT -> whileFlat;
            case LONG -> whileLong;
            case SHORT -> whileShort;
        };
    }
}
