package plumbline.simulator.market;

import java.time.LocalDate;
import java.util.List;

/// One spot market of the simulated venue.
///
/// Prices are counted in ticks of `10^-priceDecimals` quote, quantities in lots of
/// `10^-lotDecimals` base.
///
/// @param symbol the venue's spelling, which need not be ASCII
/// @param listedMs when it was listed: midnight UTC
/// @param endedMs when its last trade was possible (midnight UTC), or [#NEVER]; after it the market
///   is on `BREAK`
/// @param startPrice about what it costs, in quote
/// @param dailyVolatility standard deviation of a day's logarithmic change
/// @param tradesPerDay aggregate trades of each day, a multiple of four
/// @param meanLots mean size of an aggregate trade, in lots
/// @param minNotional least worth of an order, in quote
public record SimulatedMarket(
        String symbol,
        String base,
        String quote,
        int priceDecimals,
        int lotDecimals,
        long listedMs,
        long endedMs,
        double startPrice,
        double dailyVolatility,
        int tradesPerDay,
        int meanLots,
        String minNotional) {

    /// The end of a market that goes on.
    public static final long NEVER = Long.MAX_VALUE;

    /// Decimals that the venue writes behind every price and quantity.
    public static final int WIRE_DECIMALS = 8;

    private static final long DAY_MS = 86_400_000;

    /// Base, quote, decimals of price and lot, first and last day, price, volatility of a day,
    /// aggregate trades of a day, mean lots of one, least worth of an order.
    private static final String USUAL =
            """
            BTC          USDT 2 5 2017-08-17 -          40000 0.03 28800   4000 5
            ETH          USDT 2 4 2017-08-17 -           2000 0.04 20160   6000 5
            ETH          BTC  5 3 2017-08-17 -           0.05 0.02  5760    400 0.0001
            SHIB         USDT 8 0 2021-05-10 -        0.00002 0.06  8640 900000 1
            1000SATS     USDT 7 0 2023-12-12 -         0.0003 0.07  2880  70000 1
            这是测试币456 USDT 4 2 2025-10-09 -            1.5 0.08   720   3000 5
            BCC          USDT 2 5 2017-08-17 2018-11-16   900 0.06  7200  90000 10
            """;

    /// @throws IllegalArgumentException if sums of price times quantity would not be exact in the
    ///   decimals of the wire, or a bound is not a midnight
    public SimulatedMarket {
        if (priceDecimals + lotDecimals > WIRE_DECIMALS) {
            throw new IllegalArgumentException(
                    symbol + ": decimals of price and lot must be <= 8 together");
        }
        if (tradesPerDay < 4 || tradesPerDay % 4 != 0) {
            throw new IllegalArgumentException(
                    symbol + ": trades per day must be a multiple of 4, was " + tradesPerDay);
        }
        if (listedMs % DAY_MS != 0 || (endedMs != NEVER && endedMs % DAY_MS != 0)) {
            throw new IllegalArgumentException(symbol + ": must be listed and end at midnight");
        }
    }

    /// Whether it can be traded at a time; it is in the venue's list before and after that, too.
    public boolean isTraded(long timeMs) {
        return timeMs >= listedMs && timeMs < endedMs;
    }

    /// The markets of the venue: large and small prices, a coarse lot, a multiplier in the name,
    /// one that is not quoted in dollars, one whose name is not ASCII and trades rarely, one that
    /// ended.
    public static List<SimulatedMarket> usual() {
        return USUAL.lines().map(line -> of(line.split(" +"))).toList();
    }

    private static SimulatedMarket of(String[] words) {
        return new SimulatedMarket(
                words[0] + words[1],
                words[0],
                words[1],
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                midnight(words[4]),
                words[5].equals("-") ? NEVER : midnight(words[5]),
                Double.parseDouble(words[6]),
                Double.parseDouble(words[7]),
                Integer.parseInt(words[8]),
                Integer.parseInt(words[9]),
                words[10]);
    }

    private static long midnight(String date) {
        return LocalDate.parse(date).toEpochDay() * DAY_MS;
    }
}
