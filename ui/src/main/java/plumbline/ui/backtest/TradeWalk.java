package plumbline.ui.backtest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.engine.portfolio.Trade;

/// Goes from trade to trade and stops at the ends.
final class TradeWalk {
    private TradeWalk() {}

    /// The trade `steps` after the chosen one; the first or last if none is.
    ///
    /// @param trades at least one
    static Trade from(@Nullable Trade chosen, int steps, List<Trade> trades) {
        int at = chosen == null ? (steps > 0 ? -1 : trades.size()) : trades.indexOf(chosen);
        return trades.get(Math.clamp(at + steps, 0, trades.size() - 1));
    }
}
