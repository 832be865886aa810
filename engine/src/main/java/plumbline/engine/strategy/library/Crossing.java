package plumbline.engine.strategy.library;

import plumbline.engine.strategy.CandleMask;
import plumbline.engine.strategy.CandleRules.Rules;

/// Where one line crosses another.
final class Crossing {
    private Crossing() {}

    /// Long where `fast` crosses above `slow`, short where it crosses below.
    ///
    /// A cross is a change of sign of the spread at a close. A spread of exactly nothing is no
    /// side: the line has crossed when it comes out on the other side, and not when it comes back.
    /// The first spread there is crosses nothing.
    static Rules rules(double[] fast, double[] slow) {
        int n = fast.length;
        CandleMask above = new CandleMask(n);
        CandleMask below = new CandleMask(n);
        int side = 0;
        for (int i = 0; i < n; i++) {
            double spread = fast[i] - slow[i];
            int now = spread > 0 ? 1 : spread < 0 ? -1 : side;
            if (now != side) {
                above.addIf(i, side < 0);
                below.addIf(i, side > 0);
                side = now;
            }
        }
        return new Rules(above, below, below, above);
    }
}
