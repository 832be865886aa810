package plumbline.engine.backtest;

import java.math.BigDecimal;
import plumbline.engine.backtest.Assumptions.Units;

/// How much is bought or sold short with a given equity: the largest quantity of the run's units
/// whose margin (`value / leverage`) and fee the budget covers. A cost that is above the budget by
/// rounding only is covered: three units at 0.1 cost 0.3.
final class Sizing {
    private static final double ROUNDING = 1e-12;

    private final double fee;
    private final double leverage;
    private final Units units;
    private final double step;

    Sizing(Assumptions assumptions) {
        this.fee = assumptions.fee();
        this.leverage = assumptions.leverage();
        this.units = assumptions.units();
        this.step = units == Units.LOT ? assumptions.lot() : 1;
    }

    /// @param budget equity times weight
    /// @param price of the fill
    /// @return the quantity, 0 if not even one step is covered
    double quantity(double budget, double price) {
        double covered = budget / (price * (1 / leverage + fee));
        if (units == Units.FRACTIONAL) {
            return Math.max(covered, 0);
        }
        // the division above is rounded, so the neighbours decide
        double steps = Math.floor(covered / step) + 1;
        double most = budget * (1 + ROUNDING);
        while (steps > 0 && cost(quantityOf(steps), price) > most) {
            steps--;
        }
        return quantityOf(steps);
    }

    private double cost(double quantity, double price) {
        return quantity * price / leverage + quantity * price * fee;
    }

    /// Decimal arithmetic, so that 3 steps of 0.1 are 0.3.
    private double quantityOf(double steps) {
        return units == Units.WHOLE
                ? steps
                : BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(steps)).doubleValue();
    }
}
