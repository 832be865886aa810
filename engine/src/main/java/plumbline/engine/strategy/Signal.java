package plumbline.engine.strategy;

/// What a strategy wants at a candle's close.
public sealed interface Signal {
    /// Keep whatever is open.
    Signal HOLD = new Hold();

    /// Keep whatever is open.
    record Hold() implements Signal {}

    /// Be on this side of the market. A position on the same side is kept as it is, with its size
    /// and its brackets; one on the other side is closed first, in the same fill.
    ///
    /// @param weight fraction of equity to put at work, in [-1, 1]; negative is short, 0 is flat; 1
    ///   and -1 mean the largest size whose cost and fee the equity covers
    /// @param brackets stop and take-profit of an entry, ignored for an exit
    /// @param reason one phrase for the trade log
    record Target(double weight, Brackets brackets, String reason) implements Signal {
        /// @throws IllegalArgumentException if the weight is outside [-1, 1]
        public Target {
            if (!(Math.abs(weight) <= 1)) {
                throw new IllegalArgumentException("weight must be in [-1, 1], was " + weight);
            }
        }
    }

    /// Close whatever is open.
    static Signal flat(String reason) {
        return new Target(0, Brackets.NONE, reason);
    }
}
