package plumbline.simulator.market;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

/// One market of a simulated venue.
///
/// Prices are counted in ticks of `10^-priceDecimals` quote, quantities in lots of
/// `10^-lotDecimals` base.
///
/// @param symbol the venue's spelling, which need not be ASCII
/// @param listedMs when it was listed: midnight UTC
/// @param endedMs when its last trade was possible (midnight UTC), or [#NEVER]; after it the market
///   is on `BREAK`
/// @param price where its price comes from
/// @param tradesPerDay aggregate trades of each day, a multiple of four
/// @param meanLots mean size of an aggregate trade, in lots
/// @param minNotional least worth of an order, in quote
/// @param worthDecimals decimals in which price times quantity is counted, at most those of both
///   together
public record SimulatedMarket(
        String symbol,
        String base,
        String quote,
        int priceDecimals,
        int lotDecimals,
        long listedMs,
        long endedMs,
        PriceModel price,
        int tradesPerDay,
        int meanLots,
        String minNotional,
        int worthDecimals) {

    /// The end of a market that goes on.
    public static final long NEVER = Long.MAX_VALUE;

    /// Decimals that the venue writes behind every price and quantity.
    public static final int WIRE_DECIMALS = 8;

    private static final long DAY_MS = 86_400_000;

    /// @throws IllegalArgumentException if sums of price times quantity have more decimals than the
    ///   wire, or a bound is not a midnight
    public SimulatedMarket {
        if (worthDecimals > Math.min(WIRE_DECIMALS, priceDecimals + lotDecimals)) {
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

    /// Price times quantity, in units of `10^-worthDecimals` quote; what is less is cut off.
    public long worth(long ticks, long lots) {
        int dropped = priceDecimals + lotDecimals - worthDecimals;
        if (dropped == 0) {
            return ticks * lots;
        }
        return BigInteger.valueOf(ticks)
                .multiply(BigInteger.valueOf(lots))
                .divide(BigInteger.TEN.pow(dropped))
                .longValueExact();
    }

    /// The mean price, in ticks.
    ///
    /// @param worth as [#worth] counts it
    /// @param lots at least one
    public long meanPrice(long worth, long lots) {
        int dropped = priceDecimals + lotDecimals - worthDecimals;
        return BigInteger.valueOf(worth)
                .multiply(BigInteger.TEN.pow(dropped))
                .divide(BigInteger.valueOf(lots))
                .longValueExact();
    }

    /// Whether it can be traded at a time; it is in the venue's list before and after that, too.
    public boolean isTraded(long timeMs) {
        return timeMs >= listedMs && timeMs < endedMs;
    }

    /// Single trades of each day: of four aggregate trades one consists of two.
    public long singlesPerDay() {
        return DrawnDay.singlesBefore(tradesPerDay);
    }

    /// Markets from lines of: symbol, base, quote, decimals of price and of lot, first day, day
    /// behind the last or `-`, name of the path or `=` for its own, price, volatility of a day,
    /// distance from the path, aggregate trades of a day, mean lots of one, least worth of an
    /// order.
    public static List<SimulatedMarket> table(String lines) {
        return lines.lines().map(line -> of(line.split(" +"))).toList();
    }

    private static SimulatedMarket of(String[] words) {
        return new SimulatedMarket(
                words[0],
                words[1],
                words[2],
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]),
                midnight(words[5]),
                words[6].equals("-") ? NEVER : midnight(words[6]),
                PriceModel.near(
                        words[7].equals("=") ? words[0] : words[7],
                        Double.parseDouble(words[8]),
                        Double.parseDouble(words[9]),
                        Double.parseDouble(words[10])),
                Integer.parseInt(words[11]),
                Integer.parseInt(words[12]),
                words[13],
                Integer.parseInt(words[3]) + Integer.parseInt(words[4]));
    }

    private static long midnight(String date) {
        return LocalDate.parse(date).toEpochDay() * DAY_MS;
    }
}
