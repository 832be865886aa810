package plumbline.engine.strategy.library;

import java.util.List;
import plumbline.engine.strategy.StrategyLibrary;

/// The strategies that come with Plumbline.
public final class BuiltInStrategies {
    private BuiltInStrategies() {}

    /// In the order in which they are offered.
    public static StrategyLibrary library() {
        return new StrategyLibrary(
                List.of(
                        SmaCross.DEFINITION,
                        EmaCross.DEFINITION,
                        RsiReversion.DEFINITION,
                        DonchianBreakout.DEFINITION,
                        BuyAndHold.DEFINITION));
    }
}
