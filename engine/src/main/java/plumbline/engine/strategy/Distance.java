package plumbline.engine.strategy;

/// How far from the entry price an order waits.
public sealed interface Distance {
    /// No such order.
    Distance NONE = new None();

    /// In units of price, above 0.
    static Distance ofPrice(double amount) {
        return new Price(amount);
    }

    /// A fraction of the entry price, `0.05` for 5 %; none for 0.
    static Distance ofFraction(double fraction) {
        return fraction == 0 ? NONE : new Fraction(fraction);
    }

    /// The distance in units of price from `entryPrice`, `NaN` for none.
    default double fromEntry(double entryPrice) {
        return switch (this) {
            case None() -> Double.NaN;
            case Price(double amount) -> amount;
            case Fraction(double fraction) -> fraction * entryPrice;
        };
    }

    /// No such order.
    record None() implements Distance {}

    /// In units of price.
    record Price(double amount) implements Distance {
        /// @throws IllegalArgumentException if the amount is not above 0
        public Price {
            if (!(amount > 0)) {
                throw new IllegalArgumentException("distance must be > 0, was " + amount);
            }
        }
    }

    /// A fraction of the entry price.
    record Fraction(double fraction) implements Distance {
        /// @throws IllegalArgumentException if the fraction is not above 0
        public Fraction {
            if (!(fraction > 0)) {
                throw new IllegalArgumentException("distance must be > 0, was " + fraction);
            }
        }
    }
}
