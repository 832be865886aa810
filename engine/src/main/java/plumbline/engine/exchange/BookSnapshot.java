package plumbline.engine.exchange;

import java.math.BigDecimal;
import java.util.List;

/// The orders that wait at a venue, as it showed them at one moment.
///
/// @param sequence the venue's number of the state, by which changes are put behind it; 0 if it has
///   none
/// @param bids best, which is highest, first
/// @param asks best, which is lowest, first
public record BookSnapshot(long sequence, List<Level> bids, List<Level> asks) {
    /// All that waits at one price.
    ///
    /// @param quantity in units of the quantity of the market, above 0
    public record Level(BigDecimal price, BigDecimal quantity) {}

    /// @throws IllegalArgumentException if a side is not sorted, a price or quantity not above 0,
    ///   or the best bid not below the best ask
    public BookSnapshot {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
        requireSorted("bids", bids, -1);
        requireSorted("asks", asks, 1);
        if (!bids.isEmpty()
                && !asks.isEmpty()
                && bids.getFirst().price().compareTo(asks.getFirst().price()) >= 0) {
            throw new IllegalArgumentException(
                    "the best bid, "
                            + bids.getFirst().price()
                            + ", is not below the best ask, "
                            + asks.getFirst().price());
        }
    }

    private static void requireSorted(String side, List<Level> levels, int direction) {
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            if (level.price().signum() <= 0 || level.quantity().signum() <= 0) {
                throw new IllegalArgumentException(
                        side + ": " + level.quantity() + " at " + level.price() + " is no order");
            }
            if (i > 0
                    && Integer.signum(level.price().compareTo(levels.get(i - 1).price()))
                            != direction) {
                throw new IllegalArgumentException(
                        side + ": " + level.price() + " is behind " + levels.get(i - 1).price());
            }
        }
    }
}
