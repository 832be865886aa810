package plumbline.engine.analytics;

import java.util.Comparator;
import java.util.List;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.PositionSide;

/// What the trades of a run say taken together. `NaN` where a figure does not exist.
///
/// @param longs how many were long
/// @param shorts how many were short
/// @param meanWin mean return of the winners
/// @param meanLoss mean return of the others
/// @param netProfit of all, after fees
/// @param netProfitLongs of the longs
/// @param netProfitShorts of the shorts
/// @param netProfitWithoutBest without the [#BEST] most profitable trades
/// @param medianHeldMs middle of the times between entry and exit, milliseconds
/// @param longestLosingStreak most trades in a row without a profit
public record TradeStatistics(
        int longs,
        int shorts,
        double meanWin,
        double meanLoss,
        double netProfit,
        double netProfitLongs,
        double netProfitShorts,
        double netProfitWithoutBest,
        double medianHeldMs,
        int longestLosingStreak) {

    /// How many trades are left out to see whether a few made all the profit.
    public static final int BEST = 10;

    public static TradeStatistics of(List<Trade> trades) {
        List<Trade> longs = trades.stream().filter(t -> t.side() == PositionSide.LONG).toList();
        List<Trade> shorts = trades.stream().filter(t -> t.side() == PositionSide.SHORT).toList();
        List<Trade> byProfit =
                trades.stream().sorted(Comparator.comparingDouble(t -> -t.profit())).toList();
        return new TradeStatistics(
                longs.size(),
                shorts.size(),
                meanReturn(trades.stream().filter(Trade::won).toList()),
                meanReturn(trades.stream().filter(t -> !t.won()).toList()),
                profit(trades),
                profit(longs),
                profit(shorts),
                profit(byProfit.subList(Math.min(BEST, trades.size()), trades.size())),
                median(
                        trades.stream()
                                .mapToDouble(t -> t.exitTimeMs() - t.entryTimeMs())
                                .sorted()
                                .toArray()),
                longestLosingStreak(trades));
    }

    private static double meanReturn(List<Trade> trades) {
        return trades.stream().mapToDouble(Trade::returnFraction).average().orElse(Double.NaN);
    }

    private static double profit(List<Trade> trades) {
        return trades.stream().mapToDouble(Trade::profit).sum();
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static int longestLosingStreak(List<Trade> trades) {
        int longest = 0;
        int streak = 0;
        for (Trade trade : trades) {
            streak = trade.won() ? 0 : streak + 1;
            longest = Math.max(longest, streak);
        }
        return longest;
    }
}
